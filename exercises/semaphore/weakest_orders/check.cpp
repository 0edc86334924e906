// SPDX-License-Identifier: MIT
#include <judge.hpp>
#include <string>
#include <weakest_orders.hpp>

#include "promises.hpp"
#include "testing/actor.hpp"

namespace {

using exercise::semaphore;
using judge::RealThreads;
using judge::surplus;

const bool promises = judge::in_every_execution(
    semaphore_promises::of_every_semaphore<semaphore>());

class WeakestOrders : public judge::Weakest {
 protected:
  static void SetUpTestSuite() {
    using namespace semaphore_bodies;
    using semaphore_promises::excludes_again;
    find({hands_over<semaphore>, hands_over_from_all<semaphore>,
          excludes_again<semaphore>});
  }
};

TEST_F(WeakestOrders, Give) {
  is_needed("give",
            "Who gives a token reads nothing that another thread wrote for it, "
            "so there is nothing to acquire.",
            [](const surplus& each) {
              return each.operation == "fetch_add" &&
                     each.function.find("release") != std::string::npos;
            });
}

TEST_F(WeakestOrders, Take) {
  is_needed("take",
            "Who takes a token hands nothing over. The releases of others do "
            "not need it either: a read-modify-write of any order continues "
            "their sequence.",
            judge::too_strong_if_it_succeeds);
}

TEST_F(WeakestOrders, Look) {
  is_needed("look",
            "The load only proposes a value. If it is old, the exchange fails "
            "or the kernel refuses to sleep on it; if there is a token, the "
            "exchange takes it, and acquires.",
            [](const surplus& each) { return each.operation == "load"; });
}

TEST_F(WeakestOrders, Miss) {
  is_needed("miss",
            "A failed exchange has taken nothing; it is a look, and the loop "
            "goes round. Only an algorithm that follows what it has read needs "
            "more.",
            judge::too_strong_if_it_fails);
}

TEST_F(WeakestOrders, Enlist) {
  is_needed("enlist",
            "No release may overlook it, but that is a matter of one word, and "
            "all threads agree on the order in which one word changes.",
            [](const surplus& each) {
              return each.operation == "fetch_add" &&
                     each.function.find("release") == std::string::npos;
            });
}

TEST_F(RealThreads, HandOver) {
  semaphore full{0};
  semaphore empty{1};
  int parcel = 0;
  constexpr int rounds = 1'000;
  const testing_support::actor giver{[&] {
    for (int round = 1; round <= rounds; ++round) {
      empty.acquire();
      parcel = round;
      full.release();
    }
  }};
  for (int round = 1; round <= rounds; ++round) {
    full.acquire();
    ASSERT_EQ(parcel, round);
    empty.release();
  }
}

}  // namespace
