#include "bindings/convert.hpp"
#include "labs/guessing/guessing.hpp"

namespace dd::bindings {
namespace {

int number(double seed) {
  return guarded([&] { return hiddenNumber(readSeed(seed)); });
}

val answers(double target, const val& guesses) {
  return guarded([&] {
    const std::vector<double> list = readDoubles(guesses, "The guesses");
    const GuessAnswers answers = guessAnswers(
        target, Eigen::Map<const Vector<double>>(list.data(), static_cast<Index>(list.size())));
    val object = val::object();
    object.set("errors", doubles(answers.errors));
    object.set("losses", doubles(answers.losses));
    return object;
  });
}

val byDescent(double target, double start, double learningRate, int steps) {
  return guarded([&] {
    const Trajectory path = guessByDescent(target, start, learningRate, steps);
    const char* states[] = {"running", "found", "diverged"};
    val object = val::object();
    object.set("guesses", doubles(path.theta));
    object.set("errors", doubles(path.gradients));
    object.set("losses", doubles(path.values));
    object.set("state", std::string(states[static_cast<int>(path.state)]));
    object.set("regime", std::string(guessingRegimeName(guessingRegime(learningRate))));
    object.set("left", 1 - learningRate);
    return object;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_guessing) {
  emscripten::function("hiddenNumber", &number);
  emscripten::function("guessAnswers", &answers);
  emscripten::function("guessByDescent", &byDescent);
}

}  // namespace dd::bindings
