// SPDX-License-Identifier: MIT
#include "keeper/order.hpp"

#include <stdexcept>

namespace live_pages {
namespace {

constexpr std::size_t fixed = 6;

}  // namespace

std::vector<std::string> to_arguments(const order& what) {
  std::vector<std::string> words{
      std::to_string(what.most.time.count()), std::to_string(what.most.memory),
      std::to_string(what.most.processes),    std::to_string(what.most.file),
      what.alone ? "alone" : "together",      "--"};
  words.insert(words.end(), what.command.begin(), what.command.end());
  return words;
}

order from_arguments(const std::vector<std::string>& words) {
  if (words.size() <= fixed || words[fixed - 1] != "--") {
    throw std::invalid_argument{"time memory processes file alone -- command"};
  }
  order what;
  what.most.time = std::chrono::milliseconds{std::stoll(words[0])};
  what.most.memory = std::stoull(words[1]);
  what.most.processes = std::stoull(words[2]);
  what.most.file = std::stoull(words[3]);
  what.alone = words[4] == "alone";
  what.command.assign(words.begin() + fixed, words.end());
  return what;
}

}  // namespace live_pages
