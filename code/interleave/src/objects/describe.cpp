// SPDX-License-Identifier: MIT
#include "objects/objects.hpp"

namespace interleave::engine {

std::string Objects::describe_wait(const Event& event) const {
  const LocationId location = event.op.location;
  const bool known = location < states_.size() && states_[location].run == run_;
  const std::string object =
      known ? states_[location].name : std::string{"an object"};
  std::string text =
      event.op.wait == Wait::if_queued ? " sleeps on " : " waits for ";
  text += object;
  if (known && states_[location].owner != nobody) {
    const unsigned owner = states_[location].owner;
    text +=
        ", which " +
        (owner == 0 ? std::string{"main"} : "thread " + std::to_string(owner)) +
        " holds";
  }
  return text;
}

}  // namespace interleave::engine
