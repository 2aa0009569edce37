#pragma once

#include <memory>
#include <vector>

#include "labs/playground/playground.hpp"

namespace dd {

/// How more than two classes are told apart.
enum class MulticlassMethod {
  softmax,    ///< one network with an output for each class
  oneVsRest,  ///< for each class a network that says yes or no to it
  oneVsOne,   ///< for each pair of classes a network that votes for one of them
};

/// Networks of one shape, trained on one data set, that together tell its classes apart.
class MulticlassClassifier {
 public:
  /// Throws Error when a setting is out of range.
  MulticlassClassifier(MulticlassMethod method, const PlaygroundSettings& settings);

  std::size_t networks() const { return members_.size(); }
  Index parameterCount() const;
  /// Up to `batches` mini-batches with each network.
  void train(int batches);
  bool diverged() const;

  struct Classification {
    /// (points × classes), 0 … 1. Softmax and one-vs-rest: probabilities, a row adds up to 1.
    /// One-vs-one: of the votes that a class can get; the probabilities break ties.
    Matrix<float> shares;
    std::vector<std::uint8_t> winner;
    /// Softmax: no class reaches ½. One-vs-rest: none or more than one says yes. One-vs-one: two or
    /// more have the most votes. The largest share decides even then.
    std::vector<std::uint8_t> undecided;
  };
  /// Classifies points, (points × 2).
  Classification classify(ConstMatrixRef<float> points);
  /// Where each of the networks changes its mind, as classBorders has it.
  std::vector<float> borders(const PlaneGrid& grid);
  /// Share of the points that are classified right; NaN for no points.
  double accuracy(const PlanePoints& points);

 private:
  struct Member {
    std::unique_ptr<Network<float>> network;
    std::unique_ptr<Trainer> trainer;  ///< null when it has nothing to learn from
    int first = 0, second = 0;         ///< one-vs-one: the two classes
  };
  void add(const PlaygroundSettings& settings, PlanePoints points, Index outputs, int first,
           int second);
  /// Softmax outputs of one member, (points × its outputs); 1 / outputs if it has learnt nothing.
  Matrix<float> ask(Member& member, ConstMatrixRef<float> points);

  MulticlassMethod method_;
  int classes_;
  std::vector<Member> members_;
};

}  // namespace dd
