// SPDX-License-Identifier: MIT
#include "watch/watch.hpp"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <memory>

#include "process/signals.hpp"
#include "terminal/keys.hpp"
#include "watch/full_view.hpp"
#include "watch/plain_view.hpp"
#include "watch/session.hpp"

namespace command_line {
namespace {

// Waits for whatever comes first, and has the session and the view take it.
class loop {
 public:
  loop(session& session, view& view, const signals& signals, bool keys)
      : session_{session}, view_{view}, signals_{signals}, keys_{keys} {}

  int run() {
    view_.show(session_);
    while (!quit_) {
      wait();
      take_signals();
      if (quit_) break;
      const bool was_checking = session_.checking();
      if (session_.advance()) {
        view_.rewind();
        view_.show(session_);
      } else if (was_checking) {
        view_.show(session_);
      }
      take_keys();
    }
    return code_;
  }

 private:
  void wait() {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(
        session_.due() - check::clock::now());
    polled_ = {{{signals_.fd(), POLLIN, 0},
                {session_.file_fd(), POLLIN, 0},
                {session_.check_fd(), POLLIN, 0},
                {keys_ ? STDIN_FILENO : -1, POLLIN, 0}}};
    ::poll(polled_.data(), polled_.size(),
           static_cast<int>(std::max<long long>(0, left.count())));
  }

  void take_signals() {
    for (int signal = signals_.next(); signal != 0; signal = signals_.next()) {
      if (signal == SIGTSTP) {
        view_.suspend();
        view_.show(session_);
      } else if (signal == SIGWINCH) {
        view_.show(session_);
      } else {
        quit_ = true;
        code_ = 128 + signal;
      }
    }
  }

  void take_keys() {
    if (polled_[3].revents == 0) return;
    std::array<char, 256> bytes{};
    const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    // The terminal is gone, or the input at its end.
    if (count <= 0) {
      quit_ = true;
      return;
    }
    const std::vector<int> keys =
        read_keys({bytes.data(), static_cast<std::size_t>(count)});
    for (const int key : keys) {
      // Where keys come line by line, only an empty line is Enter.
      if (key == enter && keys.size() > 1 && !view_.takes_each_key()) continue;
      if (!session_.in_list() || !press_in_list(key)) press(key);
    }
    view_.show(session_);
  }

  // @returns Whether the key means something there that it does not elsewhere.
  bool press_in_list(int key) {
    constexpr int far = 1'000'000;
    switch (key) {
      case up:
      case 'k':
        session_.choose(-1);
        return true;
      case down:
      case 'j':
        session_.choose(1);
        return true;
      case home:
      case 'g':
        session_.choose(-far);
        return true;
      case end:
      case 'G':
        session_.choose(far);
        return true;
      case enter:
        view_.rewind();
        session_.go();
        return true;
      case escape:
        session_.show_list();
        return true;
      default:
        return false;
    }
  }

  void press(int key) {
    view_.press(key);
    switch (key) {
      case 'h':
        view_.rewind();
        return session_.hint();
      case 'n':
        view_.rewind();
        return session_.next();
      case 'l':
        view_.rewind();
        return session_.show_list();
      case 'r':
        view_.rewind();
        return session_.reset();
      case 't':
        view_.rewind();
        return session_.show_task();
      case 's':
        view_.rewind();
        return session_.show_solution();
      case 'q':
        quit_ = true;
        return;
      default:
        return;
    }
  }

  session& session_;
  view& view_;
  const signals& signals_;
  bool keys_;
  bool quit_ = false;
  int code_ = 0;
  std::array<pollfd, 4> polled_{};
};

}  // namespace

int watch(const house& home, progress& how, const exercise& first,
          const watch_options& options) {
  // Before the terminal is taken, so that none of them leaves it so.
  const signals signals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP};
  session session{home, how, first, options.limit, options.notices};
  const bool terminal =
      ::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1;
  if (!terminal || options.plain) {
    plain_view view;
    return loop{session, view, signals, terminal}.run();
  }
  full_view view;
  return loop{session, view, signals, true}.run();
}

}  // namespace command_line
