// SPDX-License-Identifier: MIT
#include "random_program.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace {

using namespace reference;

/// SplitMix64: tiny, and good from any seed.
class dice {
 public:
  explicit dice(std::uint64_t seed) : state_{seed} {}

  /// A number from 0 to `sides` - 1.
  int roll(int sides) {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    z ^= z >> 31U;
    return static_cast<int>(z % static_cast<std::uint64_t>(sides));
  }
  bool percent(int chance) { return roll(100) < chance; }

  template <std::size_t Size>
  order pick(const std::array<order, Size>& from) {
    return from[static_cast<std::size_t>(roll(static_cast<int>(Size)))];
  }

 private:
  std::uint64_t state_;
};

constexpr std::array load_orders{order::relaxed, order::acquire, order::seq_cst,
                                 order::consume};
constexpr std::array store_orders{order::relaxed, order::release,
                                  order::seq_cst};
constexpr std::array modify_orders{order::relaxed, order::acquire,
                                   order::release, order::acq_rel,
                                   order::seq_cst};
constexpr std::array fence_orders{order::acquire, order::release,
                                  order::acq_rel, order::seq_cst};

class author {
 public:
  explicit author(std::uint64_t seed) : dice_{seed} {
    // Each program has a character of its own: an even mixture of everything
    // would rarely have, say, five seq_cst operations that matter together.
    locations_ = dice_.percent(70) ? 2 : dice_.percent(50) ? 1 : 3;
    has_plain_ = dice_.percent(20);
    fences_ = dice_.percent(50) ? 35 : 5;
    relaxed_bias_ = fences_ > 5 ? 60 : 0;
    modifications_ = dice_.roll(50);
    sc_bias_ = dice_.percent(30) ? 60 : 0;
    branches_ = dice_.percent(50) ? 25 : 0;
  }

  program write() {
    const int threads = dice_.percent(60) ? 2 : 3;
    for (int i = 0; i < locations_; ++i) {
      whole_.locations.push_back(std::string(1, static_cast<char>('x' + i)));
    }
    if (has_plain_) {
      whole_.locations.emplace_back("d");
    }
    const int total = 6 + dice_.roll(4);
    for (int i = 0; i < threads; ++i) {
      whole_.threads.push_back(
          write_thread(total / threads + (i < total % threads ? 1 : 0)));
    }
    return std::move(whole_);
  }

 private:
  thread_body write_thread(int operations) {
    thread_body body;
    // Weak behaviours need a thread that writes twice or one that reads twice.
    loads_ = 20 + 30 * dice_.roll(3);
    int latest = -1;  // the register of the latest read
    for (int i = 0; i < operations; ++i) {
      if (latest >= 0 && dice_.percent(branches_)) {
        operation guard;
        guard.what = kind::branch;
        guard.when = {
            {{operand::source::reg, latest},
             dice_.percent(75) ? comparator::equal : comparator::unequal,
             {operand::source::constant, dice_.roll(3)}}};
        guard.skip_to = static_cast<int>(body.size()) + 2;
        body.push_back(guard);
      }
      body.push_back(write_operation(latest));
      latest = body.back().result >= 0 ? body.back().result : latest;
    }
    return body;
  }

  operation write_operation(int latest) {
    operation op;
    op.what = pick_kind();
    if (op.what == kind::fence) {
      op.success =
          dice_.percent(sc_bias_) ? order::seq_cst : dice_.pick(fence_orders);
      return op;
    }
    op.location = dice_.roll(locations_);
    op.value.constant = 1 + dice_.roll(3);
    if (op.what == kind::store && latest >= 0 && dice_.percent(20)) {
      op.value = {latest, dice_.roll(2)};
    }
    op.expected.constant = dice_.roll(3);
    if (reads(op.what)) {
      op.result = static_cast<int>(whole_.registers.size());
      whole_.registers.push_back(
          std::string{"r"}.append(std::to_string(op.result)));
    }
    pick_orders(op);
    return op;
  }

  kind pick_kind() {
    if (dice_.percent(fences_)) {
      return kind::fence;
    }
    if (dice_.percent(modifications_)) {
      constexpr std::array kinds{kind::exchange, kind::fetch_add,
                                 kind::compare_exchange};
      return kinds[static_cast<std::size_t>(dice_.roll(3))];
    }
    return dice_.percent(loads_) ? kind::load : kind::store;
  }

  void pick_orders(operation& op) {
    const bool access = op.what == kind::load || op.what == kind::store;
    if (access && has_plain_ && dice_.percent(40)) {
      op.location = locations_;
      op.success = order::plain;
      return;
    }
    op.success = op.what == kind::load    ? dice_.pick(load_orders)
                 : op.what == kind::store ? dice_.pick(store_orders)
                                          : dice_.pick(modify_orders);
    op.failure = dice_.pick(load_orders);
    if (dice_.percent(relaxed_bias_)) {
      op.success = order::relaxed;
    }
    if (dice_.percent(sc_bias_)) {
      op.success = order::seq_cst;
    }
  }

  dice dice_;
  program whole_;
  int locations_ = 1;
  bool has_plain_ = false;
  int loads_ = 0;
  int fences_ = 0;
  int modifications_ = 0;
  int relaxed_bias_ = 0;
  int sc_bias_ = 0;
  int branches_ = 0;
};

}  // namespace

reference::program random_program(std::uint64_t seed) {
  return author{seed}.write();
}
