#include "bindings/values.hpp"
#include "descent/line_fit.hpp"
#include "labs/line_fit/line_fit.hpp"

namespace dd::bindings {

template <>
struct Crossing<LinePoints> {
  static constexpr const char* name = "Float64Array";
  static LinePoints in(const val& points, const char* what) {
    return LinePoints(readDoubles(points, what));
  }
};

namespace {

template <auto member, class Object>
NumberList list(const Object& object) {
  return {object.*member};
}

struct Valley : LineValley {
  int side;
};

Valley valley(const LinePoints& points, bool standardised, int side) {
  return {lineValley(points, standardised, side), side};
}

double value(const std::vector<double>& line, double x) { return predict(line, x); }

std::optional<LeastSquares> best(const LinePoints& points) { return leastSquares(points); }

}  // namespace

EMSCRIPTEN_BINDINGS(lab_line_fit) {
  using Settings = LineSettings;
  Options<Settings>()
      .fields<&Settings::standardised, &Settings::learningRate, &Settings::w, &Settings::b,
              &Settings::steps, &Settings::batchSize, &Settings::seed>();
  Result<LeastSquares>()
      .fields<&LeastSquares::sums, &LeastSquares::covariance, &LeastSquares::matrix,
              &LeastSquares::value, &LeastSquares::agree>();
  Result<Valley>("LineValley")
      .field<&list<&LineValley::range, Valley>>("range")
      .field<&list<&LineValley::minimum, Valley>>("minimum")
      .field<&list<&LineValley::curvatures, Valley>>("curvatures")
      .fields<&Valley::side, &Valley::values, &Valley::condition, &Valley::largestRate>();
  Result<LineRun>()
      .field<&list<&LineRun::theta, LineRun>>("theta")
      .field<&list<&LineRun::line, LineRun>>("line")
      .field<&list<&LineRun::gradient, LineRun>>("gradient")
      .fields<&LineRun::state, &LineRun::steps, &LineRun::value, &LineRun::path>();
  emscripten::function("lineBest", bound<&best>);
  emscripten::function("lineValley", bound<&valley>);
  emscripten::function("lineDescent", bound<&descendLine>);
  emscripten::function("lineNeuron", bound<&trainLineNeuron>);
  emscripten::function("lineValue", bound<&value>);
  emscripten::function("lineServers", bound<&serverPoints>);
  emscripten::function("lineFitPoints", bound<&LineFit::defaultPoints>);
  functions<&lineSlice>();
}

}  // namespace dd::bindings
