#include "descent/functions.hpp"

#include <utility>

#include "descent/error.hpp"

namespace dd {
namespace {

std::vector<FunctionDefinition> registry() {
  std::vector<FunctionDefinition> all = functionsOfOneVariable();
  for (FunctionDefinition& definition : functionsOfTwoVariables()) {
    all.push_back(std::move(definition));
  }
  return all;
}

void setParameter(FunctionDefinition& definition, double value) {
  std::optional<FunctionParameter>& parameter = definition.facts.parameter;
  const std::string& name = definition.facts.name;
  if (!parameter) throw Error("noParameter", {{"function", name}});
  requireRange("functionParameter", value, parameter->min, parameter->max);
  parameter->value = value;
  if (definition.curvatureFor) definition.facts.curvature = definition.curvatureFor(value);
}

}  // namespace

FunctionDefinition define(const char* name, Formula formula, Coordinates range, Coordinates start,
                          double learningRate, std::vector<Coordinates> minima,
                          std::vector<Coordinates> saddles, double curvature) {
  const auto dimension = static_cast<Index>(start.size());
  return {{name,
           dimension,
           std::move(range),
           std::move(start),
           learningRate,
           std::move(minima),
           std::move(saddles),
           curvature,
           {}},
          formula};
}

std::optional<NearestMinimum> nearestMinimum(const FunctionFacts& facts,
                                             ConstVectorRef<double> theta) {
  std::optional<NearestMinimum> nearest;
  for (std::size_t i = 0; i < facts.minima.size(); ++i) {
    const Eigen::Map<const Vector<double>> minimum(facts.minima[i].data(), facts.dimension);
    const double distance = (theta - minimum).stableNorm();
    if (!nearest || distance < nearest->distance) nearest = {i, distance};
  }
  return nearest;
}

TestFunction::TestFunction(FunctionDefinition definition)
    : definition_(std::move(definition)),
      parameter_(definition_.facts.parameter ? definition_.facts.parameter->value : 0) {}

double TestFunction::value(ConstVectorRef<double> theta) {
  return definition_.formula(theta.data(), parameter_, nullptr);
}

double TestFunction::valueAndGradient(ConstVectorRef<double> theta, VectorRef<double> gradient) {
  return definition_.formula(theta.data(), parameter_, gradient.data());
}

std::vector<FunctionFacts> functionFacts() {
  std::vector<FunctionFacts> facts;
  for (FunctionDefinition& definition : registry()) facts.push_back(std::move(definition.facts));
  return facts;
}

TestFunction makeFunction(std::string_view name, std::optional<double> parameter) {
  std::string names;
  for (FunctionDefinition& definition : registry()) {
    if (definition.facts.name == name) {
      if (parameter) setParameter(definition, *parameter);
      return TestFunction(std::move(definition));
    }
    names += (names.empty() ? "" : ", ") + definition.facts.name;
  }
  throwUnknownName("function", name, names);
}

}  // namespace dd
