// SPDX-License-Identifier: MIT
// The orders of the headers, with the smallest programs that need them all; and
// what operations at once come to.
#include "locksmith/lock_free_set.hpp"
#include "model/domains.hpp"
#include "model/orders.hpp"
#include "model/outcomes.hpp"
#include "model/sorted_list.hpp"
#include "testing/executions.hpp"

namespace lock_free_lists_bodies {
namespace {

using testing_support::comes_to;
using testing_support::needs_its_orders;

using list = sorted_list<keeper>;
using set = locksmith::lock_free_set<int, keeper>;

TEST(Orders, RcuList) {
  needs_its_orders("locksmith/rcu_list.hpp",
                   {one_walks_while_one_inserts<list, keeper>,
                    one_walks_while_one_appends<list, keeper>,
                    one_walks_while_one_replaces<list, keeper>,
                    one_walks_over_a_link_of_two<list, keeper>});
}

TEST(Orders, LockFreeSet) {
  needs_its_orders("locksmith/lock_free_set.hpp",
                   {one_looks_while_one_appends<set, keeper>,
                    one_looks_over_a_link_of_two<set, keeper>});
}

TEST(Outcomes, InsertAndErase) {
  comes_to("insert_and_erase", insert_and_erase<set, keeper>,
           {"inserted yes, erased no, there yes",
            "inserted yes, erased yes, there no"});
}

TEST(Outcomes, EraseAndInsert) {
  comes_to("erase_and_insert", erase_and_insert<set, keeper>,
           {"inserted no, erased yes, there no",
            "inserted yes, erased yes, there yes"});
}

// There, gone and there again: it is seen in this order.
TEST(Outcomes, LookTwice) {
  comes_to("look_twice", look_twice<set, keeper>,
           {"yes, yes", "yes, no", "no, yes", "no, no"});
}

TEST(Outcomes, LookAfterErase) {
  comes_to("look_after_erase", look_after_erase<set, keeper>,
           {"yes, yes", "yes, no"});
}

// Of two keys threads may see the changes in different orders.
TEST(Outcomes, TwoKeys) {
  comes_to("two_keys", two_keys<set, keeper>,
           {"sees 9: yes, sees 1: yes", "sees 9: yes, sees 1: no",
            "sees 9: no, sees 1: yes", "sees 9: no, sees 1: no"});
}

TEST(Outcomes, TwoKeysWithFences) {
  comes_to("two_keys_with_fences", two_keys<set, keeper, true>,
           {"sees 9: yes, sees 1: yes", "sees 9: yes, sees 1: no",
            "sees 9: no, sees 1: yes"});
}

}  // namespace
}  // namespace lock_free_lists_bodies
