// The native trainer: one recipe and the real data in, one model file out.
//
//   train RECIPE.json MNIST_IDX_DIR STROKES_DIR MODEL.safetensors
//
// RECIPE.json is one entry of weights/recipes.json. STROKES_DIR holds training.txt and
// validation.txt, digits of different writers, one a line: its label, the number of strokes, then
// for each stroke the number of points and their x and y; they are read only if the recipe's data
// name "strokes". weights/train.mjs prepares all of them. A recipe's teacher is looked for beside
// MODEL.safetensors.

#include <cmath>
#include <memory>
#include <numbers>
#include <optional>
#include <sstream>

#include "data/non_digits.hpp"
#include "data/samples.hpp"
#include "nn/calibration.hpp"
#include "tools/recipe.hpp"

namespace dd::tools {
namespace {

struct Paths {
  std::filesystem::path recipe, mnist, strokes, output;
};

std::vector<Stroke> readStrokes(std::istream& line) {
  std::size_t strokes = 0, points = 0;
  line >> strokes;
  std::vector<Stroke> result(strokes);
  for (Stroke& stroke : result) {
    line >> points;
    stroke.resize(points);
    for (Point& point : stroke) line >> point.x >> point.y;
  }
  if (!line) throw std::runtime_error("A line of the stroke file is cut off.");
  return result;
}

/// Every digit as it is, then in variants.
void appendStrokes(const std::filesystem::path& path, int variants,
                   const AugmentationRanges& ranges, Random& random, DataSet& data) {
  Augmentation augmentation(ranges);
  std::ifstream file(path);
  if (!file) throw std::runtime_error("The file " + path.string() + " cannot be read.");
  for (std::string line; std::getline(file, line);) {
    std::istringstream numbers(line);
    int label = -1;
    numbers >> label;
    const std::vector<Stroke> strokes = readStrokes(numbers);
    for (int variant = 0; variant < variants; ++variant) {
      std::optional<Image> image;
      if (variant == 0) {
        image = imageFromStrokes(strokes);
      } else {
        const PenStyle pen = augmentation.pen(random);
        image = imageFromStrokes(augmentation.strokes(strokes, random), pen);
      }
      if (image) data.append(*image, label);
    }
  }
}

struct Data {
  std::shared_ptr<DataSetSamples> varied;
  std::shared_ptr<Samples> training;    ///< `varied`, with the teacher's targets if there is one
  std::shared_ptr<Samples> validation;  ///< the validation part, or t10k where there is none
};

Data readData(const Recipe& recipe, const Paths& paths) {
  // The data's variants have a stream of their own, apart from the initial weights' and the
  // order's.
  Random random(recipe.settings.seed + 1000);
  const int classes = recipe.nonDigits > 0 ? noDigit + 1 : digitCount;
  auto training = std::make_shared<DataSet>(classes);
  auto validation = std::make_shared<DataSet>();
  if (recipe.mnist) {
    const DataSet mnist = readMnist(paths.mnist, "train");
    const std::size_t used = mnist.size() - recipe.validation;
    training->append(mnist.slice(0, used));
    validation->append(mnist.slice(used, mnist.size()));
  }
  if (recipe.strokes) {
    appendStrokes(paths.strokes / "training.txt", recipe.strokeVariants, recipe.strokeRanges,
                  random, *training);
    appendStrokes(paths.strokes / "validation.txt", 1, {}, random, *validation);
  }
  if (recipe.nonDigits > 0) {
    training->append(nonDigits(recipe.nonDigits, random.next(), NonDigitFamily::training));
  }
  if (recipe.validation == 0) *validation = readMnist(paths.mnist, "t10k");

  auto varied = std::make_shared<DataSetSamples>(training, random.next());
  std::shared_ptr<Samples> samples = varied;
  if (!recipe.teacher.empty()) {
    const auto file = paths.output.parent_path() / (recipe.teacher + ".safetensors");
    Model teacher = decodeModel(readFile(file));
    samples = std::make_shared<DistilledSamples>(samples, std::move(teacher.architecture),
                                                 std::move(teacher.theta), recipe.distillation);
  }
  return {varied, samples, std::make_shared<DataSetSamples>(validation)};
}

/// η falls from its full value to nearly 0 along half a cosine (Loshchilov & Hutter, 2017).
double cosineRate(double learningRate, double progress) {
  return learningRate * 0.5 * (1 + std::cos(std::numbers::pi * progress));
}

/// The exponential moving average of θ; over the first steps it forgets faster, so that the random
/// initial weights do not linger.
class Average {
 public:
  Average(double decay, const Vector<float>& theta) : decay_(decay), value_(theta) {}

