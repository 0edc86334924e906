// SPDX-License-Identifier: MIT
#include "locksmith/asymmetric_fence.hpp"

#include <gtest/gtest.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <array>
#include <atomic>
#include <barrier>
#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <thread>

#include "testing/no_futex.hpp"

namespace {

using locksmith::asymmetric_thread_fence_heavy;
using locksmith::asymmetric_thread_fence_light;

// Each of two threads stores and then looks, round after round: in none does
// neither see the other.
bool one_always_sees_the_other() {
  constexpr int rounds = 2'000;
  std::atomic<int> x{0};
  std::atomic<int> y{0};
  bool seen_here = false;
  bool seen_there = false;
  std::barrier line{2};
  std::thread light{[&] {
    for (int round = 1; round <= rounds; ++round) {
      line.arrive_and_wait();
      x.store(round, std::memory_order_relaxed);
      asymmetric_thread_fence_light();
      seen_there = y.load(std::memory_order_relaxed) == round;
      line.arrive_and_wait();
    }
  }};
  bool always = true;
  for (int round = 1; round <= rounds; ++round) {
    line.arrive_and_wait();
    y.store(round, std::memory_order_relaxed);
    asymmetric_thread_fence_heavy();
    seen_here = x.load(std::memory_order_relaxed) == round;
    line.arrive_and_wait();
    always = always && (seen_here || seen_there);
  }
  light.join();
  return always;
}

// From here on membarrier(2) fails, as where the kernel does not have it.
void forbid_membarrier() {
  std::array<sock_filter, 4> filter{{
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_membarrier, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  }};
  const sock_fprog program{filter.size(), filter.data()};
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
      ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) {
    std::_Exit(2);
  }
}

TEST(AsymmetricFence, OneSeesTheOther) {
  EXPECT_TRUE(one_always_sees_the_other());
}

TEST(AsymmetricFence, OneSeesTheOtherWithoutMembarrier) {
  if (!testing_support::can_forbid_calls()) GTEST_SKIP();
  const auto without = [] {
    forbid_membarrier();
    locksmith::detail::membarrier_ready.store(false);
    std::_Exit(one_always_sees_the_other() ? 0 : 1);
  };
  EXPECT_EXIT(without(), testing::ExitedWithCode(0), "");
}

// Rather than to let readers go on without a fence.
TEST(AsymmetricFence, TheProgramEndsIfMembarrierIsForbiddenLater) {
  if (!locksmith::detail::membarrier_ready.load()) {
    GTEST_SKIP() << "this kernel has no membarrier";
  }
  if (!testing_support::can_forbid_calls()) GTEST_SKIP();
  const auto too_late = [] {
    forbid_membarrier();
    asymmetric_thread_fence_heavy();
  };
  EXPECT_DEATH(too_late(), "membarrier must not be forbidden");
}

}  // namespace
