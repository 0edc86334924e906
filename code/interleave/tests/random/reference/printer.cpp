// SPDX-License-Identifier: MIT
#include <sstream>
#include <string>

#include "lexer.hpp"
#include "notation.hpp"

namespace reference {
namespace {

const std::string& name_of(const std::vector<std::string>& names, int index) {
  return names.at(static_cast<std::size_t>(index));
}

std::string to_text(const expression& value, const program& of) {
  if (value.reg < 0) {
    return std::to_string(value.constant);
  }
  std::string text = name_of(of.registers, value.reg);
  if (value.constant != 0) {
    text += value.constant > 0 ? "+" : "";
    text += std::to_string(value.constant);
  }
  return text;
}

std::string to_text(const operand& side, const program& of) {
  switch (side.from) {
    case operand::source::reg:
      return name_of(of.registers, side.number);
    case operand::source::location:
      return name_of(of.locations, side.number);
    case operand::source::constant:
      break;
  }
  return std::to_string(side.number);
}

std::string to_text(const condition& when, const program& of) {
  static constexpr const char* tests[] = {"==", "!=", "<", "<="};
  std::string text;
  for (const comparison& part : when) {
    text += text.empty() ? "" : "&";
    text += to_text(part.left, of);
    text += tests[static_cast<int>(part.test)];
    text += to_text(part.right, of);
  }
  return text;
}

std::string to_text(const operation& op, const program& of) {
  if (op.what == kind::fence) {
    return "F." + to_text(op.success);
  }
  const std::string place = name_of(of.locations, op.location);
  if (op.what == kind::store) {
    return place + "=" + to_text(op.value, of) + "." + to_text(op.success);
  }
  std::string text =
      op.result < 0 ? "" : name_of(of.registers, op.result) + "=";
  switch (op.what) {
    case kind::exchange:
      text += "xchg(" + place + "," + to_text(op.value, of) + ")";
      break;
    case kind::fetch_add:
      text += "fadd(" + place + "," + to_text(op.value, of) + ")";
      break;
    case kind::compare_exchange:
      text += "cas(" + place + "," + to_text(op.expected, of) + "," +
              to_text(op.value, of) + ")";
      return text + "." + to_text(op.success) + "." + to_text(op.failure);
    default:
      text += place;
  }
  return text + "." + to_text(op.success);
}

void print_block(std::ostream& out, const program& of, const thread_body& body,
                 std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    out << (at == begin ? "" : ";");
    const operation& op = body[at];
    if (op.what != kind::branch) {
      out << to_text(op, of);
      continue;
    }
    const auto after = static_cast<std::size_t>(op.skip_to);
    out << "if(" << to_text(op.when, of) << "){";
    print_block(out, of, body, at + 1, after);
    out << "}";
    at = after - 1;
  }
}

}  // namespace

std::string to_text(order which) {
  switch (which) {
    case order::plain:
      return "na";
    case order::relaxed:
      return "rlx";
    case order::consume:
      return "con";
    case order::acquire:
      return "acq";
    case order::release:
      return "rel";
    case order::acq_rel:
      return "ar";
    case order::seq_cst:
      break;
  }
  return "sc";
}

std::string to_text(const program& whole) {
  std::ostringstream out;
  for (std::size_t thread = 0; thread < whole.threads.size(); ++thread) {
    out << (thread == 0 ? "" : "||");
    const thread_body& body = whole.threads[thread];
    print_block(out, whole, body, 0, body.size());
  }
  return out.str();
}

std::string to_text(const valuation& values, const program& of) {
  std::string text;
  const auto append = [&](const std::string& name, int value) {
    text += (text.empty() ? "" : " ") + name + "=" + std::to_string(value);
  };
  for (std::size_t i = 0; i < of.registers.size(); ++i) {
    append(of.registers[i], values.registers.at(i));
  }
  for (std::size_t i = 0; i < of.locations.size(); ++i) {
    append(of.locations[i], values.locations.at(i));
  }
  return text;
}

valuation parse_outcome(std::string_view text, const program& of) {
  valuation values;
  lexer in{text};
  const auto read = [&in](const std::vector<std::string>& names,
                          std::vector<int>& into) {
    for (const std::string& name : names) {
      in.expect(name);
      in.expect("=");
      into.push_back(in.number());
    }
  };
  read(of.registers, values.registers);
  read(of.locations, values.locations);
  if (!in.at_end()) {
    in.fail("the end");
  }
  return values;
}

}  // namespace reference
