// SPDX-License-Identifier: MIT
#include <find_the_schedule.hpp>
#include <judge.hpp>

// What is to be judged here is a program: nothing in it may be left out.

namespace {

using exercise::semaphore;

void one_printer_less() {
  semaphore jobs{0};
  std::thread printer{[&] { jobs.acquire(); }};
  jobs.release();
  jobs.release();
  printer.join();
}

void one_job_less() {
  semaphore jobs{1};
  std::thread first{[&] { jobs.acquire(); }};
  std::thread second{[&] { jobs.acquire(); }};
  jobs.release();
  first.join();
  second.join();
}

TEST(Mutants, AreRejected) {
  EXPECT_FALSE(judge::explore(exercise::program<semaphore>).ok);
  EXPECT_TRUE(judge::explore(one_printer_less).ok);
  EXPECT_TRUE(judge::explore(one_job_less).ok);
}

}  // namespace
