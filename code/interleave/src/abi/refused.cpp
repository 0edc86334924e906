// SPDX-License-Identifier: MIT
// What a body may not do: what starts processes, or threads that the checker
// does not see, and what jumps or is called out of order.
#include <setjmp.h>
#include <signal.h>
#include <spawn.h>
#include <sys/time.h>
#include <threads.h>
#include <unistd.h>

#include "abi/hook.hpp"
#include "abi/real.hpp"
#include "fibers/machine.hpp"
#include "heap/bytes.hpp"

using namespace interleave;          // NOLINT(google-build-using-namespace)
using namespace interleave::engine;  // NOLINT(google-build-using-namespace)

#define INTERLEAVE_REFUSE(result, name, parameters, arguments, what)  \
  INTERLEAVE_HOOK result name parameters {                            \
    if (!Machine::inside()) {                                         \
      return real().name arguments;                                   \
    }                                                                 \
    const Busy busy;                                                  \
    machine.fail(FailureKind::unsupported, what "%1 is not modelled", \
                 {to_address(__builtin_return_address(0))});          \
  }

#define INTERLEAVE_REFUSE_JUMP(name)                                    \
  INTERLEAVE_HOOK void name(struct __jmp_buf_tag* buffer,               \
                            int value) noexcept {                       \
    if (!Machine::inside()) {                                           \
      real().name(buffer, value);                                       \
      __builtin_unreachable();                                          \
    }                                                                   \
    const Busy busy;                                                    \
    machine.fail(FailureKind::unsupported, "longjmp%1 is not modelled", \
                 {to_address(__builtin_return_address(0))});            \
  }

extern "C" {

INTERLEAVE_REFUSE(pid_t, fork, () noexcept, (), "fork")
INTERLEAVE_REFUSE(int, posix_spawn,
                  (pid_t * child, const char* path,
                   const posix_spawn_file_actions_t* actions,
                   const posix_spawnattr_t* how, char* const* arguments,
                   char* const* environment),
                  (child, path, actions, how, arguments, environment),
                  "posix_spawn")
INTERLEAVE_REFUSE(int, posix_spawnp,
                  (pid_t * child, const char* file,
                   const posix_spawn_file_actions_t* actions,
                   const posix_spawnattr_t* how, char* const* arguments,
                   char* const* environment),
                  (child, file, actions, how, arguments, environment),
                  "posix_spawn")
INTERLEAVE_REFUSE(int, thrd_create,
                  (thrd_t * thread, thrd_start_t start, void* argument),
                  (thread, start, argument), "a thread of <threads.h>")

INTERLEAVE_REFUSE(int, sigaction,
                  (int signal, const struct sigaction* action,
                   struct sigaction* old) noexcept,
                  (signal, action, old), "a signal handler")
INTERLEAVE_REFUSE(int, raise, (int signal) noexcept, (signal),
                  "raising a signal")
INTERLEAVE_REFUSE(int, kill, (pid_t process, int signal) noexcept,
                  (process, signal), "sending a signal")
INTERLEAVE_REFUSE(unsigned, alarm, (unsigned seconds) noexcept, (seconds),
                  "an alarm")
INTERLEAVE_REFUSE(int, setitimer,
                  (__itimer_which_t which, const itimerval* time,
                   itimerval* old) noexcept,
                  (which, time, old), "an interval timer")
INTERLEAVE_HOOK void (*signal(int number, void (*handler)(int)) noexcept)(int) {
  if (!Machine::inside()) {
    return real().signal(number, handler);
  }
  const Busy busy;
  machine.fail(FailureKind::unsupported, "a signal handler%1 is not modelled",
               {to_address(__builtin_return_address(0))});
}

INTERLEAVE_REFUSE_JUMP(longjmp)
INTERLEAVE_REFUSE_JUMP(siglongjmp)
INTERLEAVE_REFUSE_JUMP(_longjmp)
INTERLEAVE_REFUSE_JUMP(__longjmp_chk)

}  // extern "C"
