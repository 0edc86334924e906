// SPDX-License-Identifier: MIT
// What happens where there is no memory for another slot.
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdlib>
#include <new>
#include <vector>

#include "locksmith/hazard_pointer.hpp"

namespace {

thread_local bool no_memory = false;

}  // namespace

// Slots are aligned to a cache line, and so they are allocated here.
void* operator new(std::size_t size, std::align_val_t alignment) {
  const auto line = static_cast<std::size_t>(alignment);
  void* const memory =
      no_memory ? nullptr
                : std::aligned_alloc(line, (size + line - 1) / line * line);
  if (memory == nullptr) throw std::bad_alloc{};
  return memory;
}
void operator delete(void* memory, std::align_val_t /*alignment*/) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t /*size*/,
                     std::align_val_t /*alignment*/) noexcept {
  std::free(memory);
}

namespace {

using locksmith::hazard_pointer;
using locksmith::make_hazard_pointer;
using locksmith::detail::hazard_slots;

// All slots that there are.
std::vector<hazard_pointer> take_all() {
  std::vector<hazard_pointer> taken;
  const std::size_t before = hazard_slots::count();
  while (hazard_slots::count() == before) {
    taken.push_back(make_hazard_pointer());
  }
  return taken;
}

TEST(HazardSlots, ThrowsIfThereIsNoMemoryForASlot) {
  std::vector<hazard_pointer> taken = take_all();
  no_memory = true;
  EXPECT_THROW(static_cast<void>(make_hazard_pointer()), std::bad_alloc);
  taken.pop_back();
  EXPECT_NO_THROW(taken.push_back(make_hazard_pointer()))
      << "one was given back";
  no_memory = false;
}

TEST(HazardSlots, AGuardThatThrowsKeepsNoSlot) {
  using locksmith::hazard_pointer_domain;
  hazard_pointer_domain domain;
  std::vector<hazard_pointer> taken = take_all();
  taken.pop_back();
  no_memory = true;
  EXPECT_THROW(hazard_pointer_domain::guard<2>{domain}, std::bad_alloc);
  EXPECT_NO_THROW(hazard_pointer_domain::guard<1>{domain});
  no_memory = false;
}

}  // namespace
