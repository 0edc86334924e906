// SPDX-License-Identifier: MIT
#include <bucket_map.hpp>
#include <cstddef>
#include <deque>
#include <judge.hpp>
#include <optional>
#include <semaphore>
#include <thread>

#include "locksmith/rcu.hpp"
#include "prompt_domain.hpp"
#include "testing/actor.hpp"

namespace {

using exercise::prompt_domain;
using interleave::require;
using judge::RealThreads;
using numbers = exercise::bucket_map<int, int, prompt_domain>;

// A key that can hold up whoever compares it, until the gate is open.
struct gated_key {
  int number;
  std::binary_semaphore* gate = nullptr;

  friend bool operator==(const gated_key& a, const gated_key& b) {
    for (std::binary_semaphore* const each : {a.gate, b.gate}) {
      if (each == nullptr) continue;
      each->acquire();
      each->release();
    }
    return a.number == b.number;
  }
};

struct hash_of_gated {
  std::size_t operator()(const gated_key& key) const {
    return static_cast<std::size_t>(key.number);
  }
};

// The hash of a number is the number: with two buckets, odd keys share one and
// even keys the other.
constexpr std::size_t two = 2;

/// One thread alone.
void holds_what_it_should() {
  prompt_domain domain;
  numbers map{two, domain};
  require(!map.find(1) && !map.erase(1) && !map.rename(1, 2), "it is empty");
  require(map.insert_or_assign(1, 10) && map.insert_or_assign(3, 30),
          "both are new");
  require(!map.insert_or_assign(1, 11), "1 is not new any more");
  require(map.find(1) == 11 && map.find(3) == 30, "each key has its value");
  require(map.erase(1) && !map.erase(1), "1 is erased once");
  require(!map.find(1) && map.find(3) == 30, "the other stays");
}

/// One thread alone: to another bucket, in the same one, over another key, and
/// to itself.
void renames_what_it_should() {
  prompt_domain domain;
  numbers map{two, domain};
  map.insert_or_assign(1, 10);
  require(map.rename(1, 2) && !map.find(1) && map.find(2) == 10, "1 becomes 2");
  require(map.rename(2, 4) && !map.find(2) && map.find(4) == 10, "2 becomes 4");
  map.insert_or_assign(3, 30);
  require(map.rename(4, 3) && !map.find(4) && map.find(3) == 10, "4 becomes 3");
  require(map.erase(3) && !map.find(3), "there was one 3");
  map.insert_or_assign(1, 10);
  require(map.rename(1, 1) && map.find(1) == 10, "1 stays 1");
}

/// One thread assigns while the other looks, past another key.
void shows_the_old_or_the_new() {
  prompt_domain domain;
  numbers map{two, domain};
  map.insert_or_assign(1, 10);
  map.insert_or_assign(3, 30);
  std::thread reader{[&] {
    const std::optional<int> value = map.find(1);
    require(value == 10 || value == 11, "the key has a value all the time");
  }};
  map.insert_or_assign(1, 11);
  reader.join();
}

/// Two threads insert the same key.
void inserts_once() {
  prompt_domain domain;
  numbers map{two, domain};
  bool theirs = false;
  std::thread other{[&] { theirs = map.insert_or_assign(1, 10); }};
  const bool ours = map.insert_or_assign(1, 11);
  other.join();
  require(theirs != ours, "it is new for one of the two");
  require(map.find(1) == (ours ? 10 : 11), "the value is the last one");
  require(map.erase(1) && !map.find(1), "there was one");
}

/// One thread renames while the other looks for the old name, then the new.
void is_found_by_one_name(int from, int to) {
  prompt_domain domain;
  numbers map{two, domain};
  map.insert_or_assign(from, 10);
  std::thread reader{[&] {
    require(map.find(from) == 10 || map.find(to) == 10,
            "it has a name all the time");
  }};
  require(map.rename(from, to), "it was there");
  reader.join();
}
void is_found_in_either_bucket() { is_found_by_one_name(1, 2); }
void is_found_in_one_bucket() { is_found_by_one_name(1, 3); }

/// Two threads rename, each to the other's name.
void renames_crosswise() {
  prompt_domain domain;
  numbers map{two, domain};
  map.insert_or_assign(1, 10);
  map.insert_or_assign(2, 20);
  std::thread other{[&] { map.rename(2, 1); }};
  map.rename(1, 2);
  other.join();
  require(map.erase(1) != map.erase(2), "one of the two is left");
}

/// One thread renames what the other erases.
void renames_or_erases() {
  prompt_domain domain;
  numbers map{two, domain};
  map.insert_or_assign(1, 10);
  bool erased = false;
  std::thread other{[&] { erased = map.erase(1); }};
  const bool renamed = map.rename(1, 2);
  other.join();
  require(renamed != erased, "one of the two finds it");
  require(map.find(2).has_value() == renamed, "what is erased stays out");
}

/// One thread renames a key to which the other assigns.
void loses_no_assignment() {
  prompt_domain domain;
  numbers map{two, domain};
  map.insert_or_assign(1, 10);
  bool is_new = false;
  std::thread other{[&] { is_new = map.insert_or_assign(1, 11); }};
  map.rename(1, 2);
  other.join();
  require(is_new ? map.find(1) == 11 && map.find(2) == 10
                 : !map.find(1) && map.find(2) == 11,
          "no assignment is lost");
}

/// A writer is held up in the middle until a reader has found what it looks
/// for.
void lets_readers_by() {
  prompt_domain domain;
  exercise::bucket_map<gated_key, int, prompt_domain, hash_of_gated> map{
      1, domain};
  map.insert_or_assign({1}, 10);
  std::binary_semaphore gate{0};
  std::thread writer{[&] { map.erase({2, &gate}); }};
  require(map.find({1}) == 10, "it is there");
  gate.release();
  writer.join();
}

const bool promises = judge::in_every_execution({
    {"HoldsWhatItShould", holds_what_it_should},
    {"RenamesWhatItShould", renames_what_it_should},
    {"ShowsTheOldOrTheNew", shows_the_old_or_the_new},
    {"InsertsOnce", inserts_once},
    {"IsFoundInEitherBucket", is_found_in_either_bucket},
    {"IsFoundInOneBucket", is_found_in_one_bucket},
    {"RenamesCrosswise", renames_crosswise},
    {"RenamesOrErases", renames_or_erases},
    {"LosesNoAssignment", loses_no_assignment},
    {"LetsReadersBy", lets_readers_by},
});

TEST_F(RealThreads, FindWhatIsThere) {
  locksmith::rcu_domain domain;
  exercise::bucket_map<int, int, locksmith::rcu_domain> map{4, domain};
  for (int key = 0; key < 8; ++key) map.insert_or_assign(key, 0);
  std::deque<testing_support::actor> writers;
  for (int writer = 0; writer < 2; ++writer) {
    writers.emplace_back([&, writer] {
      for (int round = 1; round <= 300; ++round) {
        map.insert_or_assign(writer, round);
        map.erase(2 + writer);
        map.insert_or_assign(2 + writer, round);
        map.rename(4 + writer, 5 - writer);
        map.insert_or_assign(4 + writer, round);
      }
    });
  }
  for (int last = 0; last < 300;) {
    const std::optional<int> value = map.find(0);
    ASSERT_TRUE(value && *value >= last) << "no older value after a newer";
    last = *value;
    ASSERT_EQ(map.find(7), 0);
  }
}

}  // namespace
