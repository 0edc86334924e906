// SPDX-License-Identifier: MIT
#include "abi/interruption.hpp"

#include <sys/syscall.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#include <string>

#include "abi/real.hpp"
#include "fibers/machine.hpp"
#include "heap/bytes.hpp"

namespace interleave::engine {
namespace {

constexpr std::size_t stack_size = std::size_t{1} << 16;
alignas(16) std::array<unsigned char, stack_size> stack_memory;

constexpr int tick_signal = SIGVTALRM;

Trouble pending;
std::uint64_t last_progress = 0;

std::uintptr_t program_counter(const ucontext_t* context) {
#if defined(__x86_64__)
  return static_cast<std::uintptr_t>(context->uc_mcontext.gregs[REG_RIP]);
#else
  return context->uc_mcontext.pc;
#endif
}

std::uintptr_t stack_pointer(const ucontext_t* context) {
#if defined(__x86_64__)
  return static_cast<std::uintptr_t>(context->uc_mcontext.gregs[REG_RSP]);
#else
  return context->uc_mcontext.sp;
#endif
}

void go_to(ucontext_t* context, void (*function)(), std::uintptr_t stack) {
  const auto target = reinterpret_cast<std::uintptr_t>(function);
#if defined(__x86_64__)
  context->uc_mcontext.gregs[REG_RIP] = static_cast<greg_t>(target);
  // As behind a call.
  context->uc_mcontext.gregs[REG_RSP] = static_cast<greg_t>(stack - 8);
#else
  context->uc_mcontext.pc = target;
  context->uc_mcontext.sp = stack;
#endif
}

const char* name_of(int signal) {
  switch (signal) {
    case SIGSEGV:
      return "SIGSEGV: access to memory that is not there";
    case SIGBUS:
      return "SIGBUS: access to memory that is not there";
    case SIGFPE:
      return "SIGFPE: an impossible calculation";
    case SIGILL:
      return "SIGILL: an impossible instruction";
    default:
      return "SIGTRAP: a breakpoint";
  }
}

bool of_the_program(const ucontext_t* context) {
  return Region::on_stacks(stack_pointer(context)) && !machine.busy;
}

}  // namespace

void Interruption::give_up() {
  machine.busy = true;
  machine.fail(std::move(pending));
}

void Interruption::divert(void* context) {
  auto* const interrupted = static_cast<ucontext_t*>(context);
  // The stack may be used up or ruined: start again at its upper end.
  const std::uintptr_t top =
      Region::stack(machine.self().id) + Region::stack_size;
  go_to(interrupted, give_up, top & ~std::uintptr_t{15});
}

void Interruption::crash(int signal, siginfo_t* info, void* context) {
  const auto* const interrupted = static_cast<ucontext_t*>(context);
  const std::uintptr_t address = to_address(info->si_addr);
  const bool overflow = signal == SIGSEGV && Region::on_guard(address);
  // The engine itself touches what the program is about to touch.
  const bool on_behalf = machine.busy &&
                         Region::on_stacks(stack_pointer(interrupted)) &&
                         machine.access_pc != 0;
  if (!of_the_program(interrupted) && !overflow && !on_behalf) {
    // Not ours: let it end the program as if nobody had been here.
    struct sigaction standard{};
    standard.sa_handler = SIG_DFL;
    real().sigaction(signal, &standard, nullptr);
    return;
  }
  pending = Trouble{};
  pending.kind = FailureKind::crash;
  pending.sentence =
      overflow ? "the stack overflows%1" : std::string{name_of(signal)} + "%1";
  // Return addresses are looked up one byte lower.
  pending.pc = on_behalf ? machine.access_pc : program_counter(interrupted) + 1;
  divert(context);
}

void Interruption::tick(int, siginfo_t*, void* context) {
  const auto* const interrupted = static_cast<ucontext_t*>(context);
  if (machine.progress != last_progress) {
    last_progress = machine.progress;
    return;
  }
  if (!of_the_program(interrupted)) {
    // In the engine, on a fiber's behalf: it looks at this when it can.
    machine.overdue = Region::on_stacks(stack_pointer(interrupted));
    return;
  }
  pending = Trouble{};
  pending.kind = FailureKind::endless_loop;
  pending.sentence =
      "a thread runs on and on without an atomic operation or the like%1";
  pending.pc = program_counter(interrupted) + 1;
  divert(context);
}

Interruption::Interruption(std::chrono::milliseconds limit) {
  stack_t stack{};
  stack.ss_sp = stack_memory.data();
  stack.ss_size = stack_memory.size();
  sigaltstack(&stack, &old_stack_);
  struct sigaction action{};
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  action.sa_sigaction = crash;
  for (std::size_t k = 0; k < crashes.size(); ++k) {
    real().sigaction(crashes[k], &action, &old_[k]);
  }
  action.sa_sigaction = tick;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART;
  real().sigaction(tick_signal, &action, &old_tick_);

  // The thread's own processor time: a busy machine must not matter.
  struct sigevent event{};
  event.sigev_notify = SIGEV_THREAD_ID;
  event.sigev_signo = tick_signal;
#ifdef sigev_notify_thread_id
  event.sigev_notify_thread_id =
#else
  event._sigev_un._tid =
#endif
      static_cast<pid_t>(real().syscall(SYS_gettid));
  has_timer_ = limit.count() > 0 &&
               timer_create(CLOCK_THREAD_CPUTIME_ID, &event, &timer_) == 0;
  if (has_timer_) {
    last_progress = machine.progress;
    itimerspec times{};
    times.it_value.tv_sec = limit.count() / 1000;
    times.it_value.tv_nsec = limit.count() % 1000 * 1'000'000;
    times.it_interval = times.it_value;
    timer_settime(timer_, 0, &times, nullptr);
  }
}

Interruption::~Interruption() {
  if (has_timer_) {
    timer_delete(timer_);
  }
  real().sigaction(tick_signal, &old_tick_, nullptr);
  for (std::size_t k = 0; k < crashes.size(); ++k) {
    real().sigaction(crashes[k], &old_[k], nullptr);
  }
  sigaltstack(&old_stack_, nullptr);
}

}  // namespace interleave::engine
