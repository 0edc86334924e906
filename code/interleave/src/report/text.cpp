// SPDX-License-Identifier: MIT
#include <algorithm>
#include <ostream>
#include <sstream>

#include "interleave/interleave.hpp"

namespace interleave {
namespace {

constexpr std::size_t column_width = 22;

std::string number(std::size_t n, std::size_t width) {
  std::string text = std::to_string(n);
  text.insert(0, width - std::min(width, text.size()), ' ');
  return text;
}

std::string describe(const Step& step) {
  std::string text = step.operation;
  if (!step.location.empty()) {
    text += " " + step.location;
  }
  if (!step.value.empty()) {
    text += (step.operation == "store" ? " = " : ": ") + step.value;
  }
  if (!step.order.empty()) {
    text += " (" + step.order + ")";
  }
  if (step.reads_from) {
    text += " from " + std::to_string(*step.reads_from + 1);
  } else if (!step.order.empty() && step.modification == 0 &&
             !step.location.empty()) {
    text += " initial";
  }
  return text;
}

void print(std::ostream& out, const Execution& execution, const Step& step,
           std::size_t index) {
  const std::size_t width = std::to_string(execution.steps.size()).size();
  std::string line = (step.culprit ? "> " : "  ") + number(index + 1, width) +
                     "  " + std::string(step.thread * column_width, ' ') +
                     describe(step);
  const std::size_t margin =
      6 + execution.threads.size() * column_width + column_width;
  if (step.place.known()) {
    line += std::string(line.size() < margin ? margin - line.size() : 2, ' ') +
            step.place.text();
  }
  if (step.newer) {
    line += "  << " + step.note + " (" + std::to_string(*step.newer + 1) + ")";
  } else if (!step.note.empty()) {
    line += "  << " + step.note;
  }
  out << line << '\n';
}

}  // namespace

std::string Place::text() const {
  if (!known()) {
    return function.empty() ? "an unknown place" : function;
  }
  return file.substr(file.rfind('/') + 1) + ":" + std::to_string(line);
}

std::string Execution::text() const {
  std::ostringstream out;
  out << *this;
  return out.str();
}

std::ostream& operator<<(std::ostream& out, const Execution& execution) {
  const std::size_t width = std::to_string(execution.steps.size()).size();
  std::string head(width + 4, ' ');
  for (const std::string& thread : execution.threads) {
    head +=
        thread +
        std::string(column_width - std::min(column_width, thread.size()), ' ');
  }
  out << head.substr(0, head.find_last_not_of(' ') + 1) << '\n';
  for (std::size_t k = 0; k < execution.steps.size(); ++k) {
    print(out, execution, execution.steps[k], k);
  }
  for (const Step& step : execution.steps) {
    if (!step.culprit || step.stack.size() < 2) {
      continue;
    }
    out << "calls of the " << step.operation << ":";
    for (const Place& place : step.stack) {
      out << ' ' << place.text() << " (" << place.function << ")";
    }
    out << '\n';
  }
  for (const std::string& note : execution.notes) {
    out << note << '\n';
  }
  if (!execution.id.empty()) {
    out << "id " << execution.id << '\n';
  }
  return out;
}

std::ostream& operator<<(std::ostream& out, const Result& result) {
  const std::string count = std::to_string(result.executions()) +
                            " complete executions, " +
                            std::to_string(result.blocked()) + " blocked";
  if (result.ok()) {
    out << "no failure in " << count << "; "
        << (result.exhaustive() ? "exhaustive"
                                : "not exhaustive: " + result.not_exhaustive())
        << '\n';
  } else {
    out << to_string(result.failure()->kind) << ": "
        << result.failure()->sentence << "\nfound after " << count << "\n\n"
        << result.failure()->execution;
  }
  if (result.seed()) {
    out << "seed " << *result.seed() << '\n';
  }
  return out;
}

}  // namespace interleave
