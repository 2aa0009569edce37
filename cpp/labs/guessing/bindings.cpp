#include "bindings/values.hpp"
#include "labs/guessing/guessing.hpp"

namespace dd::bindings {

namespace {

struct Guesses : Trajectory {
  GuessingRegime regime;
  double left;
};

Guesses byDescent(double target, double start, double learningRate, int steps) {
  return {guessByDescent(target, start, learningRate, steps), guessingRegime(learningRate),
          1 - learningRate};
}

std::string state(const Guesses& guesses) {
  const char* names[] = {"running", "found", "diverged"};
  return names[static_cast<int>(guesses.state)];
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_guessing) {
  Result<GuessAnswers>().fields<&GuessAnswers::errors, &GuessAnswers::losses>();
  Result<Guesses>()
      .field<&Guesses::theta>("guesses")
      .field<&Guesses::gradients>("errors")
      .field<&Guesses::values>("losses")
      .fields<&state, &Guesses::regime, &Guesses::left>();
  functions<&hiddenNumber, &guessAnswers>();
  emscripten::function("guessByDescent", bound<&byDescent>);
}

}  // namespace dd::bindings
