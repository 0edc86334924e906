// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "api/compile_request.hpp"
#include "api/compilers.hpp"
#include "api/task.hpp"
#include "jobs/job.hpp"
#include "jobs/sandbox.hpp"
#include "jobs/scratch.hpp"

namespace live_pages {

/// Where programs are compiled and run.
struct workshop {
  const sandbox& inside;
  std::vector<std::filesystem::path> headers;  ///< Folders of the repository.
  limits compile;
  limits run;
};

/// Compiles one program, and runs it if that is asked for. The answer has
/// Compiler Explorer's form.
class compilation : public task {
 public:
  compilation(const workshop& in, compiler with, compile_request what);

  bool advance(std::chrono::milliseconds patience) override;
  std::string answer() override;

 private:
  enum class stage { assembling, building, running, over };

  void begin();
  void start(std::vector<std::string> command, const limits& most,
             const std::string& input);
  void next();
  [[nodiscard]] std::vector<std::string> compile_command() const;
  void assemble();
  void build();
  void run();
  [[nodiscard]] nlohmann::json assembly() const;
  [[nodiscard]] nlohmann::json compiled() const;

  const workshop& in_;
  compiler with_;
  compile_request what_;
  scratch place_;
  stage stage_ = stage::over;
  std::unique_ptr<job> job_;
  nlohmann::json assembled_;  ///< Null: not asked for.
  nlohmann::json built_;      ///< Null: not asked for.
  nlohmann::json ran_;        ///< Of the program, or why it did not run.
};

}  // namespace live_pages
