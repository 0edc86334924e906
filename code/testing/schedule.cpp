// SPDX-License-Identifier: MIT
#include "testing/schedule.hpp"

#include <unistd.h>

#include <cstddef>
#include <utility>

#include "testing/tasks.hpp"

namespace testing_support {
namespace {

std::string quoted(const std::string& text) { return '"' + text + '"'; }

// "thread 2 does not get there: it came by "a" and "b", and now it sleeps".
std::string missed(const step& next, const std::vector<std::string>& passed,
                   const std::string& now) {
  std::string text =
      "thread " + std::to_string(next.thread) + " does not get there; it ";
  for (std::size_t index = 0; index < passed.size(); ++index) {
    text += index == 0 ? "went past " : ", ";
    text += quoted(passed[index]);
  }
  return text + (passed.empty() ? "" : " and ") + now;
}

}  // namespace

thread_local stage::role* stage::own_role = nullptr;

void at(const char* point) {
  if (stage::own_role != nullptr) stage::own_role->stop_at(point);
}

void stage::role::stop_at(const char* name) {
  if (free) return;
  const int turn = turns;
  ++stops;
  point = name;
  turns.wait(turn);
}

void stage::role::go_on() {
  // In this order: a thread that has been let go is no longer at its point.
  point = nullptr;
  ++turns;
  turns.notify_one();
}

bool stage::role::sleeps() const {
  return !ended && point == nullptr && id != 0 && look_at(id).state == 'S';
}

stage::stage(std::vector<std::function<void()>> parts) {
  for (auto& part : parts) {
    role& own = roles_.emplace_back();
    own.thread = std::thread{[&own, play_part = std::move(part)] {
      own_role = &own;
      own.id = ::gettid();
      own.stop_at("start");
      play_part();
      own.ended = true;
    }};
  }
  settle();
}

stage::~stage() {
  open();
  for (role& each : roles_) each.thread.join();
}

std::string stage::play(const schedule& steps) {
  for (std::size_t index = 0; index < steps.size(); ++index) {
    const step& next = steps[index];
    const std::string fault = perform(next);
    if (!fault.empty()) {
      return "step " + std::to_string(index + 1) + ", {" +
             std::to_string(next.thread) + ", " + quoted(next.point) +
             "}: " + fault;
    }
  }
  return "";
}

std::string stage::perform(const step& next) {
  if (next.thread < 1 || next.thread > static_cast<int>(roles_.size())) {
    return "there is no thread " + std::to_string(next.thread);
  }
  constexpr std::size_t most_points = 100;
  role& own = roles_[static_cast<std::size_t>(next.thread - 1)];
  std::vector<std::string> passed;
  while (passed.size() < most_points) {
    const char* const here = own.point;
    if (here == nullptr) {
      // Settled, so it has ended or sleeps.
      const bool there = next.point == (own.ended ? "end" : "asleep");
      return there ? "" : missed(next, passed, where(next.thread));
    }
    if (own.stops != own.last_step_at) {
      if (here == next.point) {
        own.last_step_at = own.stops;
        return "";
      }
      passed.emplace_back(here);
    }
    own.go_on();
    settle();
  }
  return missed(next, passed, "so on, without an end");
}

void stage::open() {
  for (role& each : roles_) each.free = true;
  for (role& each : roles_) {
    if (each.point != nullptr) each.go_on();
  }
  settle();
}

// Waits until every thread stands at a point, sleeps or has ended. Three times
// in a row: a thread may also sleep for an instant on its way.
void stage::settle() const {
  for (int seen = 0; seen < 3;) {
    bool settled = true;
    for (const role& each : roles_) {
      settled =
          settled && (each.ended || each.point != nullptr || each.sleeps());
    }
    seen = settled ? seen + 1 : 0;
    std::this_thread::yield();
  }
}

const stage::role& stage::role_of(int thread) const {
  return roles_.at(static_cast<std::size_t>(thread - 1));
}

bool stage::asleep(int thread) const { return role_of(thread).sleeps(); }

bool stage::ended(int thread) const { return role_of(thread).ended; }

std::string stage::where(int thread) const {
  const role& own = role_of(thread);
  if (own.ended) return "has ended";
  const char* const here = own.point;
  if (here != nullptr) return "stands at " + quoted(here);
  return own.sleeps() ? "sleeps, until another thread wakes it" : "runs";
}

}  // namespace testing_support
