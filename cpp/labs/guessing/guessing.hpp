#pragma once

#include <cstdint>

#include "descent/named.hpp"
#include "descent/objective.hpp"
#include "descent/trajectory.hpp"

namespace dd {

/// J(x) = ½(x − target)². Its slope x − target is the answer "too high by this much".
class GuessingLoss final : public Objective<double> {
 public:
  /// Throws Error when the target is not a finite number.
  explicit GuessingLoss(double target);

  Index dimension() const override { return 1; }
  double value(ConstVectorRef<double> theta) override;
  double valueAndGradient(ConstVectorRef<double> theta, VectorRef<double> gradient) override;

 private:
  double target_;
};

/// The number to be guessed: whole, 1 … 100, always the same for a seed.
int hiddenNumber(std::uint64_t seed);

/// What is answered to guesses.
struct GuessAnswers {
  Vector<double> errors;  ///< guess − target: above 0, too high by this much
  Vector<double> losses;  ///< ½ error²
};

/// Throws Error when a guess or the target is not a finite number.
GuessAnswers guessAnswers(double target, const Vector<double>& guesses);

/// How guesses that each take off η times the error go on. They leave 1 − η of it.
enum class GuessingRegime {
  creeps,    ///< 0 < η < 1: the error keeps its sign and shrinks
  hits,      ///< η = 1: nothing is left
  swings,    ///< 1 < η < 2: the error changes its sign and shrinks
  circles,   ///< η = 2: the error only changes its sign
  diverges,  ///< η > 2: the error changes its sign and grows
};
template <>
inline constexpr NameList namesOf<GuessingRegime>{
    "regime", {"creeps", "hits", "swings", "circles", "diverges"}};
GuessingRegime guessingRegime(double learningRate);

/// Guesses by gradient descent on J from `start` until the error is at most `foundWithin`, at most
/// `steps` of them. Throws as descend() does.
inline constexpr double foundWithin = 0.01;
Trajectory guessByDescent(double target, double start, double learningRate, Index steps);

}  // namespace dd
