// SPDX-License-Identifier: MIT
#include <cstdint>
#include <judge.hpp>
#include <map>
#include <string>
#include <vector>
#include <weakest_orders.hpp>

#include "promises.hpp"
#include "testing/actor.hpp"

namespace {

using exercise::semaphore;
using judge::RealThreads;
using judge::surplus;

const bool promises = judge::in_every_execution(
    semaphore_promises::of_every_semaphore<semaphore>());

// What of the answer is stronger than these programs need: found by weakening
// each order in turn and running every execution again.
class WeakestOrders : public judge::Checker {
 protected:
  static void SetUpTestSuite() {
    // An order that is too weak is the first thing to mend.
    if (testing::UnitTest::GetInstance()->Failed()) return;
    using namespace semaphore_bodies;
    using semaphore_promises::excludes_again;
    found =
        judge::surpluses({hands_over<semaphore>, hands_over_from_all<semaphore>,
                          excludes_again<semaphore>});
  }

  // Fails the test for what stands in these places. Of each, the last that was
  // tried is the weakest.
  static void is_needed(const std::string& name, const std::string& why,
                        bool (*concerns)(const surplus&)) {
    std::map<std::uint32_t, std::string> places;
    for (const surplus& each : found) {
      if (!concerns(each)) continue;
      places[each.line] = each.operation + " in " + each.function + " is " +
                          each.order + ", but " + each.enough + " is enough";
    }
    if (places.empty()) return;
    std::string text = name + " is more than is needed. " + why +
                       "\nNo execution breaks when it is weakened:";
    for (const auto& [line, place] : places) {
      text += "\n  line " + std::to_string(line) + ": " + place;
    }
    ADD_FAILURE() << text;
  }

  static inline std::vector<surplus> found;
};

// Before and behind the slash of a compare-exchange.
std::string of_success(const std::string& order) {
  return order.substr(0, order.find('/'));
}
std::string of_failure(const std::string& order) {
  return order.substr(order.find('/') + 1);
}

bool exchanges(const surplus& each) {
  return each.order.find('/') != std::string::npos;
}

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
            [](const surplus& each) {
              return exchanges(each) &&
                     of_success(each.order) != of_success(each.enough);
            });
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
            [](const surplus& each) {
              return exchanges(each) &&
                     of_failure(each.order) != of_failure(each.enough);
            });
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
