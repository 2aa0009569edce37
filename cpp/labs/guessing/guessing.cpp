#include "labs/guessing/guessing.hpp"

#include <cmath>

#include "descent/error.hpp"
#include "descent/random.hpp"

namespace dd {

GuessingLoss::GuessingLoss(double target) : target_(target) {
  requireFinite("hiddenNumber", std::isfinite(target));
}

double GuessingLoss::value(ConstVectorRef<double> theta) {
  const double error = theta[0] - target_;
  return 0.5 * error * error;
}

double GuessingLoss::valueAndGradient(ConstVectorRef<double> theta, VectorRef<double> gradient) {
  gradient[0] = theta[0] - target_;
  return value(theta);
}

int hiddenNumber(std::uint64_t seed) { return 1 + static_cast<int>(Random(seed).below(100)); }

GuessAnswers guessAnswers(double target, const Vector<double>& guesses) {
  requireFinite("guess", guesses.allFinite());
  GuessingLoss loss(target);
  GuessAnswers answers{Vector<double>(guesses.size()), Vector<double>(guesses.size())};
  for (Index i = 0; i < guesses.size(); ++i) {
    answers.losses[i] = loss.valueAndGradient(guesses.segment(i, 1), answers.errors.segment(i, 1));
  }
  return answers;
}

GuessingRegime guessingRegime(double learningRate) {
  if (learningRate < 1) return GuessingRegime::creeps;
  if (learningRate == 1) return GuessingRegime::hits;
  if (learningRate < 2) return GuessingRegime::swings;
  return learningRate == 2 ? GuessingRegime::circles : GuessingRegime::diverges;
}

Trajectory guessByDescent(double target, double start, double learningRate, Index steps) {
  GuessingLoss loss(target);
  DescentSettings settings;
  settings.start = Vector<double>::Constant(1, start);
  settings.learningRate = learningRate;
  settings.steps = steps;
  settings.stopBelowGradient = foundWithin;
  return descend(loss, settings);
}

}  // namespace dd
