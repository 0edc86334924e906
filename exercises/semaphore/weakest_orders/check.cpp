// SPDX-License-Identifier: MIT
#include <weakest_orders.hpp>

#include "semaphore_suite.hpp"

namespace semaphore_suite {

using answers = testing::Types<exercise::semaphore>;
INSTANTIATE_TYPED_TEST_SUITE_P(Answer, SemaphoreSuite, answers);

}  // namespace semaphore_suite

// The tests below read the orders and know the answer. An order audit of the
// model checker can take their place, one test for each order, since it changes
// the orders of the operations themselves.

namespace {

using exercise::semaphore;

// Acquire and release as bits, and one for what only seq_cst does.
constexpr unsigned acquires = 1;
constexpr unsigned releases = 2;
constexpr unsigned orders_all = 4;

struct order {
  std::memory_order value;
  const char* name;
  unsigned does;
};

constexpr std::array orders{
    order{std::memory_order_relaxed, "relaxed", 0},
    order{std::memory_order_consume, "consume", acquires},
    order{std::memory_order_acquire, "acquire", acquires},
    order{std::memory_order_release, "release", releases},
    order{std::memory_order_acq_rel, "acq_rel", acquires | releases},
    order{std::memory_order_seq_cst, "seq_cst",
          acquires | releases | orders_all},
};

constexpr order find(std::memory_order value) {
  for (const order& each : orders) {
    if (each.value == value) return each;
  }
  return orders.back();
}

struct reasons {
  const char* too_weak;
  const char* too_strong;
};

void judge(const char* name, std::memory_order given, std::memory_order needed,
           const reasons& why) {
  if (given == needed) return;
  const order is = find(given);
  const unsigned must = find(needed).does;
  if ((is.does & must) != must) {
    ADD_FAILURE() << name << " = " << is.name << " is too weak. "
                  << why.too_weak;
  } else {
    ADD_FAILURE() << name << " = " << is.name << " is more than is needed. "
                  << why.too_strong
                  << ((is.does & orders_all) != 0
                          ? " And seq_cst adds one order over operations on "
                            "different atomics; here is only one."
                          : "");
  }
  if (given == std::memory_order_consume) {
    ADD_FAILURE()
        << "No compiler does what consume was meant to do; it becomes "
           "an acquire.";
  }
}

constexpr const char* nothing_is_weaker = "";

TEST(WeakestOrders, Give) {
  judge("give", semaphore::give, std::memory_order_release,
        {"Thread 1 fills a buffer and gives a token; thread 2 takes it and "
         "reads the buffer. Only a release keeps the filling before the "
         "giving.",
         "Who gives a token reads nothing that another thread wrote for it, so "
         "there is nothing to acquire."});
}

TEST(WeakestOrders, Take) {
  judge("take", semaphore::take, std::memory_order_acquire,
        {"Thread 1 fills a buffer and gives a token; thread 2 takes it and "
         "reads the buffer. Only an acquire keeps the reading after the "
         "taking.",
         "Who takes a token hands nothing over. The releases of others do not "
         "need it either: a read-modify-write of any order continues their "
         "sequence."});
}

TEST(WeakestOrders, Look) {
  judge("look", semaphore::look, std::memory_order_relaxed,
        {nothing_is_weaker,
         "The load only proposes a value. If it is old, the exchange fails or "
         "the kernel refuses to sleep on it; if there is a token, the exchange "
         "takes it, and acquires."});
}

TEST(WeakestOrders, Miss) {
  judge("miss", semaphore::miss, std::memory_order_relaxed,
        {nothing_is_weaker,
         "A failed exchange has taken nothing; it is a look, and the loop goes "
         "round. Only an algorithm that follows what it has read needs more."});
}

TEST(WeakestOrders, Enlist) {
  judge("enlist", semaphore::enlist, std::memory_order_relaxed,
        {nothing_is_weaker,
         "No release may overlook it, but that is a matter of one word, and "
         "all threads agree on the order in which one word changes."});
}

}  // namespace
