// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <vector>

#include "corpus.hpp"

namespace corpus {

/// A row of the corpus and the C++ that was generated from it.
struct litmus {
  row expected;
  void (*body)();
};

/// All rows, in the order of `litmus.csv`.
std::vector<litmus> table();

struct named_value {
  const char* name;
  int value;
};

/// Records `r0=1 x=2 …` as the outcome of the present execution.
void observe(std::initializer_list<named_value> values);

}  // namespace corpus
