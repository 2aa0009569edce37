#include "bindings/values.hpp"
#include "labs/perceptron/perceptron.hpp"

namespace dd::bindings {
namespace {

/// The four rows of the table of one gate, and the two of a gate whose inputs hear the same.
struct GateTable {
  std::vector<double> sums;
  std::vector<std::int32_t> outputs;
  double tiedWeight;
  std::vector<double> tiedSums;
};

GateTable stepGate(double w1, double w2, double bias) {
  const StepGate gate{{w1, w2}, bias};
  GateTable table{{}, {}, gate.tiedWeight(), {gate.sum(0, 0), gate.sum(1, 1)}};
  for (int row = 0; row < 4; ++row) {
    table.sums.push_back(gate.sum(row / 2, row % 2));
    table.outputs.push_back(gate.output(row / 2, row % 2));
  }
  return table;
}

struct CircuitState {
  std::vector<std::int32_t> values;
  std::array<std::int32_t, 8> table, wanted;
  bool isHalfAdder;
  std::vector<std::int32_t> open, looping;
};

CircuitState gateCircuit(double w1, double w2, double bias, const std::vector<std::int32_t>& wires,
                         int x1, int x2) {
  const Circuit circuit{{{w1, w2}, bias}, wires};
  circuit.validate();
  const auto table = truthTable(circuit), wanted = halfAdderTable();
  return {circuit.values(x1 != 0, x2 != 0),
          table,
          wanted,
          table == wanted,
          circuit.openGates(),
          circuit.loopingGates()};
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_perceptron) {
  DD_RESULT(GateTable, sums, outputs, tiedWeight, tiedSums);
  DD_RESULT(CircuitState, values, table, wanted, isHalfAdder, open, looping);
  functions<&stepGate, &gateCircuit>();
}

}  // namespace dd::bindings
