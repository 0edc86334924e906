// SPDX-License-Identifier: MIT
// The wrong steps, each with the smallest program that breaks it.
#include "lock_free_lists_bodies.hpp"
#include "model/domains.hpp"
#include "steps/clears_the_link.hpp"
#include "steps/count_of_one_bit.hpp"
#include "steps/counted_beside_the_list.hpp"
#include "steps/deletes_at_once.hpp"
#include "steps/flag_beside_the_link.hpp"
#include "steps/forgets_the_mutex.hpp"
#include "steps/insert_keeps_the_mark.hpp"
#include "steps/linked_too_late.hpp"
#include "steps/mark_by_store.hpp"
#include "steps/pop_of_freed.hpp"
#include "steps/pop_of_recycled.hpp"
#include "steps/published_relaxed.hpp"
#include "steps/retired_by_both.hpp"
#include "steps/retired_by_the_marker.hpp"
#include "steps/unmarked.hpp"
#include "steps/walks_past_marks.hpp"
#include "testing/executions.hpp"

namespace lock_free_lists_bodies {
namespace {

using interleave::FailureKind;
using testing_support::all_of;
using testing_support::breaks;

TEST(WrongSteps, LinkedTooLate) {
  breaks("linked_too_late",
         one_pushes_while_one_walks<steps::linked_too_late::list>,
         FailureKind::assertion);
}

TEST(WrongSteps, PublishedRelaxed) {
  breaks("published_relaxed",
         one_pushes_while_one_walks<steps::published_relaxed::list>,
         FailureKind::race);
}

// The free races with the read: whichever comes first, the other is not held
// up.
TEST(WrongSteps, PopOfFreed) {
  breaks("pop_of_freed", two_pop<steps::pop_of_freed::stack>,
         FailureKind::race);
}

TEST(WrongSteps, PopOfRecycled) {
  breaks("pop_of_recycled",
         one_pops_while_one_recycles<steps::pop_of_recycled::stack>,
         FailureKind::assertion);
}

TEST(WrongSteps, CountOfOneBit) {
  breaks("count_of_one_bit",
         one_pops_while_one_recycles<steps::count_of_one_bit::stack>,
         FailureKind::assertion);
}

TEST(WrongSteps, UndoneRemoval) {
  breaks("undone_removal", two_unlink_neighbours<steps::unmarked::set>,
         FailureKind::assertion);
}

TEST(WrongSteps, LostInsertion) {
  breaks("lost_insertion", one_links_behind_one_unlinked<steps::unmarked::set>,
         FailureKind::assertion);
}

TEST(WrongSteps, FlagBesideTheLink) {
  breaks("flag_beside_the_link",
         one_links_behind_one_unlinked<steps::flag_beside_the_link::set>,
         FailureKind::assertion);
}

TEST(WrongSteps, ClearsTheLink) {
  breaks(
      "clears_the_link",
      one_walks_while_one_erases<steps::clears_the_link::list<keeper>, keeper>,
      FailureKind::assertion);
}

TEST(WrongSteps, DeletesAtOnce) {
  breaks(
      "deletes_at_once",
      one_walks_while_one_erases<steps::deletes_at_once::list<keeper>, keeper>,
      FailureKind::race);
}

TEST(WrongSteps, ForgetsTheMutex) {
  breaks("forgets_the_mutex",
         two_insert_next_to_each_other<steps::forgets_the_mutex::list<keeper>,
                                       keeper>,
         FailureKind::race);
}

TEST(WrongSteps, MarkByStore) {
  breaks("mark_by_store",
         two_erase_the_same<steps::mark_by_store::set<keeper>, keeper>,
         FailureKind::assertion);
}

TEST(WrongSteps, InsertKeepsTheMark) {
  breaks(
      "insert_keeps_the_mark",
      one_inserts_behind_one_erased<steps::insert_keeps_the_mark::set<keeper>,
                                    keeper>,
      FailureKind::assertion);
}

TEST(WrongSteps, RetiredByTheMarker) {
  breaks(
      "retired_by_the_marker",
      one_inserts_before_one_erased<steps::retired_by_the_marker::set<keeper>,
                                    keeper>,
      FailureKind::use_after_free);
}

TEST(WrongSteps, RetiredByBoth) {
  breaks("retired_by_both",
         one_inserts_before_one_erased<steps::retired_by_both::set<keeper>,
                                       keeper>,
         FailureKind::race);
}

TEST(WrongSteps, CountedBesideTheList) {
  breaks("counted_beside_the_list",
         one_asks_for_the_size<steps::counted_beside_the_list::set<keeper>,
                               keeper>,
         FailureKind::assertion);
}

TEST(WrongSteps, WalksPastMarks) {
  breaks("walks_past_marks",
         one_walks_while_the_first_go<steps::walks_past_marks::set>,
         FailureKind::race);
}

// A program that the reader schedules.

TEST(Schedules, LostInsertion) {
  all_of("lost_insertion", one_links_behind_one_unlinked<steps::unmarked::set>);
}

TEST(Schedules, UndoneRemoval) {
  all_of("undone_removal", two_unlink_neighbours<steps::unmarked::set>);
}

}  // namespace
}  // namespace lock_free_lists_bodies
