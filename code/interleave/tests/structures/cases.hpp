// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "orders.hpp"

namespace structures {

/// What an exploration may come to.
enum class verdict : unsigned {
  passes,
  race,
  assertion,
  hang,      ///< spins for ever
  deadlock,  ///< sleeps for ever: a wake-up is lost
  memory,    ///< uses what is freed, or frees it twice
  other
};

/// The verdicts that are right: a mutant may break in several ways, and the
/// checker stops at the first. None at all: nobody has thought about it.
class verdicts {
 public:
  constexpr verdicts() = default;
  constexpr verdicts(verdict one) : bits_{1U << static_cast<unsigned>(one)} {}

  [[nodiscard]] constexpr bool stated() const { return bits_ != 0; }
  [[nodiscard]] constexpr bool include(verdict one) const {
    return (bits_ & verdicts{one}.bits_) != 0;
  }
  friend constexpr verdicts operator|(verdicts left, verdicts right) {
    left.bits_ |= right.bits_;
    return left;
  }
  friend constexpr bool operator==(verdicts, verdicts) = default;

 private:
  unsigned bits_ = 0;
};

constexpr verdicts operator|(verdict left, verdict right) {
  return verdicts{left} | verdicts{right};
}

struct test_case {
  std::string structure;
  std::string variant;
  std::function<void()> body;
  verdicts expected;
  std::size_t outcomes = 1;
  std::optional<std::size_t> executions;
  bool mutant = false;
};

using case_list = std::vector<test_case>;

/// How many different outcomes a correct structure has; and how many complete
/// executions, where that does not depend on what a checker leaves out of
/// loops that have no effect.
struct counts {
  std::size_t outcomes = 1;
  std::optional<std::size_t> executions = std::nullopt;
};

/// What weakening a site leads to: to any weaker order, or to one of them.
struct expectation {
  std::size_t site;
  verdicts expected;
  std::optional<std::memory_order> to = std::nullopt;
};

inline const char* name_of(std::memory_order order) {
  switch (order) {
    case relaxed:
      return "relaxed";
    case acquire:
      return "acquire";
    case release:
      return "release";
    case acq_rel:
      return "acq_rel";
    default:
      return "seq_cst";
  }
}

/// Collects the cases of one structure.
///
/// A body is a generic lambda `[]<auto Orders>() { … }`. `weakened` makes a
/// case of every order of every site that can be weaker, so that none can be
/// forgotten: one without an expectation has no verdict, and fails.
template <typename Sites>
class cases {
 public:
  explicit cases(std::string structure) : structure_{std::move(structure)} {}

  template <typename Body>
  cases& correct(const std::string& size, Body body, counts expected) {
    test_case next = make(size, verdict::passes);
    next.body = [body] { body.template operator()<stated_orders<Sites>()>(); };
    next.outcomes = expected.outcomes;
    next.executions = expected.executions;
    all_.push_back(std::move(next));
    return *this;
  }

  template <typename Body>
  cases& weakened(Body body, std::initializer_list<expectation> expected) {
    each_site(body, expected, std::make_index_sequence<Sites::all.size()>{});
    return *this;
  }

  /// A fault of another kind than an order.
  cases& faulty(const std::string& fault, std::function<void()> body,
                verdicts expected) {
    test_case next = make(fault, expected);
    next.body = std::move(body);
    next.mutant = true;
    all_.push_back(std::move(next));
    return *this;
  }

  case_list done() { return std::move(all_); }

 private:
  [[nodiscard]] test_case make(const std::string& variant,
                               verdicts expected) const {
    test_case next;
    next.structure = structure_;
    next.variant = variant;
    next.expected = expected;
    return next;
  }

  using expectations = std::initializer_list<expectation>;

  template <typename Body, std::size_t... Site>
  void each_site(Body body, expectations expected,
                 std::index_sequence<Site...>) {
    (each_order<Site>(body, expected,
                      std::make_index_sequence<all_orders.size()>{}),
     ...);
  }

  template <std::size_t Site, typename Body, std::size_t... Order>
  void each_order(Body body, expectations expected,
                  std::index_sequence<Order...>) {
    (add<Site, all_orders[Order]>(body, expected), ...);
  }

  template <std::size_t Site, std::memory_order To, typename Body>
  void add(Body body, expectations expected) {
    constexpr site at = Sites::all[Site];
    if constexpr (weaker(To, at.order) && valid(at.what, To)) {
      test_case next =
          make(std::string{at.name}.append(" ").append(name_of(To)),
               find(expected, Site, To));
      next.body = [body] {
        body.template operator()<weakened_orders<Sites>(Site, To)>();
      };
      next.mutant = true;
      all_.push_back(std::move(next));
    }
  }

  static verdicts find(expectations expected, std::size_t at,
                       std::memory_order to) {
    verdicts found;
    for (const expectation& rule : expected) {
      if (rule.site == at && rule.to.value_or(to) == to) {
        found = rule.expected;
      }
    }
    return found;
  }

  std::string structure_;
  case_list all_;
};

}  // namespace structures
