// SPDX-License-Identifier: MIT
#include <atomic>
#include <counted_pointer.hpp>
#include <deque>
#include <judge.hpp>
#include <thread>

#include "testing/actor.hpp"

namespace {

using judge::RealThreads;
using int_pointer = exercise::counted_pointer<int>;

/// One thread reads what another replaces.
void counts_before_it_may_go() {
  int_pointer pointer{1};
  std::thread reader{[&] {
    const int seen = *pointer.get();
    interleave::require(seen == 1 || seen == 2, "the object is whole");
  }};
  pointer.set(2);
  reader.join();
}

/// Two threads read what a third replaces; each may have the last reference.
void counts_two_at_once() {
  int_pointer pointer{1};
  const auto read = [&] {
    const int_pointer::reference seen = pointer.get();
    interleave::require(*seen == 1 || *seen == 2, "the object is whole");
  };
  std::thread first{read};
  std::thread second{[&] { pointer.set(2); }};
  read();
  first.join();
  second.join();
}

/// Two threads replace it.
void is_replaced_twice() {
  int_pointer pointer{1};
  std::thread other{[&] { pointer.set(2); }};
  pointer.set(3);
  other.join();
  const int last = *pointer.get();
  interleave::require(last == 2 || last == 3, "one of them was last");
}

/// A thread keeps its reference while it replaces, and so does another.
void keeps_what_is_referred_to() {
  int_pointer pointer{1};
  const int_pointer::reference kept = pointer.get();
  std::thread other{[&] { pointer.set(2); }};
  other.join();
  int_pointer::reference next = pointer.get();
  pointer.set(3);
  const int_pointer::reference moved = std::move(next);
  interleave::require(*kept == 1 && *moved == 2 && *pointer.get() == 3,
                      "each reference keeps its object");
}

// Counts how many of it there are.
class instance {
 public:
  instance() { ++living; }
  instance(const instance&) { ++living; }
  instance& operator=(const instance&) = default;
  ~instance() { --living; }

  static inline std::atomic<int> living{0};
};

/// What nobody refers to any more is deleted, and not later.
void deletes_with_the_last_reference() {
  exercise::counted_pointer<instance> pointer{instance{}};
  std::thread other{[&] { static_cast<void>(pointer.get()); }};
  pointer.set(instance{});
  other.join();
  interleave::require(instance::living == 1, "the replaced object has gone");
}

const bool promises = judge::in_every_execution({
    {"CountsBeforeItMayGo", counts_before_it_may_go},
    {"CountsTwoAtOnce", counts_two_at_once},
    {"IsReplacedTwice", is_replaced_twice},
    {"KeepsWhatIsReferredTo", keeps_what_is_referred_to},
    {"DeletesWithTheLastReference", deletes_with_the_last_reference},
});

TEST_F(RealThreads, ReadWhatIsThere) {
  int_pointer pointer{1};
  constexpr int last = 1'000;
  std::deque<testing_support::actor> readers;
  for (int reader = 0; reader < 2; ++reader) {
    readers.emplace_back([&] {
      for (int before = 0; before < last;) {
        const int seen = *pointer.get();
        ASSERT_GE(seen, before) << "no older object after a newer";
        before = seen;
        std::this_thread::yield();
      }
    });
  }
  for (int next = 2; next <= last; ++next) pointer.set(next);
}

}  // namespace
