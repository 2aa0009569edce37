#include "descent/functions.hpp"

#include <cmath>

#include "descent/curvature.hpp"
#include "descent/gradient_check.hpp"
#include "descent/random.hpp"
#include "expect.hpp"

namespace dd {
namespace {

using Theta = Vector<double>;

Theta toTheta(const Coordinates& point) {
  return Eigen::Map<const Theta>(point.data(), static_cast<Index>(point.size()));
}

class EveryFunction : public testing::TestWithParam<FunctionFacts> {
 protected:
  const FunctionFacts& facts() const { return GetParam(); }
  TestFunction function() const { return makeFunction(facts().name); }

  Theta gradientAt(const Coordinates& point) const {
    TestFunction f = function();
    Theta gradient(f.dimension());
    f.valueAndGradient(toTheta(point), gradient);
    return gradient;
  }
};

INSTANTIATE_TEST_SUITE_P(Registry, EveryFunction, testing::ValuesIn(functionFacts()),
                         [](const auto& info) {
                           std::string name = info.param.name;
                           std::erase(name, '-');
                           return name;
                         });

TEST_P(EveryFunction, PassesTheGradientCheckAtAHundredPoints) {
  TestFunction f = function();
  Random random(7);
  for (int i = 0; i < 100; ++i) {
    Theta theta(f.dimension());
    for (Index j = 0; j < theta.size(); ++j) {
      theta[j] = random.uniform(facts().range[2 * j], facts().range[2 * j + 1]);
    }
    EXPECT_LT(gradientCheck(f, theta), 1e-6) << "at " << theta.transpose();
  }
}

TEST_P(EveryFunction, GivesOneValueWithAndWithoutTheGradient) {
  TestFunction f = function();
  Theta gradient(f.dimension());
  const Theta start = toTheta(facts().start);
  EXPECT_EQ(f.value(start), f.valueAndGradient(start, gradient));
}

TEST_P(EveryFunction, HasItsMinimaWhereItSays) {
  TestFunction f = function();
  for (std::size_t index = 0; index < facts().minima.size(); ++index) {
    const Coordinates& minimum = facts().minima[index];
    const Theta centre = toTheta(minimum);
    EXPECT_LT(gradientAt(minimum).norm(), 1e-11) << centre.transpose();
    for (int i = 0; i < 36; ++i) {
      for (const double radius : {1e-3, 3e-2}) {
        Theta neighbour = centre;
        neighbour[0] += radius * std::cos(i * std::acos(-1) / 18);
        if (f.dimension() == 2) neighbour[1] += radius * std::sin(i * std::acos(-1) / 18);
        if (neighbour == centre) continue;
        EXPECT_GT(f.value(neighbour), f.value(centre)) << neighbour.transpose();
        EXPECT_EQ(nearestMinimum(facts(), neighbour)->index, index) << neighbour.transpose();
      }
    }
  }
}

TEST_P(EveryFunction, HasNoSlopeAtItsSaddlesAndNoMinimumThere) {
  TestFunction f = function();
  for (const Coordinates& saddle : facts().saddles) {
    const Theta centre = toTheta(saddle);
    EXPECT_LT(gradientAt(saddle).norm(), 1e-11) << centre.transpose();
    double lowest = f.value(centre);
    for (int i = 0; i < 36; ++i) {
      Theta neighbour = centre;
      neighbour[0] += 0.01 * std::cos(i * std::acos(-1) / 18);
      if (f.dimension() == 2) neighbour[1] += 0.01 * std::sin(i * std::acos(-1) / 18);
      lowest = std::min(lowest, f.value(neighbour));
    }
    EXPECT_LT(lowest, f.value(centre)) << centre.transpose();
  }
}

TEST_P(EveryFunction, StartsInsideItsRange) {
  ASSERT_EQ(facts().start.size(), static_cast<std::size_t>(facts().dimension));
  ASSERT_EQ(facts().range.size(), 2 * facts().start.size());
  for (std::size_t i = 0; i < facts().start.size(); ++i) {
    EXPECT_GT(facts().start[i], facts().range[2 * i]);
    EXPECT_LT(facts().start[i], facts().range[2 * i + 1]);
  }
}

TEST(Functions, AreAsCurvedAsTheySayEverywhere) {
  Random random(11);
  std::string curved;
  for (const FunctionFacts& facts : functionFacts()) {
    if (std::isnan(facts.curvature)) continue;
    curved += facts.name + " ";
    TestFunction f = makeFunction(facts.name);
    for (int i = 0; i < 20; ++i) {
      Theta theta(f.dimension());
      for (double& component : theta) component = random.uniform(-5, 5);
      EXPECT_NEAR(largestCurvature(f, theta), facts.curvature, 1e-6) << facts.name;
    }
  }
  EXPECT_EQ(curved, "square shifted-square bowl ellipse booth ");
}

TEST(Functions, HaveTheValuesOfTheLiterature) {
  const auto value = [](const char* name, double x, double y) {
    return makeFunction(name).value(Theta{{x, y}});
  };
  EXPECT_NEAR(value("bowl", 3, 1), 9.708073, 5e-7);
  EXPECT_DOUBLE_EQ(value("rosenbrock", -1.2, 1), 24.2);
  EXPECT_DOUBLE_EQ(value("himmelblau", 0, 0), 170);
  EXPECT_NEAR(value("himmelblau", -0.270845, -0.923039), 181.616522, 1e-5);
  EXPECT_DOUBLE_EQ(value("beale", 0, 0), 14.203125);
  EXPECT_DOUBLE_EQ(value("booth", 0, 0), 74);
  EXPECT_NEAR(value("six-hump-camel", 0.0898, -0.7126), -1.0316285, 1e-7);
  EXPECT_NEAR(value("rastrigin", 0.5, 0.5), 40.5, 1e-12);
  EXPECT_NEAR(value("ackley", 0, 0), 0, 1e-14);
  EXPECT_NEAR(value("ackley", 1, 1), 3.6253849384, 1e-9);
}

TEST(Functions, TakeAParameterWithinItsRange) {
  TestFunction f = makeFunction("ellipse", 50);
  EXPECT_DOUBLE_EQ(f.value(Theta{{2, 1}}), 27);
  EXPECT_DOUBLE_EQ(f.facts().curvature, 50);
  EXPECT_DOUBLE_EQ(f.facts().parameter->value, 50);
  EXPECT_ERROR("range quantity=functionParameter value=0.5 min=1 max=100",
               makeFunction("ellipse", 0.5));
  EXPECT_ERROR("range quantity=functionParameter value=nan min=1 max=100",
               makeFunction("ellipse", std::nan("")));
  EXPECT_ERROR("noParameter function=square", makeFunction("square", 2));
  EXPECT_ERROR("unknownName quantity=function value=cube …", makeFunction("cube"));
}

TEST(Functions, FindTheNearestOfTheirMinima) {
  const FunctionFacts facts = makeFunction("double-well").facts();
  const auto right = nearestMinimum(facts, Theta{{0.5}});
  ASSERT_TRUE(right.has_value());
  EXPECT_EQ(right->index, 1);
  EXPECT_NEAR(right->distance, 0.4601495555, 1e-9);
  EXPECT_EQ(nearestMinimum(facts, Theta{{-0.5}})->index, 0);
  EXPECT_FALSE(nearestMinimum(makeFunction("saddle").facts(), Theta{{0.0, 1.0}}));
}

TEST(Functions, ChooseAFiniteSlopeWhereThereIsNone) {
  Theta gradient(1);
  makeFunction("absolute").valueAndGradient(Theta{{0.0}}, gradient);
  EXPECT_EQ(gradient[0], 0);
  gradient.resize(2);
  makeFunction("ackley").valueAndGradient(Theta{{0.0, 0.0}}, gradient);
  EXPECT_EQ(gradient, (Theta{{0.0, 0.0}}));
  gradient.resize(1);
  EXPECT_EQ(makeFunction("flat-steep").valueAndGradient(Theta{{1e200}}, gradient), 1);
  EXPECT_EQ(gradient[0], 0);
}

TEST(LargestLearningRate, IsWhereTheOptimizersCeaseToConverge) {
  OptimizerSettings settings;
  settings.momentum = 0.6;
  for (const char* name : {"sgd", "momentum", "nesterov"}) {
    for (const double kappa : {1.0, 30.0}) {
      const double limit = largestLearningRate(name, settings, kappa);
      for (const double share : {0.98, 1.02}) {
        TestFunction f = makeFunction("ellipse", kappa);
        const auto optimizer = makeOptimizer<double>(name, 2, settings);
        Theta theta{{0.0, 1.0}}, gradient(2);
        for (int i = 0; i < 2000; ++i) {
          f.valueAndGradient(theta, gradient);
          optimizer->step(theta, gradient, share * limit);
        }
        EXPECT_EQ(std::abs(theta[1]) < 1e-6, share < 1) << name << ", κ = " << kappa;
      }
    }
  }
  EXPECT_TRUE(std::isnan(largestLearningRate("adam", settings, 2)));
  EXPECT_TRUE(std::isnan(largestLearningRate("sgd", settings, std::nan(""))));
  EXPECT_ERROR("unknownName quantity=optimizer value=sdg …",
               largestLearningRate("sdg", settings, 2));
}

TEST(LargestCurvature, IsTheLargestEigenvalueOfTheHessian) {
  TestFunction rosenbrock = makeFunction("rosenbrock");
  // [[802, −400], [−400, 200]] at the minimum
  EXPECT_NEAR(largestCurvature(rosenbrock, Theta{{1, 1}}), 1001.6006392, 1e-4);
  TestFunction saddle = makeFunction("saddle");
  EXPECT_NEAR(largestCurvature(saddle, Theta{{0.3, -2}}), 2, 1e-8);
}

}  // namespace
}  // namespace dd
