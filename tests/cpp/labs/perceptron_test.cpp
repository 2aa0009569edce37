#include "labs/perceptron/perceptron.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "descent/error.hpp"

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
}

TEST(Circuit, RefusesWiresThatLeadNowhere) {
  EXPECT_THROW((Circuit{nand, {1, 2, 3, 4}}).validate(), dd::Error);
  EXPECT_THROW((Circuit{nand, {1, -1, 0, 0}}).validate(), dd::Error);
  EXPECT_THROW((Circuit{nand, {1, 2, 3}}).validate(), dd::Error);
  EXPECT_THROW((Circuit{nand, {}}).validate(), dd::Error);
  EXPECT_THROW((Circuit{nand, std::vector<int>(44, 1)}).validate(), dd::Error);
  EXPECT_THROW((StepGate{{NAN, 1}, 0}).sum(0, 0), dd::Error);
}

}  // namespace
}  // namespace dd
