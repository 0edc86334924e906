// SPDX-License-Identifier: MIT
// Deleters that retire more.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>

#include "locksmith/epoch.hpp"
#include "locksmith/hazard_pointer.hpp"
#include "locksmith/qsbr.hpp"
#include "locksmith/rcu.hpp"
#include "reclamation_support.hpp"

namespace reclamation_suite {

template <class Domain>
class DeleterSuite : public testing::Test {};
using domains =
    testing::Types<locksmith::rcu_domain, locksmith::epoch_domain,
                   locksmith::qsbr_domain, locksmith::hazard_pointer_domain>;
TYPED_TEST_SUITE(DeleterSuite, domains);

/// Whose deleter retires the next.
template <class Domain>
struct chained : locksmith::reclaimable<chained<Domain>> {
  chained(Domain& of, chained* after) : domain{of}, next{after} {}
  chained(const chained&) = delete;
  chained& operator=(const chained&) = delete;
  ~chained() {
    ++gone;
    if (next != nullptr) domain.retire(*next);
  }
  Domain& domain;
  chained* next;

  static inline std::atomic<int> gone{0};
};

// On a stack of 8 MiB, a call in a call for each would not get far.
TYPED_TEST(DeleterSuite, DeletersMayRetireMore) {
  constexpr int length = 100'000;
  chained<TypeParam>::gone = 0;
  {
    TypeParam domain;
    chained<TypeParam>* first = nullptr;
    for (int n = 0; n < length; ++n) {
      first = new chained<TypeParam>{domain, first};
    }
    domain.retire(*first);
    in<TypeParam>::reclaim(domain);
  }
  EXPECT_EQ(chained<TypeParam>::gone, length);
}

/// Whose deleter retires a hundred more.
template <class Domain>
struct branching : locksmith::reclaimable<branching<Domain>> {
  branching(Domain& of, int levels) : domain{of}, height{levels} {}
  branching(const branching&) = delete;
  branching& operator=(const branching&) = delete;
  ~branching() {
    deepest = std::max(deepest, ++nested);
    for (int n = 0; height > 0 && n < 100; ++n) {
      // NOLINTNEXTLINE(bugprone-unhandled-exception-at-new)
      domain.retire(*new branching{domain, height - 1});
    }
    --nested;
  }
  Domain& domain;
  int height;

  static inline int nested = 0;
  static inline int deepest = 0;
};

TYPED_TEST(DeleterSuite, DeletersDoNotNestDeeply) {
  branching<TypeParam>::deepest = 0;
  {
    TypeParam domain;
    for (int n = 0; n < 100; ++n) {
      domain.retire(*new branching<TypeParam>{domain, 2});
    }
    in<TypeParam>::reclaim(domain);
  }
  EXPECT_LE(branching<TypeParam>::deepest, 2);
}

}  // namespace reclamation_suite
