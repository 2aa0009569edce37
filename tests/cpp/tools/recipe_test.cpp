#include "tools/recipe.hpp"

#include <gtest/gtest.h>

#include <string>

namespace dd::tools {
namespace {

std::string recipeText(const std::string& more) {
  return R"({"architecture": {"inputs": 784, "layers": [{"units": 11, "activation": "softmax"}],
    "loss": "crossEntropy"}, "initializer": "he", "optimizer": {"name": "adam"},
    "learningRate": 0.01, "batchSize": 64, "epochs": 10, "l2": 0, "seed": 3, "dtype": "F16",
    "data": ["mnist", "strokes"])" +
         more + "}";
}

Recipe parse(const std::string& text) { return recipeFrom({text.begin(), text.end()}); }

TEST(Recipe, WhatIsNotNamedIsSwitchedOff) {
  const Recipe recipe = parse(recipeText(""));
  EXPECT_TRUE(recipe.mnist);
  EXPECT_TRUE(recipe.strokes);
  EXPECT_FALSE(recipe.cosine);
  EXPECT_FALSE(recipe.augmentation);
  EXPECT_EQ(recipe.nonDigits, 0u);
  EXPECT_EQ(recipe.validation, 0u);
  EXPECT_EQ(recipe.average, 0);
  EXPECT_TRUE(recipe.teacher.empty());
  EXPECT_TRUE(recipe.classes.empty());
}

TEST(Recipe, EverythingIsRead) {
  const Recipe recipe = parse(recipeText(
      R"(, "schedule": "cosine", "average": 0.99, "nonDigits": 50, "validation": 20,
      "strokeVariants": 4, "strokeAugmentation": {"shear": 0.1, "smoothness": 6},
      "augmentation": {"rotation": 0.2, "erasure": 0.5},
      "teacher": {"name": "wide", "share": 0.25, "temperature": 2}, "classes": ["a", "b"])"));
  EXPECT_TRUE(recipe.cosine);
  EXPECT_EQ(recipe.average, 0.99);
  EXPECT_EQ(recipe.nonDigits, 50u);
  EXPECT_EQ(recipe.validation, 20u);
  EXPECT_EQ(recipe.strokeVariants, 4);
  EXPECT_EQ(recipe.strokeRanges, (AugmentationRanges{.shear = 0.1f, .smoothness = 6}));
  EXPECT_EQ(recipe.augmentation, (AugmentationRanges{.rotation = 0.2f, .erasure = 0.5f}));
  EXPECT_EQ(recipe.teacher, "wide");
  EXPECT_EQ(recipe.distillation.share, 0.25f);
  EXPECT_EQ(recipe.distillation.temperature, 2);
  EXPECT_EQ(recipe.classes, R"(["a","b"])");
}

TEST(Recipe, RangesShrinkEvenlyOverTheLastEpochs) {
  const Recipe recipe = parse(recipeText(
      R"(, "augmentation": {"rotation": 0.5, "displacement": 2, "smoothness": 5},
      "lastAugmentation": 0.2)"));
  EXPECT_EQ(rangesAt(recipe, 0), *recipe.augmentation);
  EXPECT_EQ(rangesAt(recipe, 0.6), *recipe.augmentation);
  const AugmentationRanges half = rangesAt(recipe, 0.8), last = rangesAt(recipe, 1);
  EXPECT_NEAR(half.rotation, 0.3f, 1e-6f);
  EXPECT_NEAR(half.displacement, 1.2f, 1e-6f);
  EXPECT_NEAR(last.displacement, 0.4f, 1e-6f);
  EXPECT_EQ(last.smoothness, 5);
}

TEST(Recipe, MistakesAreNamed) {
  const auto messageOf = [](const std::string& text) -> std::string {
    try {
      parse(text);
    } catch (const std::exception& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(messageOf("[]"), "The recipe is not valid JSON.");
  EXPECT_NE(messageOf("{}").find("lacks \"architecture\""), std::string::npos);
  EXPECT_NE(messageOf(recipeText(R"(, "augmentation": {"rotaton": 1})"))
                .find("unknown range \"rotaton\""),
            std::string::npos);
}

}  // namespace
}  // namespace dd::tools
