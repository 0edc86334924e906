// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "compiler_explorer/error.hpp"

namespace support {

/// The error that `action` throws. That it throws none is a failure, and so is
/// a sentence that no person should see.
template <typename Action>
compiler_explorer::error error_of(Action&& action) {
  using compiler_explorer::error;
  using compiler_explorer::error_kind;
  try {
    static_cast<void>(action());
  } catch (const error& thrown) {
    const std::string sentence = thrown.what();
    for (const char* markup : {"</", "<p", "<html", "&quot;", "\n", "\x1b"}) {
      EXPECT_EQ(sentence.find(markup), std::string::npos) << sentence;
    }
    EXPECT_GT(sentence.size(), 10U);
    EXPECT_LT(sentence.size(), 700U);
    return thrown;
  }
  ADD_FAILURE() << "threw nothing";
  return {error_kind::invalid_request, "Threw nothing at all."};
}

}  // namespace support
