#include <array>

#include "bindings/values.hpp"
#include "descent/error.hpp"
#include "labs/playground/multiclass.hpp"

namespace dd::bindings {

template <>
struct Crossing<std::vector<Index>> {
  static constexpr const char* name = "Array";
  static std::vector<Index> in(const val& list, const char* what) {
    if (!list.isArray()) throw Error("wrongType", {{"field", what}, {"type", "list"}});
    std::vector<Index> values;
    for (const double value : readArray<double>(list, what)) {
      values.push_back(static_cast<Index>(toInteger(value, what)));
    }
    return values;
  }
};

namespace {

using Settings = PlaygroundSettings;
using DataSettings = PlaneDataSettings;

template <auto setting>
auto& dataSetting(Settings& settings) {
  return settings.data.*setting;
}

std::shared_ptr<Playground> createPlayground(const Settings& settings) {
  return std::make_shared<Playground>(settings);
}

/// What can be turned while the network learns.
struct PlaygroundChanges {
  double learningRate;
  std::string optimizer;
  Index batchSize;
  double l2;
};

void tune(Playground& playground, const PlaygroundChanges& changes) {
  Trainer* trainer = playground.trainer();
  if (!trainer) return;
  trainer->setLearningRate(changes.learningRate);
  trainer->setOptimizer(changes.optimizer, {});
  trainer->setBatchSize(changes.batchSize);
  trainer->setL2(changes.l2);
  if (trainer->progress().state == TrainingState::diverged) trainer->resume();
}

struct PlaygroundProgress {
  std::int64_t step = 0, epoch = 0, divergedAt = -1;
  PlaneScore train, test;
  std::vector<std::uint8_t> silent;
  Index parameters;
};

PlaygroundProgress progress(Playground& playground) {
  const TrainingProgress now =
      playground.trainer() ? playground.trainer()->progress() : TrainingProgress{};
  return {now.step,
          now.epoch,
          now.divergedAt,
          playground.score(playground.data().train),
          playground.score(playground.data().test),
          playground.silentUnits(),
          playground.theta().size()};
}

struct PlaygroundField {
  Matrix<float> probabilities;
  std::vector<float> borders;
};

PlaygroundField field(Playground& playground, const PlaneGrid& grid) {
  const Matrix<float> field = playground.field(grid);
  return {field, classBorders(field, grid)};
}

/// Softmax output at one place, and the activations of the hidden units there.
struct PlaygroundPlace {
  Vector<double> probabilities;
  Index winner;
  std::vector<double> units;
};

PlaygroundPlace at(Playground& playground, double x, double y) {
  Network<float>& network = playground.network();
  network.inputs(1).row(0) << static_cast<float>(x), static_cast<float>(y);
  network.forward(playground.theta(), 1);
  PlaygroundPlace place{network.outputs(1).row(0).transpose().cast<double>(), 0, {}};
  place.probabilities.maxCoeff(&place.winner);
  const std::size_t layers = network.architecture().layers.size();
  for (std::size_t layer = 0; layer + 1 < layers; ++layer) {
    const auto a = network.activations(layer, 1);
    for (Index i = 0; i < a.cols(); ++i) place.units.push_back(a(0, i));
  }
  return place;
}

/// The three methods, trained beside one another on the same data.
struct ClassComparison {
  explicit ClassComparison(const Settings& settings)
      : data(makePlaneData(settings.data)),
        methods{MulticlassClassifier(MulticlassMethod::softmax, settings),
                MulticlassClassifier(MulticlassMethod::oneVsRest, settings),
                MulticlassClassifier(MulticlassMethod::oneVsOne, settings)} {}
  PlaneData data;
  std::array<MulticlassClassifier, 3> methods;
};

std::shared_ptr<ClassComparison> createClassComparison(const Settings& settings) {
  return std::make_shared<ClassComparison>(settings);
}

void train(ClassComparison& comparison, int batches) {
  for (MulticlassClassifier& method : comparison.methods) method.train(batches);
}

struct MethodResult {
  Matrix<float> shares;
  std::vector<float> borders;
  std::vector<std::uint8_t> undecided;
  double undecidedShare, trainAccuracy, testAccuracy;
  std::size_t networks;
  Index parameters;
  bool diverged;
};

std::vector<MethodResult> classify(ClassComparison& comparison, const PlaneGrid& grid) {
  const Matrix<float> cells = grid.cells<float>();
  std::vector<MethodResult> list;
  for (MulticlassClassifier& method : comparison.methods) {
    const MulticlassClassifier::Classification classification = method.classify(cells);
    double undecided = 0;
    for (const std::uint8_t cell : classification.undecided) undecided += cell;
    list.push_back({classification.shares, method.borders(grid), classification.undecided,
                    undecided / static_cast<double>(grid.size()),
                    method.accuracy(comparison.data.train), method.accuracy(comparison.data.test),
                    method.networks(), method.parameterCount(), method.diverged()});
  }
  return list;
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_playground) {
  DD_OPTIONS(PlaygroundSettings, hidden, activation, optimizer, learningRate, batchSize, l2, seed)
      .field<&dataSetting<&DataSettings::shape>>("shape")
      .field<&dataSetting<&DataSettings::classes>>("classes")
      .field<&dataSetting<&DataSettings::noise>>("noise")
      .field<&dataSetting<&DataSettings::seed>>("dataSeed")
      .field<&dataSetting<&DataSettings::own>>("own");
  DD_OPTIONS(PlaygroundChanges, learningRate, optimizer, batchSize, l2);
  DD_RESULT(PlanePoints, x, labels);
  DD_RESULT(PlaneData, train, test);
  DD_RESULT(PlaneScore, loss, accuracy);
  DD_RESULT(PlaygroundProgress, step, epoch, divergedAt, train, test, silent, parameters);
  DD_RESULT(PlaygroundField, probabilities, borders);
  DD_RESULT(PlaygroundPlace, probabilities, winner, units);
  DD_RESULT(MethodResult, shares, borders, undecided, undecidedShare, trainAccuracy, testAccuracy,
            networks, parameters, diverged);
  Class<Playground>("Playground", "PlaygroundPointer")
      .functions<&Playground::data, &Playground::train, &tune, &progress, &field,
                 &Playground::unitFields, &at, &Playground::theta, &Playground::setTheta>();
  Class<ClassComparison>("ClassComparison", "ClassComparisonPointer")
      .functions<&train, &classify>();
  functions<&createPlayground, &createClassComparison>();
}

}  // namespace dd::bindings
