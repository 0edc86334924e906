// SPDX-License-Identifier: MIT
#include "translator.hpp"

#include <vector>

namespace corpus {
namespace {

using namespace reference;

std::size_t index(int number) { return static_cast<std::size_t>(number); }

std::string cpp_order(order which) {
  switch (which) {
    case order::plain:
    case order::relaxed:
      return "std::memory_order_relaxed";
    case order::consume:
      return "std::memory_order_consume";
    case order::acquire:
      return "std::memory_order_acquire";
    case order::release:
      return "std::memory_order_release";
    case order::acq_rel:
      return "std::memory_order_acq_rel";
    case order::seq_cst:
      break;
  }
  return "std::memory_order_seq_cst";
}

class writer {
 public:
  writer(const program& whole, std::ostream& out)
      : program_{whole}, out_{out}, plain_(whole.locations.size()) {
    for (const thread_body& body : whole.threads) {
      for (const operation& op : body) {
        if (op.location >= 0 && op.success == order::plain) {
          plain_[index(op.location)] = true;
        }
      }
    }
  }

  void write(const std::string& name) {
    out_ << "void " << name << "() {\n";
    for (std::size_t place = 0; place < program_.locations.size(); ++place) {
      out_ << "  " << (plain_[place] ? "int " : "std::atomic<int> ")
           << variable(place) << "{0};\n";
    }
    for (const std::string& reg : program_.registers) {
      out_ << "  int " << reg << " = 0;\n";
    }
    for (std::size_t i = 0; i < program_.threads.size(); ++i) {
      const thread_body& body = program_.threads[i];
      out_ << "  std::thread thread" << i << "{[&] {\n";
      write_block(body, 0, body.size(), "    ");
      out_ << "  }};\n";
    }
    for (std::size_t i = 0; i < program_.threads.size(); ++i) {
      out_ << "  thread" << i << ".join();\n";
    }
    write_observation();
    out_ << "}\n\n";
  }

 private:
  /// The underscore keeps a location named `do` from being a keyword.
  [[nodiscard]] std::string variable(std::size_t place) const {
    return program_.locations[place] + "_";
  }

  [[nodiscard]] std::string atomic_object(std::size_t place) const {
    const std::string name = variable(place);
    return plain_[place] ? "std::atomic_ref<int>{" + name + "}" : name;
  }

  [[nodiscard]] std::string cpp(const expression& value) const {
    if (value.reg < 0) {
      return std::to_string(value.constant);
    }
    return program_.registers[index(value.reg)] + " + " +
           std::to_string(value.constant);
  }

  [[nodiscard]] std::string cpp(const operand& side) const {
    return side.from == operand::source::constant
               ? std::to_string(side.number)
               : program_.registers[index(side.number)];
  }

  [[nodiscard]] std::string cpp(const condition& when) const {
    static constexpr const char* tests[] = {" == ", " != ", " < ", " <= "};
    std::string text;
    for (const comparison& part : when) {
      text += text.empty() ? "" : " && ";
      text += cpp(part.left) + tests[static_cast<int>(part.test)];
      text += cpp(part.right);
    }
    return text;
  }

  void write_block(const thread_body& body, std::size_t begin, std::size_t end,
                   const std::string& indent) {
    for (std::size_t at = begin; at < end; ++at) {
      const operation& op = body[at];
      if (op.what != kind::branch) {
        out_ << indent;
        write_operation(op);
        continue;
      }
      out_ << indent << "if (" << cpp(op.when) << ") {\n";
      write_block(body, at + 1, index(op.skip_to), indent + "  ");
      out_ << indent << "}\n";
      at = index(op.skip_to) - 1;
    }
  }

  void write_operation(const operation& op) {
    const std::string strength = cpp_order(op.success);
    if (op.what == kind::fence) {
      out_ << "std::atomic_thread_fence(" << strength << ");\n";
      return;
    }
    const std::string result =
        op.result < 0 ? "" : program_.registers[index(op.result)] + " = ";
    if (op.success == order::plain) {
      const std::string name = variable(index(op.location));
      out_ << (op.what == kind::store ? name + " = " + cpp(op.value)
                                      : result + name)
           << ";\n";
      return;
    }
    const std::string object = atomic_object(index(op.location));
    switch (op.what) {
      case kind::load:
        out_ << result << object << ".load(";
        break;
      case kind::store:
        out_ << object << ".store(" << cpp(op.value) << ", ";
        break;
      case kind::exchange:
        out_ << result << object << ".exchange(" << cpp(op.value) << ", ";
        break;
      case kind::fetch_add:
        out_ << result << object << ".fetch_add(" << cpp(op.value) << ", ";
        break;
      default:
        // The expected value holds the old one afterwards, either way.
        out_ << "{ int old = " << cpp(op.expected) << "; " << object
             << ".compare_exchange_strong(old, " << cpp(op.value) << ", "
             << strength << ", " << cpp_order(op.failure) << "); " << result
             << "old; }\n";
        return;
    }
    out_ << strength << ");\n";
  }

  void write_observation() {
    out_ << "  corpus::observe({";
    for (const std::string& reg : program_.registers) {
      out_ << "{\"" << reg << "\", " << reg << "}, ";
    }
    for (std::size_t place = 0; place < program_.locations.size(); ++place) {
      out_ << "{\"" << program_.locations[place] << "\", " << variable(place);
      out_ << (plain_[place] ? "}, " : ".load(std::memory_order_relaxed)}, ");
    }
    out_ << "});\n";
  }

  const program& program_;
  std::ostream& out_;
  std::vector<bool> plain_;  ///< locations that some plain access touches
};

}  // namespace

void translate(const program& whole, const std::string& name,
               std::ostream& out) {
  writer{whole, out}.write(name);
}

}  // namespace corpus
