// SPDX-License-Identifier: MIT
#include <array>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "verdict.hpp"

using interleave::FailureKind;

namespace {

int* global_pointer = nullptr;

}  // namespace

TEST(Race, NamesBothSidesAndTheMissingEdge) {
  const auto result = expect_fails(
      [] {
        int data = 0;
        std::atomic<int> flag{0};
        std::thread writer{[&] {
          data = 1;
          flag.store(1, std::memory_order_relaxed);
        }};
        if (flag.load(std::memory_order_acquire) == 1) {
          const int seen = data;
          keep(seen);
        }
        writer.join();
      },
      FailureKind::race, "is relaxed, so the load at memory_test.cpp:");
  EXPECT_NE(result.failure()->sentence.find("release would"),
            std::string::npos);
}

// On the heap: clang up to 19 does not tell of accesses to a part of an object
// on the stack of the function that has it.
TEST(Race, IsByteExact) {
  const auto body = [](std::size_t first, std::size_t second) {
    return [first, second] {
      const auto bytes = std::make_unique<char[]>(8);
      std::thread other{[&] { bytes[first] = 1; }};
      bytes[second] = 1;
      other.join();
    };
  };
  expect_passes(body(3, 4));
  expect_fails(body(4, 4), FailureKind::race);
}

TEST(Race, SeesCopiesOfWholeObjects) {
  expect_fails(
      [] {
        const auto a = std::make_unique<std::array<char, 100>>();
        const auto b = std::make_unique<std::array<char, 100>>();
        std::thread other{[&] { std::memcpy(a->data(), b->data(), 100); }};
        (*a)[99] = 1;
        other.join();
      },
      FailureKind::race);
}

TEST(Race, SeesUnorderedInitialisationOfAnAtomic) {
  expect_fails(
      [] {
        std::atomic<std::atomic<int>*> published{nullptr};
        auto owned = std::make_unique<std::atomic<int>>(0);
        std::thread other{[&] {
          if (auto* const p = published.load(std::memory_order_relaxed)) {
            p->store(2, std::memory_order_relaxed);
          }
        }};
        std::thread maker{[&] {
          auto* const made = new std::atomic<int>{1};
          published.store(made, std::memory_order_relaxed);
        }};
        other.join();
        maker.join();
        delete published.load();
      },
      FailureKind::race);
}

TEST(Heap, UseAfterFree) {
  expect_fails(
      [] {
        int* const p = new int{1};
        keep(p);
        delete p;
        keep(p);
        *p = 2;
        keep(p);
      },
      FailureKind::use_after_free, "freed at memory_test.cpp:");
}

TEST(Heap, DoubleFree) {
  expect_fails(
      [] {
        void* volatile p = std::malloc(8);
        std::free(p);
        std::free(p);
      },
      FailureKind::double_free);
}

TEST(Heap, InvalidFree) {
  expect_fails(
      [] {
        auto* volatile p = static_cast<char*>(std::malloc(64));
        p = p + 16;
        std::free(p);
      },
      FailureKind::invalid_free);
}

TEST(Heap, OutOfBounds) {
  expect_fails(
      [] {
        const auto p = std::make_unique<int[]>(4);
        volatile int past = 4;
        p[static_cast<std::size_t>(past)] = 1;
        keep(p);
      },
      FailureKind::out_of_bounds);
}

TEST(Heap, LeakNamesItsAllocation) {
  expect_fails([] { keep(new int{1}); }, FailureKind::leak, "memory_test.cpp:");
}

TEST(Heap, WhatAGlobalReachesIsNoLeak) {
  expect_passes([] { global_pointer = new int{1}; });
  EXPECT_EQ(global_pointer, nullptr);
}

TEST(Heap, ReadOfUninitialisedMemory) {
  expect_fails(
      [] {
        const std::unique_ptr<int> p{new int};
        keep(p);
        if (*p == 3) {
          interleave::observe("3");
        }
      },
      FailureKind::uninitialised);
}

TEST(Heap, StringsAndVectorsAreFine) {
  expect_passes([] {
    std::vector<std::string> words;
    for (int k = 0; k < 10; ++k) {
      words.push_back(std::string(static_cast<std::size_t>(k) * 10, 'x'));
    }
    std::string all;
    for (const std::string& word : words) {
      all += word;
    }
    interleave::require(all.size() == 450 && all[449] == 'x', "all there");
  });
}

TEST(SharedPointer, CountsAtomically) {
  expect_passes([] {
    auto shared = std::make_shared<int>(1);
    std::thread other{[copy = shared] { static_cast<void>(*copy); }};
    shared.reset();
    other.join();
  });
}

TEST(AtomicSharedPointer, IsSafe) {
  expect_passes([] {
    std::atomic<std::shared_ptr<int>> shared{std::make_shared<int>(1)};
    std::thread other{[&] { shared.store(std::make_shared<int>(2)); }};
    const std::shared_ptr<int> seen = shared.load();
    interleave::require(*seen == 1 || *seen == 2, "whole");
    other.join();
  });
}

TEST(AtomicRef, IsTheSameLocation) {
  expect_passes([] {
    int value = 0;
    std::thread other{[&] { std::atomic_ref{value}.fetch_add(1); }};
    std::atomic_ref{value}.fetch_add(1);
    other.join();
    interleave::require(value == 2, "both counted");
  });
}

TEST(MixedSize, IsRefused) {
  expect_fails(
      [] {
        alignas(8) std::uint64_t word = 0;
        keep(word);
        std::atomic_ref<std::uint64_t>{word}.store(1);
        std::atomic_ref<std::uint32_t>{*reinterpret_cast<std::uint32_t*>(&word)}
            .store(2);
      },
      FailureKind::unsupported, "different sizes");
}
