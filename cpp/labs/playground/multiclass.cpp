#include "labs/playground/multiclass.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dd {

MulticlassClassifier::MulticlassClassifier(MulticlassMethod method,
                                           const PlaygroundSettings& settings)
    : method_(method), classes_(settings.data.classes) {
  const PlanePoints train = makePlaneData(settings.data).train;
  if (method == MulticlassMethod::softmax) {
    add(settings, train, classes_, 0, 0);
    return;
  }
  for (int first = 0; first < classes_; ++first) {
    if (method == MulticlassMethod::oneVsRest) {
      PlanePoints points = train;
      for (int& label : points.labels) label = label == first ? 0 : 1;
      add(settings, std::move(points), 2, first, first);
      continue;
    }
    for (int second = first + 1; second < classes_; ++second) {
      std::vector<Index> rows;
      PlanePoints points;
      for (Index i = 0; i < train.size(); ++i) {
        const int label = train.labels[static_cast<std::size_t>(i)];
        if (label != first && label != second) continue;
        rows.push_back(i);
        points.labels.push_back(label == first ? 0 : 1);
      }
      points.x = train.x(rows, Eigen::all);
      add(settings, std::move(points), 2, first, second);
    }
  }
}

void MulticlassClassifier::add(const PlaygroundSettings& settings, PlanePoints points,
                               Index outputs, int first, int second) {
  const TrainingSettings training = settings.training(outputs);
  Member member{std::make_unique<Network<float>>(training.architecture), nullptr, first, second};
  if (points.size() > 0) {
    const auto samples = std::make_shared<PlaneSamples>(std::move(points));
    member.trainer = std::make_unique<Trainer>(training, samples, samples);
  }
  members_.push_back(std::move(member));
}

Index MulticlassClassifier::parameterCount() const {
  Index count = 0;
  for (const Member& member : members_) count += member.network->parameterCount();
  return count;
}

void MulticlassClassifier::train(int batches) {
  for (Member& member : members_) {
    for (int i = 0; i < batches && member.trainer && member.trainer->trainBatch(); ++i) continue;
  }
}

bool MulticlassClassifier::diverged() const {
  for (const Member& member : members_) {
    if (member.trainer && member.trainer->progress().state == TrainingState::diverged) return true;
  }
  return false;
}

Matrix<float> MulticlassClassifier::ask(Member& member, ConstMatrixRef<float> points) {
  Network<float>& network = *member.network;
  const Index outputs = network.architecture().outputs();
  if (!member.trainer) {
    return Matrix<float>::Constant(points.rows(), outputs, 1 / static_cast<float>(outputs));
  }
  network.inputs(points.rows()) = points;
  network.forward(member.trainer->theta(), points.rows());
  return network.outputs(points.rows());
}

MulticlassClassifier::Classification MulticlassClassifier::classify(ConstMatrixRef<float> points) {
  const Index rows = points.rows();
  Classification result{Matrix<float>::Zero(rows, classes_), {}, {}};
  // One-vs-one: whole votes; the probabilities, which add up to less than one vote, break ties.
  Matrix<float> votes = Matrix<float>::Zero(rows, classes_);
  for (Member& member : members_) {
    const Matrix<float> answer = ask(member, points);
    if (method_ == MulticlassMethod::softmax) result.shares = answer;
    if (method_ == MulticlassMethod::oneVsRest) result.shares.col(member.first) = answer.col(0);
    if (method_ != MulticlassMethod::oneVsOne) continue;
    for (Index i = 0; i < rows; ++i) {
      votes(i, answer(i, 0) >= 0.5f ? member.first : member.second) += 1;
    }
    result.shares.col(member.first) += answer.col(0);
    result.shares.col(member.second) += answer.col(1);
  }
  for (Index i = 0; i < rows; ++i) {
    auto share = result.shares.row(i);
    bool undecided = false;
    if (method_ == MulticlassMethod::softmax) undecided = share.maxCoeff() < 0.5f;
    if (method_ == MulticlassMethod::oneVsRest) undecided = (share.array() >= 0.5f).count() != 1;
    if (method_ == MulticlassMethod::oneVsOne) {
      const float max = votes.row(i).maxCoeff();
      undecided = (votes.row(i).array() == max).count() > 1;
      const float tieBreak = 1 / static_cast<float>(2 * classes_);
      share =
          (votes.row(i) + tieBreak * share) / ((1 + tieBreak) * static_cast<float>(classes_ - 1));
    }
    if (method_ == MulticlassMethod::oneVsRest) share /= std::max(share.sum(), 1e-12f);
    Index winner;
    share.maxCoeff(&winner);
    result.winner.push_back(static_cast<std::uint8_t>(winner));
    result.undecided.push_back(undecided ? 1 : 0);
  }
  return result;
}

std::vector<float> MulticlassClassifier::borders(const PlaneGrid& grid) {
  const Matrix<float> cells = grid.cells<float>();
  std::vector<float> all;
  for (Member& member : members_) {
    const std::vector<float> ends = classBorders(ask(member, cells), grid);
    all.insert(all.end(), ends.begin(), ends.end());
  }
  return all;
}

double MulticlassClassifier::accuracy(const PlanePoints& points) {
  if (points.size() == 0) return NAN;
  const Classification classification = classify(points.x);
  std::size_t right = 0;
  for (std::size_t i = 0; i < points.labels.size(); ++i) {
    right += classification.winner[i] == points.labels[i] ? 1 : 0;
  }
  return static_cast<double>(right) / static_cast<double>(points.labels.size());
}

}  // namespace dd
