#include "labs/perceptron/perceptron.hpp"

#include <cmath>

#include "descent/error.hpp"

namespace dd {

double StepGate::sum(double x1, double x2) const {
  requireFinite("gate",
                std::isfinite(weights[0]) && std::isfinite(weights[1]) && std::isfinite(bias));
  return weights[0] * x1 + weights[1] * x2 + bias;
}

int StepGate::output(double x1, double x2) const { return sum(x1, x2) > 0 ? 1 : 0; }

double StepGate::tiedWeight() const { return weights[0] + weights[1]; }

int Circuit::gates() const { return (static_cast<int>(wires.size()) - outputs) / 2; }

void Circuit::validate() const {
  const std::size_t size = wires.size();
  if (size < 2 || size > 42 || size % 2 != 0) throw Error("wires", {{"value", size}});
  const int last = inputs + gates();
  for (const int start : wires) requireRange("wire", start, 0, last);
}

std::vector<int> Circuit::values(int x1, int x2) const {
  validate();
  std::vector<int> known(static_cast<std::size_t>(1 + inputs + gates()), unknown);
  known[1] = x1;
  known[2] = x2;
  // The longest way through the gates has as many steps as there are gates.
  for (int round = 0; round < gates(); ++round) {
    for (int g = 0; g < gates(); ++g) {
      const int a = known[wires[2 * g]];
      const int b = known[wires[2 * g + 1]];
      if (a != unknown && b != unknown) known[1 + inputs + g] = gate.output(a, b);
    }
  }
  return known;
}

std::vector<int> Circuit::openGates() const {
  validate();
  std::vector<int> open;
  for (int g = 0; g < gates(); ++g) {
    if (wires[2 * g] == 0 || wires[2 * g + 1] == 0) open.push_back(g);
  }
  return open;
}

std::vector<int> Circuit::loopingGates() const {
  validate();
  const int n = gates();
  // hears[i][j]: gate i hears from gate j, directly or by way of others (Warshall).
  std::vector<std::vector<bool>> hears(n, std::vector<bool>(n, false));
  for (int g = 0; g < n; ++g) {
    for (const int start : {wires[2 * g], wires[2 * g + 1]}) {
      if (start > inputs) hears[g][start - inputs - 1] = true;
    }
  }
  for (int k = 0; k < n; ++k) {
    for (int i = 0; i < n; ++i) {
      for (int j = 0; j < n; ++j) {
        if (hears[i][k] && hears[k][j]) hears[i][j] = true;
      }
    }
  }
  std::vector<int> looping;
  for (int g = 0; g < n; ++g) {
    if (hears[g][g]) looping.push_back(g);
  }
  return looping;
}

std::array<int, 8> truthTable(const Circuit& circuit) {
  std::array<int, 8> table{};
  for (int row = 0; row < 4; ++row) {
    const std::vector<int> values = circuit.values(row / 2, row % 2);
    for (int i = 0; i < Circuit::outputs; ++i) {
      table[2 * row + i] = values[circuit.wires[2 * circuit.gates() + i]];
    }
  }
  return table;
}

std::array<int, 8> halfAdderTable() {
  std::array<int, 8> table{};
  for (int row = 0; row < 4; ++row) {
    const int total = row / 2 + row % 2;
    table[2 * row] = total % 2;
    table[2 * row + 1] = total / 2;
  }
  return table;
}

}  // namespace dd
