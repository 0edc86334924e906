// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <compare>
#include <functional>
#include <utility>

namespace lock_free_lists_bodies {

/// A number that can only be moved, counts how many of its kind live, and does
/// something when it goes.
class counted {
 public:
  explicit counted(int number, std::function<void()> last = {})
      : number_{number}, last_{std::move(last)} {
    alive().fetch_add(1);
  }
  counted(counted&& other) noexcept
      : number_{other.number_}, last_{std::exchange(other.last_, {})} {
    alive().fetch_add(1);
  }
  counted& operator=(counted&&) = delete;
  counted(const counted&) = delete;
  counted& operator=(const counted&) = delete;
  ~counted() {
    alive().fetch_sub(1);
    if (last_) last_();
  }

  [[nodiscard]] int number() const { return number_; }
  friend bool operator<(const counted& a, const counted& b) {
    return a.number_ < b.number_;
  }

  static std::atomic<int>& alive() {
    static std::atomic<int> count{0};
    return count;
  }

 private:
  int number_;
  std::function<void()> last_;
};

}  // namespace lock_free_lists_bodies
