// SPDX-License-Identifier: MIT
#include "search/script.hpp"

namespace interleave::engine {
namespace {

// A number is written four bits a letter, the least first; the upper sixteen
// letters say that more follows.
constexpr std::string_view letters = "0123456789abcdefghijklmnopqrstuv";

void write_number(std::string& text, std::uint64_t number) {
  while (number >= 16) {
    text += letters[16 + number % 16];
    number /= 16;
  }
  text += letters[number];
}

class Reader {
 public:
  explicit Reader(const std::string& text) : text_{text} {}

  std::uint64_t number() {
    std::uint64_t result = 0;
    for (unsigned shift = 0; shift < 64; shift += 4) {
      const std::size_t digit = next_ < text_.size()
                                    ? letters.find(text_[next_++])
                                    : std::string_view::npos;
      if (digit == std::string_view::npos) {
        break;
      }
      result |= std::uint64_t{digit % 16} << shift;
      if (digit < 16) {
        return result;
      }
    }
    good_ = false;
    return 0;
  }
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool at_end() const { return next_ == text_.size(); }

 private:
  const std::string& text_;
  std::size_t next_ = 0;
  bool good_ = true;
};

}  // namespace

Script Script::of(const Graph& graph) {
  Script result;
  for (unsigned t = 0; t < max_threads; ++t) {
    for (Index i = 0; i < graph.size(t); ++i) {
      const Event& event = graph.at({static_cast<std::uint16_t>(t), i});
      result.threads_[t].push_back(
          {event.op.kind, event.source, event.pick, event.rank, event.value});
    }
  }
  return result;
}

std::string Script::text() const {
  std::string result;
  unsigned used = max_threads;
  while (used > 0 && threads_[used - 1].empty()) {
    --used;
  }
  write_number(result, used);
  for (unsigned t = 0; t < used; ++t) {
    write_number(result, threads_[t].size());
    for (const Step& step : threads_[t]) {
      write_number(result, static_cast<unsigned>(step.kind));
      if (step.kind == Kind::read) {
        write_number(result, step.pick);
        write_number(result,
                     step.source.initial() ? 0 : step.source.thread + 1U);
        if (!step.source.initial()) {
          write_number(result, step.source.index);
        }
      } else if (step.kind == Kind::write) {
        write_number(result, step.rank);
      } else if (step.kind == Kind::choice) {
        write_number(result, step.value);
      }
    }
  }
  return result;
}

std::optional<Script> Script::parse(const std::string& text) {
  Script result;
  Reader reader{text};
  const std::uint64_t used = reader.number();
  if (used > max_threads) {
    return std::nullopt;
  }
  for (std::uint64_t t = 0; t < used && reader.good(); ++t) {
    const std::uint64_t count = reader.number();
    for (std::uint64_t i = 0; i < count && reader.good(); ++i) {
      Step step;
      step.kind = static_cast<Kind>(reader.number());
      if (step.kind == Kind::read) {
        step.pick = static_cast<std::uint8_t>(reader.number());
        const std::uint64_t thread = reader.number();
        if (thread > max_threads) {
          return std::nullopt;
        }
        if (thread != 0) {
          step.source = {static_cast<std::uint16_t>(thread - 1),
                         static_cast<Index>(reader.number())};
        }
      } else if (step.kind == Kind::write) {
        step.rank = static_cast<std::uint32_t>(reader.number());
      } else if (step.kind == Kind::choice) {
        step.value = reader.number();
      }
      result.threads_[t].push_back(step);
    }
  }
  return reader.good() && reader.at_end() ? std::optional{result}
                                          : std::nullopt;
}

}  // namespace interleave::engine
