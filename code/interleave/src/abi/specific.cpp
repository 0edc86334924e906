// SPDX-License-Identifier: MIT
// Thread-specific data by keys: each fiber has its own, new in each execution.
#include "abi/specific.hpp"

#include <pthread.h>

#include <array>
#include <cerrno>

#include "abi/hook.hpp"
#include "abi/real.hpp"
#include "fibers/machine.hpp"
#include "heap/bytes.hpp"

namespace {

using namespace interleave;          // NOLINT(google-build-using-namespace)
using namespace interleave::engine;  // NOLINT(google-build-using-namespace)

using Destructor = void (*)(void*);

std::array<Destructor, 32> destructors{};

void** slot(pthread_key_t key, void* pc) {
  std::array<void*, 32>& all = machine.self().specific;
  if (key >= all.size()) {
    const Busy busy;
    machine.fail(FailureKind::unsupported,
                 "more thread-specific keys%1 than are modelled",
                 {to_address(pc)});
  }
  return &all[key];
}

}  // namespace

namespace interleave::engine {

void run_key_destructors(Thread& thread) {
  for (std::size_t key = 0; key < thread.specific.size(); ++key) {
    void* const value = thread.specific[key];
    thread.specific[key] = nullptr;
    if (value != nullptr && destructors[key] != nullptr) {
      destructors[key](value);
    }
  }
}

}  // namespace interleave::engine

extern "C" {

INTERLEAVE_HOOK int pthread_key_create(pthread_key_t* key,
                                       Destructor destructor) noexcept {
  const int error = real().pthread_key_create(key, destructor);
  if (error == 0 && *key < destructors.size()) {
    destructors[*key] = destructor;
  }
  return error;
}

INTERLEAVE_HOOK void* pthread_getspecific(pthread_key_t key) noexcept {
  return Machine::inside() ? *slot(key, __builtin_return_address(0))
                           : real().pthread_getspecific(key);
}

INTERLEAVE_HOOK int pthread_setspecific(pthread_key_t key,
                                        const void* value) noexcept {
  if (!Machine::inside()) {
    return real().pthread_setspecific(key, value);
  }
  *slot(key, __builtin_return_address(0)) = const_cast<void*>(value);
  return 0;
}

}  // extern "C"
