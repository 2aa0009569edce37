// A recipe of weights/recipes.json, as the native trainer reads it.
#pragma once

#include <cstdint>
#include <optional>

#include "data/augmentation.hpp"
#include "model/architecture_json.hpp"
#include "model/model.hpp"
#include "nn/distillation.hpp"
#include "nn/trainer.hpp"
#include "tools/program.hpp"

namespace dd::tools {

struct Recipe {
  TrainingSettings settings;
  std::int64_t epochs = 0;
  bool cosine = false;  ///< η falls along half a cosine
  double average = 0;  ///< decay of the exponential moving average of θ that is saved; 0: θ itself

  bool mnist = false, strokes = false;
  std::size_t nonDigits = 0;  ///< how many; their label is the eleventh class
  /// The share of drawings that are expected to be none where the model is used, if it is another
  /// than in the training; 0: it is not.
  double nonDigitShare = 0;
  int strokeVariants = 1;                          ///< how often each drawn digit is rendered
  AugmentationRanges strokeRanges;                 ///< of all but the first of them
  std::optional<AugmentationRanges> augmentation;  ///< of every image at every reading
  float lastAugmentation = 1;  ///< what the ranges are multiplied by at the end, see rangesAt
  /// The last so many images of MNIST's training part are kept from training, and, with the writers
  /// kept from it, used to evaluate each epoch and to set the temperature; 0: neither.
  std::size_t validation = 0;

  std::string teacher;  ///< name of the model that gives a part of the targets; empty: none
  DistillationSettings distillation;

  std::string classes;  ///< JSON list of the outputs' names
  DType dtype = DType::f32;
  std::string text;  ///< the recipe itself
};

/// The ranges as they are until 60 % of the training are done; from there they shrink evenly to
/// `lastAugmentation` of that, so that the last epochs see what a test will show.
inline AugmentationRanges rangesAt(const Recipe& recipe, double progress) {
  constexpr double begin = 0.6;
  const double way = progress > begin ? (progress - begin) / (1 - begin) : 0;
  const auto factor = static_cast<float>(1 + way * (recipe.lastAugmentation - 1));
  AugmentationRanges ranges = *recipe.augmentation;
  for (const auto& named : augmentationRanges) {
    if (named.range != &AugmentationRanges::smoothness) ranges.*named.range *= factor;
  }
  return ranges;
}

/// Ranges that are not named are 0, the smoothness is that of AugmentationRanges.
inline AugmentationRanges rangesFrom(const rapidjson::Value& object) {
  AugmentationRanges ranges;
  for (const auto& [key, value] : object.GetObject()) {
    float* field = nullptr;
    for (const auto& [name, range] : augmentationRanges) {
      if (key == name) field = &(ranges.*range);
    }
    if (field == nullptr) {
      throw std::runtime_error(std::string("The recipe's augmentation has an unknown range \"") +
                               key.GetString() + "\".");
    }
    *field = value.GetFloat();
  }
  return ranges;
}

/// What recipes and the options of a trainer in the page have in common.
inline TrainingSettings settingsFrom(const rapidjson::Value& json) {
  TrainingSettings settings;
  settings.architecture = architectureFromJson(textOf(member(json, "architecture")));
  settings.initializer = fromName<Initializer>(member(json, "initializer").GetString());
  settings.learningRate = member(json, "learningRate").GetDouble();
  settings.batchSize = member(json, "batchSize").GetInt();
  settings.seed = member(json, "seed").GetUint64();
  return settings;
}

inline Recipe recipeFrom(const std::vector<std::uint8_t>& file) {
  rapidjson::Document json;
  json.Parse(reinterpret_cast<const char*>(file.data()), file.size());
  if (json.HasParseError() || !json.IsObject()) {
    throw std::runtime_error("The recipe is not valid JSON.");
  }
  Recipe recipe;
  recipe.text = textOf(json);
  TrainingSettings& settings = recipe.settings;
  settings = settingsFrom(json);
  settings.optimizer = member(member(json, "optimizer"), "name").GetString();
  settings.l2 = member(json, "l2").GetDouble();
  recipe.epochs = member(json, "epochs").GetInt64();
  recipe.cosine = json.HasMember("schedule");
  recipe.dtype = fromName<DType>(member(json, "dtype").GetString());
  for (const auto& source : member(json, "data").GetArray()) {
    recipe.mnist |= source == "mnist";
    recipe.strokes |= source == "strokes";
  }
  if (json.HasMember("average")) recipe.average = json["average"].GetDouble();
  if (json.HasMember("nonDigits")) recipe.nonDigits = json["nonDigits"].GetUint64();
  if (json.HasMember("nonDigitShare")) recipe.nonDigitShare = json["nonDigitShare"].GetDouble();
  if (json.HasMember("strokeVariants")) recipe.strokeVariants = json["strokeVariants"].GetInt();
  if (json.HasMember("strokeAugmentation")) {
    recipe.strokeRanges = rangesFrom(json["strokeAugmentation"]);
  }
  if (json.HasMember("augmentation")) recipe.augmentation = rangesFrom(json["augmentation"]);
  if (json.HasMember("lastAugmentation")) {
    recipe.lastAugmentation = json["lastAugmentation"].GetFloat();
  }
  if (json.HasMember("validation")) recipe.validation = json["validation"].GetUint64();
  if (json.HasMember("teacher")) {
    const auto& teacher = json["teacher"];
    recipe.teacher = member(teacher, "name").GetString();
    recipe.distillation = {member(teacher, "share").GetFloat(),
                           member(teacher, "temperature").GetFloat()};
  }
  if (json.HasMember("classes")) recipe.classes = textOf(json["classes"]);
  return recipe;
}

}  // namespace dd::tools
