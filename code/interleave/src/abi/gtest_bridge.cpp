// SPDX-License-Identifier: MIT
// Makes a failed GoogleTest expectation inside of an exploration a failure of
// the execution, not of the test: the test looks at the result.
#include <gtest/gtest.h>

#include <string>

#include "abi/expectations.hpp"
#include "abi/hook.hpp"

// A failed expectation ends in AssertHelper's assignment. The linker's --wrap
// hands the program's calls of it over; so GoogleTest's own locks never become
// part of an execution.
#define INTERLEAVE_ASSIGN _ZNK7testing8internal12AssertHelperaSERKNS_7MessageE
#define INTERLEAVE_JOIN(a, b) a##b
#define INTERLEAVE_NAME(prefix, name) INTERLEAVE_JOIN(prefix, name)

namespace {

/// What an AssertHelper points to; the names there are private.
struct AssertHelperData {
  testing::TestPartResult::Type type;
  const char* file;
  int line;
  std::string message;
};

}  // namespace

extern "C" {

void INTERLEAVE_NAME(__real_, INTERLEAVE_ASSIGN)(
    const testing::internal::AssertHelper* helper,
    const testing::Message& message);

INTERLEAVE_HOOK void INTERLEAVE_NAME(__wrap_, INTERLEAVE_ASSIGN)(
    const testing::internal::AssertHelper* helper,
    const testing::Message& message) {
  using interleave::engine::Expectations;
  if (!Expectations::under_way()) {
    INTERLEAVE_NAME(__real_, INTERLEAVE_ASSIGN)(helper, message);
    return;
  }
  const AssertHelperData& data =
      **reinterpret_cast<const AssertHelperData* const*>(helper);
  if (data.type != testing::TestPartResult::kSuccess) {
    Expectations::failed(data.file, data.line,
                         data.message + message.GetString());
  }
}

}  // extern "C"
