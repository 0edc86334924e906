// SPDX-License-Identifier: MIT
#include "report/unwind.hpp"

#include <unwind.h>

#include <algorithm>

namespace interleave::engine {
namespace {

_Unwind_Reason_Code collect(_Unwind_Context* context, void* result) {
  auto& stack = *static_cast<std::vector<std::uintptr_t>*>(result);
  constexpr std::size_t most = 200;
  stack.push_back(_Unwind_GetIP(context));
  return stack.size() < most ? _URC_NO_REASON : _URC_END_OF_STACK;
}

}  // namespace

std::vector<std::uintptr_t> unwind(std::uintptr_t hook) {
  std::vector<std::uintptr_t> stack;
  _Unwind_Backtrace(collect, &stack);
  const auto from = std::find(stack.begin(), stack.end(), hook);
  if (from != stack.end()) {
    stack.erase(stack.begin(), from);
  } else if (hook != 0) {
    stack.insert(stack.begin(), hook);
  }
  return stack;
}

}  // namespace interleave::engine
