// SPDX-License-Identifier: MIT
// What the lists must do in every execution, over each domain.
#include <gtest/gtest.h>

#include <interleave/interleave.hpp>

#include "lock_free_lists_bodies.hpp"
#include "locksmith/lock_free_set.hpp"
#include "locksmith/rcu_list.hpp"
#include "model/domains.hpp"
#include "model/orders.hpp"
#include "model/promises.hpp"
#include "model/sorted_list.hpp"
#include "steps/inbox.hpp"
#include "steps/marked.hpp"
#include "steps/one_writer.hpp"

namespace lock_free_lists_bodies {
namespace {

void holds(void (*body)()) {
  const interleave::Result result = interleave::explore(body);
  EXPECT_TRUE(result.ok()) << result;
  EXPECT_TRUE(!result.ok() || result.exhaustive()) << result;
}

template <template <class> class Container, class D>
struct over {
  using type = Container<D>;
  using domain = D;
};

template <class Domain>
using set_of_int = locksmith::lock_free_set<int, Domain>;

template <class Case>
class SetModel : public testing::Test {
 public:
  using set = typename Case::type;
  using domain = typename Case::domain;
};
using sets = testing::Types<
    over<set_of_int, keeper>, over<set_of_int, rcu>, over<set_of_int, epochs>,
    over<set_of_int, quiescent_states>, over<set_of_int, hazard_pointers>,
    over<steps::marked::set, keeper>, over<steps::marked::set, epochs>>;
TYPED_TEST_SUITE(SetModel, sets);

TYPED_TEST(SetModel, OneOfTwoInserts) {
  holds(two_insert_the_same<typename TestFixture::set,
                            typename TestFixture::domain>);
}

TYPED_TEST(SetModel, OneOfTwoErases) {
  holds(two_erase_the_same<typename TestFixture::set,
                           typename TestFixture::domain>);
}

TYPED_TEST(SetModel, UndoesNoRemoval) {
  holds(two_erase_neighbours<typename TestFixture::set,
                             typename TestFixture::domain>);
}

TYPED_TEST(SetModel, LosesNoInsertionBehindAnErasedKey) {
  holds(one_inserts_behind_one_erased<typename TestFixture::set,
                                      typename TestFixture::domain>);
}

TYPED_TEST(SetModel, UnlinksWhatIsErased) {
  holds(one_inserts_before_one_erased<typename TestFixture::set,
                                      typename TestFixture::domain>);
}

TYPED_TEST(SetModel, FindsWhatIsAppended) {
  holds(one_looks_while_one_appends<typename TestFixture::set,
                                    typename TestFixture::domain>);
}

// The keeper frees nothing while there is another thread.
template <class Case>
class FreeingSetModel : public SetModel<Case> {};
using freeing_sets =
    testing::Types<over<set_of_int, rcu>, over<set_of_int, epochs>,
                   over<set_of_int, quiescent_states>,
                   over<set_of_int, hazard_pointers>,
                   over<steps::marked::set, epochs>>;
TYPED_TEST_SUITE(FreeingSetModel, freeing_sets);

TYPED_TEST(FreeingSetModel, FreesNothingThatIsRead) {
  holds(one_walks_while_all_go<typename TestFixture::set,
                               typename TestFixture::domain>);
}

// Three threads, and so not over hazard pointers: it would take hours.
template <class Case>
class LinkOfTwoModel : public SetModel<Case> {};
using sets_of_two =
    testing::Types<over<set_of_int, keeper>, over<set_of_int, rcu>,
                   over<set_of_int, epochs>, over<steps::marked::set, keeper>>;
TYPED_TEST_SUITE(LinkOfTwoModel, sets_of_two);

TYPED_TEST(LinkOfTwoModel, FindsWholeNodes) {
  holds(one_looks_over_a_link_of_two<typename TestFixture::set,
                                     typename TestFixture::domain>);
}

template <class Case>
class ListModel : public testing::Test {
 public:
  using list = typename Case::type;
  using domain = typename Case::domain;
};
using lists = testing::Types<
    over<sorted_list, keeper>, over<sorted_list, rcu>,
    over<sorted_list, epochs>, over<sorted_list, quiescent_states>,
    over<steps::one_writer::list, keeper>, over<steps::one_writer::list, rcu>>;
TYPED_TEST_SUITE(ListModel, lists);

TYPED_TEST(ListModel, MeetsWhatFollowsAnErasedElement) {
  holds(one_walks_while_one_erases<typename TestFixture::list,
                                   typename TestFixture::domain>);
}

TYPED_TEST(ListModel, KeepsBothOfTwoInsertions) {
  holds(two_insert_next_to_each_other<typename TestFixture::list,
                                      typename TestFixture::domain>);
}

TYPED_TEST(ListModel, MeetsWholeElementsAtTheFront) {
  holds(one_walks_while_one_inserts<typename TestFixture::list,
                                    typename TestFixture::domain>);
}

TYPED_TEST(ListModel, MeetsWholeElementsAtTheEnd) {
  holds(one_walks_while_one_appends<typename TestFixture::list,
                                    typename TestFixture::domain>);
}

TYPED_TEST(ListModel, MeetsWholeElementsByALinkOfTwo) {
  holds(one_walks_over_a_link_of_two<typename TestFixture::list,
                                     typename TestFixture::domain>);
}

template <class Case>
class ReplaceModel : public ListModel<Case> {};
using replacing =
    testing::Types<over<sorted_list, keeper>, over<sorted_list, rcu>>;
TYPED_TEST_SUITE(ReplaceModel, replacing);

TYPED_TEST(ReplaceModel, MeetsTheOldOrTheNew) {
  holds(one_walks_while_one_replaces<typename TestFixture::list,
                                     typename TestFixture::domain>);
}

// The program that runs the list without the checker.
TEST(RcuListModel, IsWalkedWhileItChanges) {
  holds(one_walks_while_one_changes_it<locksmith::rcu_list<int>>);
}

TEST(Inbox, MeetsWhatWasPushed) {
  holds(one_pushes_while_one_walks<steps::inbox::list>);
}

TEST(Inbox, TakesEachOnce) {
  holds(two_push_and_one_takes<steps::inbox::list>);
}

}  // namespace
}  // namespace lock_free_lists_bodies
