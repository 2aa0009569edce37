#include "labs/perceptron/perceptron.hpp"

#include <cmath>

#include "expect.hpp"

namespace dd {
namespace {

const StepGate nand{{-2, -2}, 3};

// The gates are 3 … 7. Sum: A = x₁ ⊼ x₂, B = x₁ ⊼ A, C = x₂ ⊼ A, D = B ⊼ C; carry: E = A ⊼ A.
const std::vector<int> halfAdder = {1, 2, 1, 3, 2, 3, 4, 5, 3, 3, 6, 7};

TEST(StepGate, IsANand) {
  EXPECT_EQ(nand.sum(0, 0), 3);
  EXPECT_EQ(nand.sum(0, 1), 1);
  EXPECT_EQ(nand.sum(1, 0), 1);
  EXPECT_EQ(nand.sum(1, 1), -1);
  for (const int x1 : {0, 1}) {
    for (const int x2 : {0, 1}) EXPECT_EQ(nand.output(x1, x2), !(x1 && x2));
  }
  EXPECT_EQ(nand.tiedWeight(), -4);
}

TEST(Circuit, FiveNandsAreAHalfAdder) {
  EXPECT_EQ(truthTable({nand, halfAdder}), (std::array<int, 8>{0, 0, 1, 0, 1, 0, 0, 1}));
  EXPECT_EQ(truthTable({nand, halfAdder}), halfAdderTable());
}

TEST(Circuit, OtherGatesMakeOtherTables) {
  const StepGate conjunction{{2, 2}, -3};
  EXPECT_NE(truthTable({conjunction, halfAdder}), halfAdderTable());
  // A wire from the input to the output needs no gate.
  EXPECT_EQ(truthTable({nand, {2, 1}}), (std::array<int, 8>{0, 0, 1, 0, 0, 1, 1, 1}));
}

TEST(Circuit, WhatHangsOnAnOpenPinIsUnknown) {
  const Circuit circuit{nand, {1, 2, 3, 0, 4, 3, 5, 3}};
  EXPECT_EQ(circuit.values(1, 1), (std::vector<int>{-1, 1, 1, 0, -1, -1}));
  EXPECT_EQ(circuit.openGates(), (std::vector<int>{1}));
  EXPECT_TRUE(circuit.loopingGates().empty());
}

TEST(Circuit, ALoopHasNoAnswer) {
  // B hears from C and C from B; D only hears from them.
  const Circuit circuit{nand, {1, 2, 1, 5, 4, 2, 5, 3, 6, 3}};
  EXPECT_EQ(circuit.loopingGates(), (std::vector<int>{1, 2}));
  EXPECT_EQ(circuit.values(0, 1), (std::vector<int>{-1, 0, 1, 1, -1, -1, -1}));
  EXPECT_EQ((Circuit{nand, {3, 3, 3, 0}}).loopingGates(), (std::vector<int>{0}));
  std::array<int, 8> unknown;
  unknown.fill(-1);
  EXPECT_EQ(truthTable({nand, {1, 4, 3, 2, 3, 4}}), unknown);
  // Where only one output hangs on an open pin, the other one is known.
  EXPECT_EQ(truthTable({nand, {1, 0, 3, 1}}), (std::array<int, 8>{-1, 0, -1, 0, -1, 1, -1, 1}));
}

TEST(Circuit, RefusesWiresThatLeadNowhere) {
  EXPECT_ERROR("range quantity=wire value=4 min=0 max=3", (Circuit{nand, {1, 2, 3, 4}}).validate());
  EXPECT_ERROR("range quantity=wire value=-1 min=0 max=3",
               (Circuit{nand, {1, -1, 0, 0}}).validate());
  EXPECT_ERROR("wires value=3", (Circuit{nand, {1, 2, 3}}).validate());
  EXPECT_ERROR("wires value=0", (Circuit{nand, {}}).validate());
  EXPECT_ERROR("wires value=44", (Circuit{nand, std::vector<int>(44, 1)}).validate());
  EXPECT_ERROR("notFinite quantity=gate", (StepGate{{NAN, 1}, 0}).sum(0, 0));
}

}  // namespace
}  // namespace dd
