// SPDX-License-Identifier: MIT
#include "graph/thread_queue.hpp"

#include <gtest/gtest.h>

namespace interleave::engine {
namespace {

TEST(ThreadQueue, IsFirstInFirst) {
  ThreadQueue queue{0};
  queue = ThreadQueue{queue.with(3)};
  queue = ThreadQueue{queue.with(0)};
  queue = ThreadQueue{queue.with(15)};
  EXPECT_EQ(queue.size(), 3U);
  EXPECT_EQ(queue.thread(0), 3U);
  EXPECT_EQ(queue.thread(2), 15U);
  EXPECT_FALSE(queue.freed(3));
}

TEST(ThreadQueue, TellsWhomItFreed) {
  ThreadQueue queue{ThreadQueue{ThreadQueue{0}.with(3)}.with(4)};
  const ThreadQueue one{queue.without_place(1)};
  EXPECT_TRUE(one.freed(4));
  EXPECT_FALSE(one.freed(3));
  EXPECT_EQ(one.size(), 1U);
  const ThreadQueue all{queue.emptied()};
  EXPECT_TRUE(all.freed(3));
  EXPECT_TRUE(all.freed(4));
  EXPECT_EQ(all.size(), 0U);
}

TEST(ThreadQueue, WithoutTakesOutTheRightOne) {
  ThreadQueue queue{0};
  for (unsigned thread = 0; thread < ThreadQueue::capacity; ++thread) {
    queue = ThreadQueue{queue.with(thread)};
  }
  EXPECT_EQ(queue.size(), ThreadQueue::capacity);
  queue = ThreadQueue{queue.without(5)};
  EXPECT_EQ(queue.size(), ThreadQueue::capacity - 1);
  EXPECT_FALSE(queue.contains(5));
  EXPECT_EQ(queue.thread(5), 6U);
  EXPECT_TRUE(queue.freed(5));
}

TEST(ThreadQueue, AnEmptyQueueFreesNobody) {
  EXPECT_EQ(ThreadQueue{0}.emptied(), 0U);
  EXPECT_EQ(ThreadQueue{0}.without_place(0), 0U);
  EXPECT_FALSE(ThreadQueue{0}.freed(0));
}

}  // namespace
}  // namespace interleave::engine
