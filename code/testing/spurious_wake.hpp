// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace testing_support {

/// Wakes every thread that sleeps on a futex inside the object, without
/// changing it: a spurious wake-up, as the kernel may send one at any time. It
/// has no effect on threads that sleep elsewhere.
void wake_for_nothing(const void* object, std::size_t size);

template <class Object>
void wake_for_nothing(const Object& object) {
  wake_for_nothing(&object, sizeof object);
}

}  // namespace testing_support
