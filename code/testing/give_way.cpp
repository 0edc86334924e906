// SPDX-License-Identifier: MIT
#include "testing/give_way.hpp"

#include <cerrno>
#include <system_error>

namespace testing_support {
namespace {

void check(int result, const char* call) {
  if (result != 0) {
    throw std::system_error{errno, std::generic_category(), call};
  }
}

}  // namespace

one_processor::one_processor() {
  check(::sched_getaffinity(0, sizeof before_, &before_), "sched_getaffinity");
  // The last one: interrupts tend to go to the first.
  int processor = CPU_SETSIZE - 1;
  while (!CPU_ISSET(processor, &before_)) --processor;
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(processor, &one);
  check(::sched_setaffinity(0, sizeof one, &one), "sched_setaffinity");
}

one_processor::~one_processor() {
  ::sched_setaffinity(0, sizeof before_, &before_);
}

void give_way() {
  const sched_param none{};
  check(::sched_setscheduler(0, SCHED_IDLE, &none), "sched_setscheduler");
}

}  // namespace testing_support
