#pragma once

#include <array>
#include <vector>

namespace dd {

/// A step neuron with two inputs: 1 where w₁x₁ + w₂x₂ + b > 0, else 0. With w = (−2, −2) and b = 3
/// it is a NAND gate.
struct StepGate {
  std::array<double, 2> weights;
  double bias;

  /// z. Throws Error when a weight or the bias is not a finite number.
  double sum(double x1, double x2) const;
  int output(double x1, double x2) const;
  /// The weight of one wire that leads to both inputs: w₁ + w₂.
  double tiedWeight() const;
};

/// Two inputs, gates that are all the same, and two outputs, wired freely. What a wire starts at:
/// 0 nowhere, 1 and 2 the inputs, from 3 on the gates. `wires` has the starts of the wires to both
/// pins of each gate, gate by gate, and then to the two outputs.
struct Circuit {
  static constexpr int inputs = 2;
  static constexpr int outputs = 2;
  static constexpr int unknown = -1;

  StepGate gate;
  std::vector<int> wires;

  int gates() const;

  /// Throws Error when `wires` has an odd number of entries, fewer than 2 or more
  /// than 42 (20 gates), or one that starts at nothing that there is.
  void validate() const;

  /// 0, 1 or `unknown` of every place a wire can start at (the first, nowhere, is unknown), for two
  /// inputs. A gate is unknown while one of its pins is open or hears from an unknown gate, as
  /// those of a loop do.
  std::vector<int> values(int x1, int x2) const;

  /// Gates with an open pin, and gates that hear from themselves, by number from 0.
  std::vector<int> openGates() const;
  std::vector<int> loopingGates() const;
};

/// The outputs for (0, 0), (0, 1), (1, 0), (1, 1): 4 × 2, by rows; 0, 1 or Circuit::unknown.
std::array<int, 8> truthTable(const Circuit& circuit);

/// The table of the sum x₁ xor x₂ and the carry x₁ and x₂, as truthTable gives it.
std::array<int, 8> halfAdderTable();

}  // namespace dd
