// SPDX-License-Identifier: MIT
#include "watch/plain_view.hpp"

#include <csignal>

#include "terminal/output.hpp"

namespace command_line {

void plain_view::show(session& of) { print(of.news(text_width())); }

void plain_view::suspend() { ::raise(SIGSTOP); }

}  // namespace command_line
