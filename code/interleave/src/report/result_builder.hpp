// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "interleave/result.hpp"

namespace interleave {
namespace engine {
class Machine;
}  // namespace engine

/// Gathers what an exploration finds.
class ResultBuilder {
 public:
  void complete(engine::Machine& machine);
  void blocked() { ++result_.blocked_; }
  void random(std::uint64_t seed) { result_.seed_ = seed; }
  void limit(const std::string& sentence);
  void refuse(const std::string& sentence);
  void fail(Failure failure);
  /// Of the execution that completed last.
  [[nodiscard]] const std::string& outcome() const { return outcome_; }
  Result take();

 private:
  Result result_;
  std::unordered_map<std::string, std::uint64_t> outcomes_;
  std::string outcome_;
  std::unordered_set<std::uint64_t> graphs_;
};

}  // namespace interleave
