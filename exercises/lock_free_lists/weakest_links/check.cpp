// SPDX-License-Identifier: MIT
#include <deque>
#include <judge.hpp>
#include <string>
#include <thread>
#include <weakest_links.hpp>

#include "handing_over.hpp"
#include "testing/actor.hpp"

namespace {

using exercise::node;
using exercise::set;
using judge::RealThreads;
using judge::surplus;

using namespace handing_over;
const bool promises = judge::in_every_execution({
    {"HandsOver", hands_over<set>},
    {"HandsOverPastTheErased", hands_over_past_the_erased<set>},
    {"TakesOverFromTheErased", takes_over_from_the_erased<set>},
    {"BeginsAgain", begins_again<set>},
    {"EraseAtOnce", erase_at_once<set>},
    {"InsertAtOnce", insert_at_once<set>},
});

class WeakestLinks : public judge::Weakest {
 protected:
  static void SetUpTestSuite() {
    find({hands_over<set>, hands_over_past_the_erased<set>,
          takes_over_from_the_erased<set>, begins_again<set>});
  }
};

bool exchanges_in(const std::string& function, const surplus& each) {
  return judge::too_strong_if_it_succeeds(each) &&
         each.function.find(function) != std::string::npos;
}

TEST_F(WeakestLinks, Prepare) {
  is_needed("prepare",
            "Nobody can come to the node yet. What makes it visible is the "
            "exchange that links it.",
            [](const surplus& each) { return each.operation == "store"; });
}

TEST_F(WeakestLinks, Follow) {
  is_needed("follow",
            "Whoever walks along a link touches what is behind it, and has "
            "nothing of its own to hand over.",
            [](const surplus& each) { return each.operation == "load"; });
}

TEST_F(WeakestLinks, Link) {
  is_needed("link",
            "Who links a node hands it over. What the walk has found it has "
            "acquired already.",
            [](const surplus& each) { return exchanges_in("insert", each); });
}

TEST_F(WeakestLinks, Mark) {
  is_needed("mark",
            "Who marks a node takes its link over. There is nothing to hand "
            "over: who meets the mark touches nothing of the one who set it.",
            [](const surplus& each) { return each.operation == "fetch_or"; });
}

TEST_F(WeakestLinks, Unlink) {
  is_needed("unlink",
            "It hands the next node on. What the bypassed node's link held "
            "was acquired when it was read.",
            [](const surplus& each) { return exchanges_in("bypass", each); });
}

TEST_F(WeakestLinks, Miss) {
  is_needed("miss",
            "What a failed exchange has read is thrown away, and the walk "
            "begins again with loads of its own.",
            judge::too_strong_if_it_fails);
}

TEST_F(RealThreads, KeepTheirKeys) {
  constexpr int each = 100;
  constexpr int threads = 3;
  set all;
  std::deque<node> nodes;
  for (int key = 1; key <= threads * each; ++key) nodes.emplace_back(key);
  {
    std::deque<testing_support::actor> actors;
    for (int thread = 0; thread < threads; ++thread) {
      actors.emplace_back([&, thread] {
        for (int n = 0; n < each; ++n) {
          const int place = n * threads + thread;
          node& own = nodes[static_cast<std::size_t>(place)];
          insert(all, own);
          if (n % 2 == 0) all.erase(own.key);
        }
      });
    }
  }
  for (const node& one : nodes) {
    ASSERT_EQ(finds(all, one.key), (one.key - 1) / threads % 2 == 1);
  }
}

}  // namespace
