// SPDX-License-Identifier: MIT
#include "judge/run_check.hpp"

#include <poll.h>

#include <algorithm>
#include <array>
#include <iostream>

#include "judge/check.hpp"
#include "process/signals.hpp"
#include "terminal/output.hpp"

namespace command_line {
namespace {

using namespace std::chrono_literals;

// Says what takes long, in one line that goes away.
class news {
 public:
  news() : at_terminal_{::isatty(STDERR_FILENO) == 1} {}
  ~news() {
    if (shown_) std::cerr << "\r\x1b[K" << std::flush;
  }
  news(const news&) = delete;
  news& operator=(const news&) = delete;

  void tell(const check& run) {
    const auto now = check::clock::now();
    if (!at_terminal_ || now < begun_ + 700ms) return;
    std::string text = "Checking";
    if (run.at() == check::stage::waiting) {
      text = "Waiting for another build in this folder";
    } else if (run.at() == check::stage::building) {
      text = "Building " + run.news();
    }
    const auto whole =
        std::chrono::duration_cast<std::chrono::seconds>(now - begun_);
    text += " (" + std::to_string(whole.count()) + " s)";
    const std::size_t width = terminal_size(STDERR_FILENO).columns;
    std::cerr << '\r' << plain(clip({{text}}, width - 1)) << "\x1b[K"
              << std::flush;
    shown_ = true;
  }

 private:
  bool at_terminal_;
  bool shown_ = false;
  check::clock::time_point begun_ = check::clock::now();
};

}  // namespace

verdict run_check(const house& home, const exercise& of,
                  std::chrono::seconds limit) {
  const signals stop{SIGINT, SIGTERM, SIGHUP};
  check run{home, of, limit};
  news about;
  while (!run.advance()) {
    about.tell(run);
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(
        run.due() - check::clock::now());
    std::array<pollfd, 2> polled{
        {{stop.fd(), POLLIN, 0}, {run.fd(), POLLIN, 0}}};
    ::poll(polled.data(), polled.size(),
           static_cast<int>(std::max<long long>(0, wait.count())));
    if (const int signal = stop.next(); signal != 0) {
      throw interrupted{signal};
    }
  }
  return run.result();
}

}  // namespace command_line
