#include "bindings/convert.hpp"
#include "labs/perceptron/perceptron.hpp"

namespace dd::bindings {
namespace {

Circuit circuitOf(double w1, double w2, double bias, const val& wires) {
  Circuit circuit{{{w1, w2}, bias}, readIntegers(wires, "wires")};
  circuit.validate();
  return circuit;
}

/// The four rows of the table of one gate, and the two of a gate whose inputs hear the same.
val gate(double w1, double w2, double bias) {
  return guarded([&] {
    const StepGate gate{{w1, w2}, bias};
    std::vector<double> sums, tiedSums;
    std::vector<std::int32_t> outputs;
    for (int row = 0; row < 4; ++row) {
      sums.push_back(gate.sum(row / 2, row % 2));
      outputs.push_back(gate.output(row / 2, row % 2));
    }
    for (const int x : {0, 1}) tiedSums.push_back(gate.sum(x, x));
    val object = val::object();
    object.set("sums", doubles(sums));
    object.set("outputs", integers(outputs));
    object.set("tiedWeight", gate.tiedWeight());
    object.set("tiedSums", doubles(tiedSums));
    return object;
  });
}

val circuit(double w1, double w2, double bias, const val& wires, int x1, int x2) {
  return guarded([&] {
    const Circuit circuit = circuitOf(w1, w2, bias, wires);
    const auto table = truthTable(circuit);
    const auto wanted = halfAdderTable();
    val object = val::object();
    object.set("values", integers(circuit.values(x1 != 0, x2 != 0)));
    object.set("table", integers({table.begin(), table.end()}));
    object.set("wanted", integers({wanted.begin(), wanted.end()}));
    object.set("isHalfAdder", table == wanted);
    object.set("open", integers(circuit.openGates()));
    object.set("looping", integers(circuit.loopingGates()));
    return object;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_perceptron) {
  emscripten::function("stepGate", &gate);
  emscripten::function("gateCircuit", &circuit);
}

}  // namespace dd::bindings
