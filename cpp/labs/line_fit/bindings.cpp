#include "bindings/values.hpp"
#include "descent/line_fit.hpp"
#include "labs/line_fit/line_fit.hpp"

namespace dd::bindings {

template <>
struct Crossing<LinePoints> {
  static constexpr const char* name = "Float64Array";
  static LinePoints in(const val& points, const char* what) {
    return LinePoints(readArray<double>(points, what));
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

Valley lineValley(const LinePoints& points, bool standardised, int side) {
  return {dd::lineValley(points, standardised, side), side};
}

double lineValue(const std::vector<double>& line, double x) { return predict(line, x); }

std::optional<LeastSquares> lineBest(const LinePoints& points) { return leastSquares(points); }

}  // namespace

EMSCRIPTEN_BINDINGS(lab_line_fit) {
  DD_OPTIONS(LineSettings, standardised, learningRate, w, b, steps, batchSize, seed);
  DD_RESULT(LeastSquares, sums, covariance, matrix, value, agree);
  DD_RESULT(Valley, side, values, condition, largestRate)
      .field<&list<&LineValley::range, Valley>>("range")
      .field<&list<&LineValley::minimum, Valley>>("minimum")
      .field<&list<&LineValley::curvatures, Valley>>("curvatures");
  DD_RESULT(LineRun, state, steps, value, path)
      .field<&list<&LineRun::theta, LineRun>>("theta")
      .field<&list<&LineRun::line, LineRun>>("line")
      .field<&list<&LineRun::gradient, LineRun>>("gradient");
  emscripten::function("lineDescent", bound<&descendLine>);
  emscripten::function("lineNeuron", bound<&trainLineNeuron>);
  emscripten::function("lineServers", bound<&serverPoints>);
  emscripten::function("lineFitPoints", bound<&LineFit::defaultPoints>);
  functions<&lineBest, &lineValley, &lineValue, &lineSlice>();
}

}  // namespace dd::bindings
