#pragma once

#include <cstdint>
#include <vector>

#include "descent/line_points.hpp"
#include "descent/named.hpp"
#include "descent/random.hpp"
#include "nn/network.hpp"

namespace dd {

/// A network of one neuron without an activation, z ↦ w·z + b, and its mean loss over points:
/// J(w, b) = ½·mean (w·z + b − y)². Its input is z = x or z = (x − mean) / deviation; of points
/// whose x are all alike, z = x − mean.
class LineNeuron final : public Objective<double> {
 public:
  LineNeuron(const LinePoints& points, bool standardised);
  /// Its parts refer to one another.
  LineNeuron(const LineNeuron&) = delete;
  LineNeuron& operator=(const LineNeuron&) = delete;

  Index size() const { return z_.size(); }
  Index dimension() const override { return 2; }
  double value(ConstVectorRef<double> theta) override;
  double valueAndGradient(ConstVectorRef<double> theta, VectorRef<double> gradient) override;
  /// The gradient of the mean over the points in `batch` alone, of which there is at least one.
  void batchGradient(std::span<const std::uint32_t> batch, ConstVectorRef<double> theta,
                     VectorRef<double> gradient);

  /// θ = (w, b) over z as the same line over x, and back.
  Coordinates overX(ConstVectorRef<double> theta) const;
  Coordinates overZ(const Coordinates& line) const;

  /// The eigenvalues of the Hessian [[mean z², mean z], [mean z, 1]], the larger one first.
  Coordinates curvatures() const;
  /// The best θ, and where there are many the one nearest to 0.
  Coordinates minimum() const;

 private:
  void load(std::span<const std::uint32_t> batch);
  void loadAll();

  Vector<double> z_, y_;
  InputScaling scaling_;
  Network<double> network_;
  NetworkObjective<double> objective_;
  bool wholeLoaded_ = false;
};

/// J over a square of the plane of (w, b) around the minimum, in which (1, 1) lies.
struct LineValley {
  Coordinates range;           ///< w₀, w₁, b₀, b₁
  std::vector<double> values;  ///< side × side, row by row from b₀
  Coordinates minimum;
  Coordinates curvatures;
  double condition;    ///< κ, the ratio of the curvatures; ∞ for a trough without a lowest point
  double largestRate;  ///< 2/L: plain descent converges for every η below
};

/// Throws Error without points and for a side below 2 or above 400.
LineValley lineValley(const LinePoints& points, bool standardised, Index side);

struct LineSettings {
  bool standardised = false;  ///< what descent walks over; the neuron always standardises
  double learningRate = 0.01;
  double w = 1, b = 1;  ///< the start, as a line over what descent walks over
  Index steps = 0;      ///< 0 … 20,000
  Index batchSize = 4;  ///< of the neuron; all points at most
  std::uint64_t seed = 1;
};

/// How far one of the methods has come.
struct LineRun {
  enum class State {
    running,
    arrived,  ///< no component of the gradient is above 10⁻⁵; the run ended there
    diverged  ///< the next step led to no finite number; (w, b) are those before it
  };

  State state = State::running;
  Index steps = 0;
  Coordinates theta;         ///< (w, b) over what descent walks over
  Coordinates line;          ///< (w, b) over x
  Coordinates gradient;      ///< of all points, at `theta`, over what the method itself walks over
  double value = 0;          ///< J
  std::vector<double> path;  ///< w, b, w, b, … as `theta`: each of the first steps, later fewer
};
template <>
inline constexpr NameList namesOf<LineRun::State>{"state", {"running", "arrived", "diverged"}};

/// Gradient descent with the gradient of all points.
LineRun descendLine(const LinePoints& points, const LineSettings& settings);
/// Mini-batches of a neuron that standardises its input, from the same line and with as many steps.
/// It never arrives: the gradient of a few points is not that of all.
LineRun trainLineNeuron(const LinePoints& points, const LineSettings& settings);

/// J along a line through θ: for `component` 0 over w at θ's b, for 1 over b at θ's w.
std::vector<double> lineSlice(const LinePoints& points, bool standardised, const Coordinates& theta,
                              Index component, double from, double to, Index count);

}  // namespace dd
