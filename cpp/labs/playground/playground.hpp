#pragma once

#include <memory>
#include <string>
#include <vector>

#include "labs/shared/plane_data.hpp"
#include "labs/shared/plane_grid.hpp"
#include "nn/trainer.hpp"

namespace dd {

/// A classification of the plane by a small network; the same settings give the same run again.
struct PlaygroundSettings {
  PlaneDataSettings data;
  std::vector<Index> hidden = {8, 8};  ///< units of 0 … maxLayers layers, 1 … maxUnits each
  Activation activation = Activation::tanh;
  std::string optimizer = "adam";
  double learningRate = 0.03;
  Index batchSize = 32;
  double l2 = 0;
  std::uint64_t seed = 1;  ///< of the first weights and of the order of the samples

  static constexpr std::size_t maxLayers = 4;
  static constexpr Index maxUnits = 8;

  /// The settings of a training run with `outputs` softmax outputs: weights by He before ReLUs,
  /// else by Xavier. Throws Error for hidden layers out of range.
  TrainingSettings training(Index outputs) const;
};

/// Mean loss and share of right answers on a set of points; NaN for no points.
struct PlaneScore {
  double loss, accuracy;
};

class Playground {
 public:
  /// Throws Error when a setting is out of range. Without any point for training
  /// there is a network, but nothing trains it.
  explicit Playground(const PlaygroundSettings& settings);

  const PlaneData& data() const { return data_; }
  Network<float>& network() { return network_; }
  const Vector<float>& theta() const { return trainer_ ? trainer_->theta() : theta_; }
  /// Null when there is no point for training.
  Trainer* trainer() { return trainer_.get(); }

  /// As Trainer::setTheta.
  void setTheta(ConstVectorRef<float> theta);
  /// Up to `batches` mini-batches; returns how many were made.
  int train(int batches);
  PlaneScore score(const PlanePoints& points);

  /// Softmax output at each cell, (cells × classes).
  Matrix<float> field(const PlaneGrid& grid);
  /// What every hidden unit answers at each cell, (units × cells), layer by layer; each divided by
  /// its largest absolute value, so that it lies in −1 … 1. Sigmoids are shown about their ½.
  Matrix<float> unitFields(const PlaneGrid& grid);
  /// Of each hidden unit whether it gives one and the same answer at all points for training.
  std::vector<std::uint8_t> silentUnits();

 private:
  Index hiddenUnits() const;
  /// Runs the network on points, (points × 2).
  void forward(ConstMatrixRef<float> points);

  PlaneData data_;
  Network<float> network_;
  Vector<float> theta_;

  std::unique_ptr<Trainer> trainer_;
};

}  // namespace dd
