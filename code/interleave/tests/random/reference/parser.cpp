// SPDX-License-Identifier: MIT
#include <string>
#include <utility>

#include "notation.hpp"
#include "terms.hpp"

namespace reference {
namespace {

/// What a failed compare-exchange gets when only one order is written.
order failure_of(order success) {
  switch (success) {
    case order::release:
      return order::relaxed;
    case order::acq_rel:
      return order::acquire;
    default:
      return success;
  }
}

class parser {
 public:
  parser(std::string_view text, program& into)
      : into_{into}, terms_{text, into, true}, in_{terms_.in} {}

  void read_threads() {
    do {
      thread_body body;
      read_block(body);
      into_.threads.push_back(std::move(body));
    } while (in_.accept("||"));
    if (!in_.at_end()) {
      in_.fail("';' or '||'");
    }
  }

 private:
  bool at_block_end() {
    return in_.at_end() || in_.sees("}") || in_.sees("||");
  }

  void read_block(thread_body& body) {
    while (!at_block_end()) {
      read_statement(body);
      if (!at_block_end()) {
        in_.expect(";");
      }
    }
  }

  void read_statement(thread_body& body) {
    const std::string first = in_.word();
    if (first == "if") {
      read_branch(body);
      return;
    }
    operation op;
    if (first == "F" && in_.sees(".")) {
      op.what = kind::fence;
      op.success = terms_.read_order();
    } else if (in_.sees("(")) {
      read_modification(op, first);
    } else {
      in_.expect("=");
      if (is_register(first)) {
        read_assignment(op, first);
      } else {
        op.what = kind::store;
        op.location = terms_.read_location(first);
        op.value = terms_.read_expression();
        op.success = terms_.read_order();
      }
    }
    body.push_back(std::move(op));
  }

  void read_branch(thread_body& body) {
    in_.expect("(");
    operation op;
    op.what = kind::branch;
    op.when = terms_.read_condition();
    in_.expect(")");
    in_.expect("{");
    const std::size_t at = body.size();
    body.push_back(std::move(op));
    read_block(body);
    in_.expect("}");
    body[at].skip_to = static_cast<int>(body.size());
  }

  void read_assignment(operation& op, const std::string& result) {
    op.result = terms_.read_register(result);
    const std::string name = in_.word();
    if (in_.sees("(")) {
      read_modification(op, name);
      return;
    }
    op.what = kind::load;
    op.location = terms_.read_location(name);
    op.success = terms_.read_order();
  }

  kind modification_named(const std::string& name) {
    if (name == "xchg") {
      return kind::exchange;
    }
    if (name == "fadd") {
      return kind::fetch_add;
    }
    if (name != "cas") {
      in_.fail("xchg, fadd or cas, not " + name);
    }
    return kind::compare_exchange;
  }

  void read_modification(operation& op, const std::string& name) {
    op.what = modification_named(name);
    in_.expect("(");
    op.location = terms_.read_location(in_.word());
    in_.expect(",");
    if (op.what == kind::compare_exchange) {
      op.expected = terms_.read_expression();
      in_.expect(",");
    }
    op.value = terms_.read_expression();
    in_.expect(")");
    op.success = terms_.read_order();
    op.failure = failure_of(op.success);
    if (op.what == kind::compare_exchange && in_.sees(".")) {
      op.failure = terms_.read_order();
    }
  }

  program& into_;
  term_reader terms_;
  lexer& in_;
};

}  // namespace

program parse_program(std::string_view text) {
  program whole;
  parser{text, whole}.read_threads();
  return whole;
}

condition parse_condition(std::string_view text, const program& about) {
  program names = about;
  term_reader terms{text, names, false};
  condition all = terms.read_condition();
  if (!terms.in.at_end()) {
    terms.in.fail("'&' or the end");
  }
  return all;
}

}  // namespace reference
