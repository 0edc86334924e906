// SPDX-License-Identifier: MIT
#include "api/compilation.hpp"

#include <utility>

#include "answers/files.hpp"
#include "api/lines.hpp"
#include "api/result.hpp"

namespace live_pages {

using nlohmann::json;

namespace {

constexpr const char* source_name = "example.cpp";
constexpr const char* assembly_name = "output.s";
constexpr const char* program_name = "output";

}  // namespace

compilation::compilation(const workshop& in, compiler with,
                         compile_request what)
    : in_{in}, with_{std::move(with)}, what_{std::move(what)} {
  begin();
}

void compilation::begin() {
  std::string fault;
  if (what_.source.empty()) {
    fault = "<File example.cpp has no content or file is missing>";
  }
  for (const auto& [name, text] : what_.files) {
    if (!place_.put(name, text)) fault = "<Invalid filename>";
  }
  if (!place_.put(source_name, what_.source)) fault = "<Invalid filename>";
  if (!fault.empty()) {
    ran_ = assembled_ = refused(fault);
  } else if (what_.run_only) {
    build();
  } else {
    assemble();
  }
}

std::vector<std::string> compilation::compile_command() const {
  std::vector<std::string> command{with_.program, "-g"};
  for (const std::filesystem::path& each : in_.headers) {
    command.push_back("-I" + each.string());
  }
  command.insert(command.end(), what_.arguments.begin(), what_.arguments.end());
  command.emplace_back(source_name);
  return command;
}

void compilation::start(std::vector<std::string> command, const limits& most,
                        const std::string& input) {
  job_ = std::make_unique<job>(
      job::start{.command = in_.inside.wrap(command, {place_.path()}),
                 .folder = place_.path(),
                 .environment = {{"TMPDIR", place_.path().string()}},
                 .input = input,
                 .most = most,
                 .alone = in_.inside.what() == sandbox::kind::namespaces});
}

void compilation::assemble() {
  stage_ = stage::assembling;
  std::vector<std::string> command = compile_command();
  if (what_.assembly) {
    command.insert(command.end(), {"-S", "-o", assembly_name});
  } else {
    command.emplace_back("-fsyntax-only");
  }
  start(std::move(command), in_.compile, "");
}

void compilation::build() {
  stage_ = stage::building;
  std::vector<std::string> command = compile_command();
  command.insert(command.end(), {"-pthread", "-o", program_name});
  start(std::move(command), in_.compile, "");
}

void compilation::run() {
  stage_ = stage::running;
  std::vector<std::string> command{"./output"};
  command.insert(command.end(), what_.program_arguments.begin(),
                 what_.program_arguments.end());
  start(std::move(command), in_.run, what_.input);
}

bool compilation::advance(std::chrono::milliseconds patience) {
  if (stage_ == stage::over) return true;
  if (job_->advance(patience)) next();
  return stage_ == stage::over;
}

void compilation::next() {
  const outcome how = job_->result();
  job_.reset();
  const stage done = std::exchange(stage_, stage::over);
  if (done == stage::running) {
    ran_ = of_program(how);
    return;
  }
  json said = of_compiler(how);
  if (done == stage::assembling) {
    said["asm"] = how.well() ? assembly() : failed_assembly();
    assembled_ = std::move(said);
    if (how.well() && what_.run) build();
    return;
  }
  built_ = std::move(said);
  if (how.well()) return run();
  ran_ = refused("Build failed");
}

json compilation::assembly() const {
  json lines = json::array();
  if (!what_.assembly) return lines;
  const std::string text =
      command_line::read_file_or(place_.path() / assembly_name, "");
  lines = to_lines(text);
  for (json& each : lines) each["source"] = nullptr;
  return lines;
}

json compilation::compiled() const {
  json all = ran_;
  all["buildResult"] = built_;
  return all;
}

std::string compilation::answer() {
  json all;
  if (what_.run_only) {
    all = built_.is_null() ? ran_ : compiled();
  } else {
    all = assembled_;
    if (!built_.is_null()) all["execResult"] = compiled();
  }
  return all.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace live_pages
