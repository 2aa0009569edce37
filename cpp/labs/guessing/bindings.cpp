#include "bindings/values.hpp"
#include "labs/guessing/guessing.hpp"

namespace dd::bindings {
namespace {

struct Guesses : Trajectory {
  GuessingRegime regime;
  double left;
};

Guesses guessByDescent(double target, double start, double learningRate, int steps) {
  return {dd::guessByDescent(target, start, learningRate, steps), guessingRegime(learningRate),
          1 - learningRate};
}

std::string state(const Guesses& guesses) {
  const char* names[] = {"running", "found", "diverged"};
  return names[static_cast<int>(guesses.state)];
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_guessing) {
  DD_RESULT(GuessAnswers, errors, losses);
  DD_RESULT(Guesses, regime, left)
      .field<&Guesses::theta>("guesses")
      .field<&Guesses::gradients>("errors")
      .field<&Guesses::values>("losses")
      .field<&state>("state");
  functions<&hiddenNumber, &guessAnswers, &guessByDescent>();
}

}  // namespace dd::bindings
