#include <array>
#include <memory>

#include "labs/playground/class_ways.hpp"
#include "labs/shared/plane_bindings.hpp"

namespace dd::bindings {
namespace {

PlaygroundSettings readSettings(const val& options) {
  PlaygroundSettings settings;
  settings.data.shape = planeShapeFromName(readText(options, "shape"));
  settings.data.classes = static_cast<int>(readInteger(options, "classes"));
  settings.data.noise = readNumber(options, "noise");
  settings.data.seed = readSeed(readNumber(options, "dataSeed"));
  settings.data.own = readDoubles(options["own"], "own");
  settings.hidden.clear();
  const val hidden = options["hidden"];
  if (!hidden.isArray()) throw std::invalid_argument("\"hidden\" must be a list.");
  const auto layers = hidden["length"].as<unsigned>();
  for (unsigned i = 0; i < layers; ++i) {
    settings.hidden.push_back(static_cast<Index>(readInteger(hidden, std::to_string(i).c_str())));
  }
  settings.activation = activationFromName(readText(options, "activation"));
  settings.optimizer = readText(options, "optimizer");
  settings.learningRate = readNumber(options, "learningRate");
  settings.batchSize = static_cast<Index>(readInteger(options, "batchSize"));
  settings.l2 = readNumber(options, "l2");
  settings.seed = readSeed(readNumber(options, "seed"));
  return settings;
}

/// A new Playground; the caller deletes it.
std::shared_ptr<Playground> create(const val& options) {
  return guarded([&] { return std::make_shared<Playground>(readSettings(options)); });
}

val points(const PlanePoints& points) {
  val object = val::object();
  object.set("x", floats(points.x));
  object.set("labels", integers({points.labels.begin(), points.labels.end()}));
  return object;
}

val data(const Playground& playground) {
  val object = val::object();
  object.set("train", points(playground.data().train));
  object.set("test", points(playground.data().test));
  return object;
}

int train(Playground& playground, int batches) { return playground.train(batches); }

/// What can be turned while the network learns.
void tune(Playground& playground, const val& options) {
  guarded([&] {
    Trainer* trainer = playground.trainer();
    if (!trainer) return;
    trainer->setLearningRate(readNumber(options, "learningRate"));
    trainer->setOptimizer(readText(options, "optimizer"), {});
    trainer->setBatchSize(static_cast<Index>(readInteger(options, "batchSize")));
    trainer->setL2(readNumber(options, "l2"));
    if (trainer->progress().state == TrainingState::diverged) trainer->resume();
  });
}

val scoreObject(const PlaneScore& score) {
  val object = val::object();
  object.set("loss", score.loss);
  object.set("accuracy", score.accuracy);
  return object;
}

val progress(Playground& playground) {
  const Trainer* trainer = playground.trainer();
  val object = val::object();
  object.set("step", trainer ? static_cast<double>(trainer->progress().step) : 0.0);
  object.set("epoch", trainer ? static_cast<double>(trainer->progress().epoch) : 0.0);
  object.set("divergedAt", trainer ? static_cast<double>(trainer->progress().divergedAt) : -1.0);
  object.set("train", scoreObject(playground.score(playground.data().train)));
  object.set("test", scoreObject(playground.score(playground.data().test)));
  object.set("silent", bytes(playground.silentUnits()));
  object.set("parameters", static_cast<double>(playground.theta().size()));
  return object;
}

val field(Playground& playground, const val& gridObject) {
  return guarded([&] {
    const PlaneGrid grid = readGrid(gridObject);
    const Matrix<float> field = playground.field(grid);
    val object = val::object();
    object.set("probabilities", floats(field));
    object.set("borders", floats(classBorders(field, grid)));
    return object;
  });
}

val unitFields(Playground& playground, const val& grid) {
  return guarded([&] { return floats(playground.unitFields(readGrid(grid))); });
}

/// Softmax output at one place, and the activations of the hidden units there.
val at(Playground& playground, double x, double y) {
  return guarded([&] {
    Network<float>& network = playground.network();
    network.inputs(1).row(0) << static_cast<float>(x), static_cast<float>(y);
    network.forward(playground.theta(), 1);
    std::vector<double> units;
    const std::size_t layers = network.architecture().layers.size();
    for (std::size_t layer = 0; layer + 1 < layers; ++layer) {
      const auto a = network.activations(layer, 1);
      for (Index i = 0; i < a.cols(); ++i) units.push_back(a(0, i));
    }
    const Vector<double> p = network.outputs(1).row(0).transpose().cast<double>();
    Index winner;
    p.maxCoeff(&winner);
    val object = val::object();
    object.set("probabilities", doubles(p.data(), static_cast<std::size_t>(p.size())));
    object.set("winner", static_cast<int>(winner));
    object.set("units", doubles(units));
    return object;
  });
}

val theta(const Playground& playground) { return floats(playground.theta()); }

void setTheta(Playground& playground, const val& theta) {
  guarded([&] { playground.setTheta(readVector(theta, "theta")); });
}

/// The three ways, trained beside one another on the same data.
struct Comparison {
  explicit Comparison(const PlaygroundSettings& settings)
      : data(makePlaneData(settings.data)),
        ways{ClassWays(ClassWay::softmax, settings), ClassWays(ClassWay::oneVsRest, settings),
             ClassWays(ClassWay::oneVsOne, settings)} {}
  PlaneData data;
  std::array<ClassWays, 3> ways;
};

std::shared_ptr<Comparison> compare(const val& options) {
  return guarded([&] { return std::make_shared<Comparison>(readSettings(options)); });
}

void trainWays(Comparison& comparison, int batches) {
  for (ClassWays& way : comparison.ways) way.train(batches);
}

val judge(Comparison& comparison, const val& gridObject) {
  return guarded([&] {
    const PlaneGrid grid = readGrid(gridObject);
    Matrix<float> cells(grid.size(), 2);
    grid.fill<float>(cells);
    val list = val::array();
    for (ClassWays& way : comparison.ways) {
      const ClassWays::Judgement judgement = way.judge(cells);
      double undecided = 0;
      for (const std::uint8_t cell : judgement.undecided) undecided += cell;
      val object = val::object();
      object.set("shares", floats(judgement.shares));
      object.set("borders", floats(way.borders(grid)));
      object.set("undecided", bytes(judgement.undecided));
      object.set("undecidedShare", undecided / static_cast<double>(grid.size()));
      object.set("trainAccuracy", way.accuracy(comparison.data.train));
      object.set("testAccuracy", way.accuracy(comparison.data.test));
      object.set("networks", static_cast<int>(way.networks()));
      object.set("parameters", static_cast<int>(way.parameterCount()));
      object.set("diverged", way.diverged());
      list.call<void>("push", object);
    }
    return list;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_playground) {
  emscripten::class_<Playground>("Playground")
      .smart_ptr<std::shared_ptr<Playground>>("PlaygroundPointer")
      .function("data", &data)
      .function("train", &train)
      .function("tune", &tune)
      .function("progress", &progress)
      .function("field", &field)
      .function("unitFields", &unitFields)
      .function("at", &at)
      .function("theta", &theta)
      .function("setTheta", &setTheta);
  emscripten::function("createPlayground", &create);
  emscripten::class_<Comparison>("ClassComparison")
      .smart_ptr<std::shared_ptr<Comparison>>("ClassComparisonPointer")
      .function("train", &trainWays)
      .function("judge", &judge);
  emscripten::function("createClassComparison", &compare);
}

}  // namespace dd::bindings
