// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

#include "graph/event.hpp"
#include "search/spin_table.hpp"

namespace interleave::engine {

/// Watches one thread for a loop that only reads, and reads the same again.
///
/// Rounds without an effect leave the thread as it was, but for what the
/// instrumentation does not show: a counter in a register. So before such a
/// loop counts as endless it is tried: the thread gets the same values again
/// and again, outside of the graph. If it leaves the loop, the loop is bounded
/// and is explored like any other code.
class SpinWatch {
 public:
  struct Step {
    std::uint64_t signature = 0;
    LocationId location = 0;  ///< Of a fence: any.
    Value value = 0;
    std::uint8_t events = 0;
    bool update = false;  ///< The last of the events is a write.
  };
  static constexpr unsigned longest = 8;
  static constexpr unsigned patience = 100'000;

  void clear() {
    count_ = 0;
    round_ = 0;
  }

  /// The thread did something that the next round may depend on.
  void effect() { count_ = 0; }

  void add(const Step& step) { steps_[count_++ % longest] = step; }

  /// If an operation of this signature starts another round of a loop: how
  /// many operations a round has; else 0.
  [[nodiscard]] unsigned round(std::uint64_t signature) const {
    const unsigned most = count_ < longest ? count_ : longest;
    for (unsigned p = 1; p <= most; ++p) {
      if (back(p).signature == signature) {
        return repeatable(p) ? p : 0;
      }
    }
    return 0;
  }

  /// Events of a round of the loop that is tried. The write of an update that
  /// changes nothing does not count if it comes last: the thread then waits
  /// before it.
  [[nodiscard]] std::uint8_t events() const {
    unsigned result = 0;
    for (unsigned p = 1; p <= round_; ++p) {
      result += back(p).events;
    }
    return static_cast<std::uint8_t>(result - (back(1).update ? 1U : 0U));
  }
  [[nodiscard]] bool ends_in_update() const { return back(1).update; }

  [[nodiscard]] bool trying() const { return round_ != 0; }

  void start_trial(unsigned round, unsigned steps = patience) {
    round_ = round;
    next_ = round;
    left_ = steps;
  }

  enum class Trial : std::uint8_t { goes_on, endless, left };

  /// The next operation of a trial; `goes_on` sets the value that it reads.
  Trial try_step(std::uint64_t signature, Value& value) {
    const Step& step = back(next_);
    if (step.signature != signature) {
      return Trial::left;
    }
    value = step.value;
    next_ = next_ == 1 ? round_ : next_ - 1;
    return --left_ == 0 ? Trial::endless : Trial::goes_on;
  }

 private:
  [[nodiscard]] const Step& back(unsigned p) const {
    return steps_[(count_ - p) % longest];
  }

  /// A round that read two values of one location, as a compare-exchange does
  /// that fails, has moved on: it cannot read the first of them again. Updates
  /// that write what they have read do not count.
  [[nodiscard]] bool repeatable(unsigned round) const {
    for (unsigned p = 1; p <= round; ++p) {
      for (unsigned q = 1; q < p; ++q) {
        const Step& one = back(p);
        const Step& other = back(q);
        if (one.location == other.location && one.value != other.value &&
            !one.update && !other.update) {
          return false;
        }
      }
    }
    return true;
  }

  std::array<Step, longest> steps_{};
  unsigned count_ = 0;
  unsigned round_ = 0;
  unsigned next_ = 0;
  unsigned left_ = 0;
};

}  // namespace interleave::engine
