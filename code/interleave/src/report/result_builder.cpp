// SPDX-License-Identifier: MIT
#include "report/result_builder.hpp"

#include "fibers/machine.hpp"
#include "graph/hash.hpp"

namespace interleave {

void ResultBuilder::complete(engine::Machine& machine) {
  ++result_.executions_;
  if (machine.options.count_duplicates &&
      !graphs_.insert(engine::hash_graph(machine.search.graph())).second) {
    ++result_.duplicates_;
  }
  outcome_.clear();
  for (unsigned t = 0; t < machine.threads(); ++t) {
    const std::string& part = machine.thread(t).observed;
    if (!part.empty()) {
      outcome_ += outcome_.empty() ? "" : ", ";
      outcome_ += part;
    }
  }
  if (!outcome_.empty()) {
    ++outcomes_[outcome_];
  }
}

void ResultBuilder::limit(const std::string& sentence) {
  if (result_.not_exhaustive_.empty()) {
    result_.not_exhaustive_ = sentence;
  }
}

void ResultBuilder::refuse(const std::string& sentence) {
  result_.not_exhaustive_ = sentence;
  Failure failure;
  failure.kind = FailureKind::unsupported;
  failure.sentence = sentence;
  result_.failure_ = std::move(failure);
}

void ResultBuilder::fail(Failure failure) {
  result_.not_exhaustive_ = "a failure stopped the exploration";
  result_.failure_ = std::move(failure);
}

Result ResultBuilder::take() {
  result_.outcomes_.insert(outcomes_.begin(), outcomes_.end());
  return std::move(result_);
}

}  // namespace interleave
