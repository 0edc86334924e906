// SPDX-License-Identifier: MIT
#include "translator.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "reference/notation.hpp"

namespace {

std::string translate(const std::string& program) {
  std::ostringstream out;
  corpus::translate(reference::parse_program(program), "f", out);
  return out.str();
}

void expect_line(const std::string& program, const std::string& line) {
  const std::string text = translate(program);
  EXPECT_NE(text.find(line + "\n"), std::string::npos) << text;
}

TEST(Translator, WritesEachOperation) {
  expect_line("x=1.rel", "    x_.store(1, std::memory_order_release);");
  expect_line("r0=x.con", "    r0 = x_.load(std::memory_order_consume);");
  expect_line("r0=x.acq;x=r0+1.sc",
              "    x_.store(r0 + 1, std::memory_order_seq_cst);");
  expect_line("r0=xchg(x,2).ar",
              "    r0 = x_.exchange(2, std::memory_order_acq_rel);");
  expect_line("fadd(x,-1).rlx",
              "    x_.fetch_add(-1, std::memory_order_relaxed);");
  expect_line("F.acq",
              "    std::atomic_thread_fence(std::memory_order_acquire);");
  expect_line("r0=cas(x,0,1).acq.rlx",
              "    { int old = 0; x_.compare_exchange_strong(old, 1, "
              "std::memory_order_acquire, std::memory_order_relaxed); "
              "r0 = old; }");
}

TEST(Translator, KeepsBranches) {
  expect_line("r0=x.rlx;if(r0==1&r0!=2){x=1.rlx}",
              "    if (r0 == 1 && r0 != 2) {\n"
              "      x_.store(1, std::memory_order_relaxed);\n"
              "    }");
}

TEST(Translator, ChoosesTheKindOfEachLocation) {
  expect_line("x=1.rlx||r0=x.acq", "  std::atomic<int> x_{0};");
  expect_line("x=1.na||r0=x.na", "  int x_{0};");
  expect_line("x=1.na||r0=x.na", "    r0 = x_;");
  expect_line("x=1.na||r0=x.acq",
              "    r0 = std::atomic_ref<int>{x_}.load("
              "std::memory_order_acquire);");
}

TEST(Translator, ObservesRegistersAndLastValues) {
  expect_line("x=1.na||r0=y.acq",
              "  corpus::observe({{\"r0\", r0}, {\"x\", x_}, {\"y\", "
              "y_.load(std::memory_order_relaxed)}, });");
}

}  // namespace
