// SPDX-License-Identifier: MIT
#include "judge.hpp"

#include <map>

namespace judge {

namespace {

// Of `acquire/relaxed`: success first.
bool exchanges(const surplus& each) {
  return each.order.find('/') != std::string::npos;
}
std::string of_success(const std::string& order) {
  return order.substr(0, order.find('/'));
}
std::string of_failure(const std::string& order) {
  return order.substr(order.find('/') + 1);
}

std::string sentence(const surplus& each) {
  const std::string place =
      each.operation + " in " + each.function + " is " + each.order;
  if (each.enough == "dropped") return place + " and can be left out";
  return place + ", but " + each.enough + " is enough";
}

}  // namespace

bool too_strong_if_it_succeeds(const surplus& each) {
  return exchanges(each) && of_success(each.order) != of_success(each.enough);
}

bool too_strong_if_it_fails(const surplus& each) {
  return exchanges(each) && of_failure(each.order) != of_failure(each.enough);
}

std::string survivors(const std::string& file) {
  std::string text;
  for (const surplus& each : surpluses({}, file)) {
    text += each.operation + " in " + each.function + ": " + each.order +
            " -> " + each.enough + '\n';
  }
  return text;
}

void Checker::SetUp() {
  if (!has_checker()) GTEST_SKIP() << "This needs the checker.";
}

void Weakest::find(const std::vector<void (*)()>& bodies) {
  if (testing::UnitTest::GetInstance()->Failed()) return;
  found_ = surpluses(bodies);
}

void Weakest::is_needed(const std::string& what, const std::string& why,
                        const std::function<bool(const surplus&)>& concerns) {
  std::map<std::uint32_t, std::string> places;
  for (const surplus& each : found_) {
    // The last one that was tried is the weakest.
    if (concerns(each)) places[each.line] = sentence(each);
  }
  if (places.empty()) return;
  std::string text = what + " is more than is needed. " + why +
                     "\nNo execution breaks when it is weakened:";
  for (const auto& [line, place] : places) {
    text += "\n  line " + std::to_string(line) + ": " + place;
  }
  ADD_FAILURE() << text;
}

void Weakest::is_needed_in(const std::string& function,
                           const std::string& operation,
                           const std::string& why) {
  is_needed("The " + operation + " in " + function, why,
            [&](const surplus& each) {
              return each.operation == operation &&
                     each.function.find("::" + function) != std::string::npos;
            });
}

void RealThreads::SetUp() {
  if (testing::UnitTest::GetInstance()->Failed()) {
    GTEST_SKIP() << "Not run, since the check has failed already.";
  }
}

}  // namespace judge
