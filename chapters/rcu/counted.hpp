// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <atomic>

#include "locksmith/rcu.hpp"

namespace rcu_test {

/// An object to retire; it counts how many there are with its deleter.
template <class Deleter>
class counted_with
    : public locksmith::rcu_obj_base<counted_with<Deleter>, Deleter> {
  using base = locksmith::rcu_obj_base<counted_with, Deleter>;

 public:
  counted_with() { ++alive_; }
  ~counted_with() { --alive_; }
  counted_with(const counted_with& other) : base{other} { ++alive_; }
  counted_with& operator=(const counted_with&) = default;

  static int alive() { return alive_; }

  /// Made first in a test, it finds at its end that none has stayed.
  class expects_none_left {
   public:
    expects_none_left() = default;
    expects_none_left(const expects_none_left&) = delete;
    expects_none_left& operator=(const expects_none_left&) = delete;
    ~expects_none_left() { EXPECT_EQ(alive(), 0); }
  };

 private:
  static inline std::atomic<int> alive_{0};
};

struct deletes {
  template <class T>
  void operator()(T* object) const {
    delete object;
  }
};

using counted = counted_with<deletes>;

}  // namespace rcu_test
