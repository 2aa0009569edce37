/** A step neuron's answers to (0, 0), (0, 1), (1, 0), (1, 1), and to 0 and 1 on both wires at once. */
export interface StepGate {
  sums: Float64Array;
  outputs: Int32Array;
  tiedWeight: number;
  tiedSums: Float64Array;
}

export interface GateCircuit {
  /** of each start of a wire: 0, 1, or −1 where an open pin or a loop leaves it unknown */
  values: Int32Array;
  /** outputs for the four rows of inputs, two by two; −1: unknown */
  table: Int32Array;
  /** the same of a half adder: sum, carry */
  wanted: Int32Array;
  isHalfAdder: boolean;
  /** gates with an open pin, gates that hear from themselves; from 0 */
  open: Int32Array;
  looping: Int32Array;
}

/** What the lab `perceptron` calls in the module. */
export interface PerceptronLab {
  /** Throws when a number is not finite. */
  stepGate(w1: number, w2: number, bias: number): StepGate;
  /**
   * A circuit of such neurons. `wires`: where the wires to both pins of each gate start, gate by
   * gate, then those to the two outputs: 0 nowhere, 1 and 2 the inputs, 3 … the gates. Throws when a
   * wire starts elsewhere.
   */
  gateCircuit(
    w1: number,
    w2: number,
    bias: number,
    wires: Int32Array,
    x1: number,
    x2: number,
  ): GateCircuit;
}
