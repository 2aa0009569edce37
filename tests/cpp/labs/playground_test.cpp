#include "labs/playground/playground.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "labs/playground/multiclass.hpp"

namespace dd {
namespace {

const PlaneGrid grid{-planeRadius, planeRadius, -planeRadius, planeRadius, 30, 30};

TEST(PlaneData, HoldsEachClassInTrainingAndTest) {
  for (const char* name : {"circles", "xor", "spirals", "moons", "blobs"}) {
    for (int classes = 2; classes <= PlaneDataSettings::maxClasses; ++classes) {
      const PlaneData data = makePlaneData(
          {.shape = fromName<PlaneShape>(name), .classes = classes, .pointsPerClass = 20});
      EXPECT_EQ(data.train.size(), 14 * classes) << name;
      EXPECT_EQ(data.test.size(), 6 * classes) << name;
      EXPECT_LE(data.train.x.cwiseAbs().maxCoeff(), planeRadius) << name;
      for (int k = 0; k < classes; ++k) {
        EXPECT_EQ(std::count(data.train.labels.begin(), data.train.labels.end(), k), 14) << name;
      }
    }
  }
}

TEST(PlaneData, XorOfTwoClassesIsTheSignOfTheProduct) {
  const PlaneData data = makePlaneData({.shape = PlaneShape::xor_, .noise = 0});
  for (Index i = 0; i < data.train.size(); ++i) {
    const bool alike = data.train.x(i, 0) * data.train.x(i, 1) > 0;
    EXPECT_EQ(data.train.labels[static_cast<std::size_t>(i)], alike ? 0 : 1);
  }
}

TEST(PlaneData, TheSeedDecides) {
  const auto points = [](std::uint64_t seed) { return makePlaneData({.seed = seed}).train.x; };
  EXPECT_EQ(points(3), points(3));
  EXPECT_NE(points(3), points(4));
}

TEST(Playground, ScoresAndFieldsAreThoseOfItsNetwork) {
  PlaygroundSettings settings;
  settings.hidden = {3};
  settings.data.classes = 3;
  Playground playground(settings);
  ASSERT_EQ(playground.train(200), 200);
  const Matrix<float> field = playground.field(grid);
  EXPECT_NEAR(field.rowwise().sum().minCoeff(), 1, 1e-5);
  EXPECT_NEAR(playground.unitFields(grid).cwiseAbs().rowwise().maxCoeff().minCoeff(), 1, 1e-5);

  const PlanePoints& train = playground.data().train;
  Evaluation evaluation = playground.trainer()->startEvaluation(true, 10'000);
  evaluation.advance(playground.network(), evaluation.total());
  const PlaneScore score = playground.score(train);
  EXPECT_NEAR(score.loss, evaluation.loss(), 1e-5);
  EXPECT_DOUBLE_EQ(score.accuracy, evaluation.accuracy());
}

TEST(Playground, FindsSilentUnits) {
  PlaygroundSettings settings;
  settings.hidden = {2, 1};
  settings.activation = Activation::relu;
  Playground playground(settings);
  Vector<float> theta = Vector<float>::Constant(playground.theta().size(), 0.5f);
  theta[4] = theta[5] = 9;  // biases of the first layer: never silent
  theta[8] = -1000;         // bias of the second: below zero everywhere
  playground.setTheta(theta);
  EXPECT_EQ(playground.silentUnits(), (std::vector<std::uint8_t>{0, 0, 1}));
}

TEST(MulticlassClassifier, LinesLeaveATriangleThatNobodyClaims) {
  PlaygroundSettings settings;
  settings.hidden = {};
  settings.data = {.shape = PlaneShape::blobs, .classes = 3};
  MulticlassClassifier methods(MulticlassMethod::oneVsRest, settings);
  methods.train(1500);
  Matrix<float> middle = Matrix<float>::Zero(1, 2);
  EXPECT_EQ(methods.classify(middle).undecided[0], 1);
  EXPECT_GT(methods.accuracy(makePlaneData(settings.data).test), 0.95);
}

TEST(MulticlassClassifier, VotesDecideAndProbabilitiesBreakTies) {
  PlaygroundSettings settings;
  settings.data = {.shape = PlaneShape::blobs, .classes = 4};
  MulticlassClassifier methods(MulticlassMethod::oneVsOne, settings);
  EXPECT_EQ(methods.networks(), 6u);
  methods.train(300);
  EXPECT_GT(methods.accuracy(makePlaneData(settings.data).test), 0.95);
  const MulticlassClassifier::Classification classification =
      methods.classify(makePlaneData(settings.data).test.x);
  EXPECT_GT(classification.shares.minCoeff(), -1e-6);
  EXPECT_NEAR(classification.shares.maxCoeff(), 1, 0.01);  // all votes, all of them sure
}

TEST(MulticlassClassifier, AClassWithoutPointsIsUnknownToItsNetworks) {
  PlaygroundSettings settings;
  settings.data = {.shape = PlaneShape::own, .classes = 3, .own = {0, 1, 0, 0, -1, 1}};
  for (const MulticlassMethod method :
       {MulticlassMethod::softmax, MulticlassMethod::oneVsRest, MulticlassMethod::oneVsOne}) {
    MulticlassClassifier methods(method, settings);
    methods.train(200);
    EXPECT_EQ(methods.accuracy(makePlaneData(settings.data).train), 1);
  }
  settings.data.own.clear();
  MulticlassClassifier empty(MulticlassMethod::oneVsRest, settings);
  empty.train(5);
  EXPECT_TRUE(std::isnan(empty.accuracy({})));
}

}  // namespace
}  // namespace dd