  void add(const Vector<float>& theta) {
    const double decay = std::min(decay_, (1.0 + steps_) / (10.0 + steps_));
    value_ += static_cast<float>(1 - decay) * (theta - value_);
    ++steps_;
  }
  const Vector<float>& value() const { return value_; }

 private:
  double decay_;
  double steps_ = 0;
  Vector<float> value_;
};

void train(const Paths& paths) {
  const Recipe recipe = recipeFrom(readFile(paths.recipe));
  const Data data = readData(recipe, paths);
  Trainer trainer(recipe.settings, data.training, data.validation);
  Average average(recipe.average, trainer.theta());

  while (trainer.progress().epoch < recipe.epochs) {
    if (recipe.augmentation && trainer.progress().sampleInEpoch == 0) {
      const auto epoch = static_cast<double>(trainer.progress().epoch);
      data.varied->setAugmentation(rangesAt(recipe, epoch / static_cast<double>(recipe.epochs)));
    }
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
    if (recipe.average > 0) average.add(trainer.theta());
    if (trainer.progress().epoch == epoch) continue;
    Evaluation evaluation(trainer.network(), recipe.average > 0 ? average.value() : trainer.theta(),
                          data.validation, data.validation->size());
    evaluation.advance(trainer.network(), data.validation->size());
    std::printf("epoch %3lld  loss %.4f  %s %.2f %%\n",
                static_cast<long long>(trainer.progress().epoch), trainer.progress().runningLoss,
                recipe.validation > 0 ? "validation" : "t10k", 100 * evaluation.accuracy());
    std::fflush(stdout);
  }

  Model model{recipe.settings.architecture,
              recipe.average > 0 ? average.value() : trainer.theta(),
              {{"recipe", recipe.text}}};
  if (!recipe.classes.empty()) model.metadata["classes"] = recipe.classes;
  if (recipe.validation > 0) {
    const double temperature = fitTemperature(trainer.network(), model.theta, *data.validation);
    applyTemperature(trainer.network(), model.theta, temperature);
    std::printf("temperature %.3f\n", temperature);
  }
  if (recipe.nonDigitShare > 0) {
    const double before =
        static_cast<double>(recipe.nonDigits) / static_cast<double>(data.training->size());
    applyPrior(trainer.network(), model.theta, noDigit, before, recipe.nonDigitShare);
  }
  const std::vector<std::uint8_t> file = encodeModel(model, recipe.dtype);
  std::ofstream stream(paths.output, std::ios::binary);
  stream.write(reinterpret_cast<const char*>(file.data()),
               static_cast<std::streamsize>(file.size()));
  if (!stream.flush()) {
    throw std::runtime_error("The file " + paths.output.string() + " cannot be written.");
  }
}

}  // namespace
}  // namespace dd::tools

int main(int count, char** arguments) {
  if (count != 5) {
    std::fputs("usage: train RECIPE.json MNIST_IDX_DIR STROKES_DIR MODEL.safetensors\n", stderr);
    return 2;
  }
  return dd::tools::exitCode([&] {
    dd::tools::train({arguments[1], arguments[2], arguments[3], arguments[4]});
  });
}
