// SPDX-License-Identifier: MIT
//
// Turns the corpus into C++, at build time:
//
//     generate litmus.csv directory shards
//
// writes `litmus_0.cpp`, `litmus_1.cpp`, … with the programs dealt out among
// them, so that they compile in parallel, and `litmus_table.cpp`.
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "corpus.hpp"
#include "reference/notation.hpp"
#include "translator.hpp"

namespace {

std::string function_name(std::size_t row) {
  return "litmus_" + std::to_string(row);
}

std::string quoted(const std::string& text) {
  std::string result{"\""};
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
    }
    result += c;
  }
  result += '"';
  return result;
}

class output {
 public:
  explicit output(const std::filesystem::path& path) : stream_{path} {
    stream_.exceptions(std::ios::failbit | std::ios::badbit);
    stream_ << "// Generated from litmus.csv; edit that.\n";
  }
  std::ostream& operator*() { return stream_; }

 private:
  std::ofstream stream_;
};

void write_shard(const std::vector<corpus::row>& rows, std::size_t shard,
                 std::size_t shards, const std::filesystem::path& directory) {
  output out{directory / ("litmus_" + std::to_string(shard) + ".cpp")};
  *out << "#include <atomic>\n#include <thread>\n\n"
       << "#include \"litmus_table.hpp\"\n\nnamespace corpus {\n\n";
  for (std::size_t i = shard; i < rows.size(); i += shards) {
    *out << "// " << rows[i].name << ": " << rows[i].program << "\n"
         << "void " << function_name(i) << "();\n";
    corpus::translate(reference::parse_program(rows[i].program),
                      function_name(i), *out);
  }
  *out << "}  // namespace corpus\n";
}

void write_table(const std::vector<corpus::row>& rows,
                 const std::filesystem::path& directory) {
  output out{directory / "litmus_table.cpp"};
  *out << "#include \"litmus_table.hpp\"\n\nnamespace corpus {\n\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    *out << "void " << function_name(i) << "();\n";
  }
  *out << "\nstd::vector<litmus> table() {\n  return {\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const corpus::row& row = rows[i];
    *out << "      {{" << quoted(row.name) << ", " << quoted(row.program)
         << ", " << quoted(row.weak_outcome) << ", " << row.allowed << ", "
         << row.racy << ", " << row.executions << "}, " << function_name(i)
         << "},\n";
  }
  *out << "  };\n}\n\n}  // namespace corpus\n";
}

void generate(const std::string& csv, const std::filesystem::path& directory,
              std::size_t shards) {
  std::ifstream in{csv};
  if (!in) {
    throw std::runtime_error{"cannot read " + csv};
  }
  const std::vector<corpus::row> rows = corpus::read(in);
  std::filesystem::create_directories(directory);
  for (std::size_t shard = 0; shard < shards; ++shard) {
    write_shard(rows, shard, shards, directory);
  }
  write_table(rows, directory);
}

}  // namespace

int main(int count, char** arguments) {
  try {
    if (count != 4) {
      throw std::runtime_error{"usage: generate litmus.csv directory shards"};
    }
    generate(arguments[1], arguments[2], std::stoul(arguments[3]));
  } catch (const std::exception& error) {
    std::cerr << "generate: " << error.what() << "\n";
    return 1;
  }
  return 0;
}
