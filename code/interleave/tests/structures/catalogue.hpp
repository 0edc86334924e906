// SPDX-License-Identifier: MIT
#pragma once

#include "cases.hpp"

/// Each structure's cases, in a file of its own so that they compile apart.
namespace structures {

case_list tas_lock_cases();
case_list ttas_lock_cases();
case_list ticket_lock_cases();
case_list mcs_lock_cases();
case_list clh_lock_cases();
case_list peterson_lock_cases();
case_list peterson_exchange_lock_cases();
case_list seqlock_cases();
case_list spsc_ring_cases();
case_list treiber_stack_cases();
case_list ms_queue_cases();
case_list sense_barrier_cases();
case_list rw_lock_cases();
case_list lazy_cases();
case_list shared_count_cases();
case_list hazard_pointer_cases();
case_list chase_lev_deque_cases();
case_list mpsc_queue_cases();
case_list mpmc_ring_cases();
case_list futex_mutex_cases();
case_list handshake_cases();

}  // namespace structures
