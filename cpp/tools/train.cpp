// The native trainer: one recipe and the real data in, one model file out.
//
//   train RECIPE.json MNIST_IDX_DIR STROKES.txt MODEL.safetensors
//
// RECIPE.json is one entry of weights/recipes.json. STROKES.txt has one digit a line: its label,
// the number of strokes, then for each stroke the number of points and their x and y; it is read
// only if the recipe's data name "strokes". weights/train.mjs prepares both.

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <limits>
#include <memory>
#include <numbers>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "data/idx.hpp"
#include "data/samples.hpp"
#include "model/architecture_json.hpp"
#include "model/model.hpp"
#include "nn/trainer.hpp"

namespace {

using dd::DataSet;

std::vector<std::uint8_t> readFile(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw std::runtime_error("The file " + path + " cannot be read.");
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

DataSet readMnist(const std::string& folder, const std::string& part) {
  return dd::dataSetFromIdx(readFile(folder + "/" + part + "-images-idx3-ubyte"),
                            readFile(folder + "/" + part + "-labels-idx1-ubyte"));
}

struct Recipe {
  dd::TrainingSettings settings;
  bool cosine = false, mnist = false, strokes = false;
  int strokeVariants = 1;
  std::int64_t epochs = 0;
  dd::AffineAugmentation augmentation;
  bool augmented = false;
  dd::DType dtype = dd::DType::f32;
  std::string text;
};

const rapidjson::Value& member(const rapidjson::Value& object, const char* key) {
  const auto found = object.FindMember(key);
  if (found != object.MemberEnd()) return found->value;
  throw std::runtime_error(std::string("The recipe lacks \"") + key + "\".");
}

std::string textOf(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return buffer.GetString();
}

Recipe readRecipe(const std::string& path) {
  const std::vector<std::uint8_t> file = readFile(path);
  rapidjson::Document json;
  json.Parse(reinterpret_cast<const char*>(file.data()), file.size());
  if (json.HasParseError() || !json.IsObject()) {
    throw std::runtime_error("The recipe " + path + " is not valid JSON.");
  }
  Recipe recipe;
  recipe.text = textOf(json);
  dd::TrainingSettings& settings = recipe.settings;
  settings.architecture = dd::architectureFromJson(textOf(member(json, "architecture")));
  settings.initializer = dd::initializerFromName(member(json, "initializer").GetString());
  settings.optimizer = member(member(json, "optimizer"), "name").GetString();
  settings.learningRate = member(json, "learningRate").GetDouble();
  settings.batchSize = member(json, "batchSize").GetInt();
  settings.l2 = member(json, "l2").GetDouble();
  settings.seed = member(json, "seed").GetUint64();
  recipe.epochs = member(json, "epochs").GetInt64();
  recipe.cosine = json.HasMember("schedule");
  recipe.dtype = dd::dtypeFromName(member(json, "dtype").GetString());
  for (const auto& source : member(json, "data").GetArray()) {
    recipe.mnist |= source == "mnist";
    recipe.strokes |= source == "strokes";
  }
  if (json.HasMember("strokeVariants")) recipe.strokeVariants = json["strokeVariants"].GetInt();
  if (json.HasMember("augmentation")) {
    const auto& ranges = json["augmentation"];
    const auto range = [&ranges](const char* key) { return member(ranges, key).GetFloat(); };
    recipe.augmented = true;
    recipe.augmentation = {range("rotation"), range("shear"), range("scale"), range("aspect"),
                           range("translation")};
  }
  return recipe;
}

std::vector<dd::Stroke> readStrokes(std::istream& line) {
  std::size_t strokes = 0, points = 0;
  line >> strokes;
  std::vector<dd::Stroke> result(strokes);
  for (dd::Stroke& stroke : result) {
    line >> points;
    stroke.resize(points);
    for (dd::Point& point : stroke) line >> point.x >> point.y;
  }
  if (!line) throw std::runtime_error("A line of the stroke file is cut off.");
  return result;
}

/// Every digit as it is, then in variants: bent as the recipe says, drawn with another pen.
DataSet renderStrokes(const std::string& path, const Recipe& recipe, dd::Random& random) {
  DataSet data;
  std::ifstream file(path);
  if (!file) throw std::runtime_error("The file " + path + " cannot be read.");
  for (std::string line; std::getline(file, line);) {
    std::istringstream numbers(line);
    int label = -1;
    numbers >> label;
    const std::vector<dd::Stroke> strokes = readStrokes(numbers);
    for (int variant = 0; variant < recipe.strokeVariants; ++variant) {
      dd::PenStyle pen;
      if (variant > 0) {
        pen.width *= static_cast<float>(random.uniform(0.75, 1.35));
        pen.softness *= static_cast<float>(random.uniform(0.8, 1.2));
      }
      const auto image = dd::imageFromStrokes(
          variant > 0 ? dd::augmentStrokes(strokes, recipe.augmentation, random) : strokes, pen);
      if (image) data.append(*image, label);
    }
  }
  return data;
}

/// η falls from its full value to nearly 0 along half a cosine (Loshchilov & Hutter, 2017).
double cosineRate(double learningRate, double progress) {
  return learningRate * 0.5 * (1 + std::cos(std::numbers::pi * progress));
}

void train(const Recipe& recipe, const std::string& mnistFolder, const std::string& strokeFile,
           const std::string& output) {
  // The data's variants have a stream of their own, apart from the initial weights' and the
  // order's.
  dd::Random random(recipe.settings.seed + 1000);
  auto training = std::make_shared<DataSet>();
  if (recipe.mnist) training->append(readMnist(mnistFolder, "train"));
  if (recipe.strokes) training->append(renderStrokes(strokeFile, recipe, random));
  auto test = std::make_shared<DataSet>(readMnist(mnistFolder, "t10k"));

  auto samples = recipe.augmented ? std::make_shared<dd::DataSetSamples>(
                                        training, recipe.augmentation, random.next())
                                  : std::make_shared<dd::DataSetSamples>(training);
  dd::Trainer trainer(recipe.settings, samples, std::make_shared<dd::DataSetSamples>(test));

  while (trainer.progress().epoch < recipe.epochs) {
    if (recipe.cosine) {
      const auto& now = trainer.progress();
      const double epochs =
          static_cast<double>(now.epoch) +
          static_cast<double>(now.sampleInEpoch) / static_cast<double>(trainer.epochSize());
      trainer.setLearningRate(
          cosineRate(recipe.settings.learningRate, epochs / static_cast<double>(recipe.epochs)));
    }
    const std::int64_t epoch = trainer.progress().epoch;
    if (!trainer.trainBatch()) throw std::runtime_error("The training diverged.");
    if (trainer.progress().epoch == epoch) continue;
    dd::Evaluation evaluation = trainer.startEvaluation(false, test->size());
    evaluation.advance(trainer.network(), test->size());
    std::printf("epoch %3lld  loss %.4f  t10k %.2f %%\n",
                static_cast<long long>(trainer.progress().epoch), trainer.progress().runningLoss,
                100 * evaluation.accuracy());
    std::fflush(stdout);
  }

  const dd::Model model{recipe.settings.architecture, trainer.theta(), {{"recipe", recipe.text}}};
  const std::vector<std::uint8_t> file = dd::encodeModel(model, recipe.dtype);
  std::ofstream stream(output, std::ios::binary);
  stream.write(reinterpret_cast<const char*>(file.data()),
               static_cast<std::streamsize>(file.size()));
  if (!stream.flush()) throw std::runtime_error("The file " + output + " cannot be written.");
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 5) {
    std::fputs("usage: train RECIPE.json MNIST_IDX_DIR STROKES.txt MODEL.safetensors\n", stderr);
    return 2;
  }
  try {
    train(readRecipe(arguments[1]), arguments[2], arguments[3], arguments[4]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
