// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <thread>

#include "http/server.hpp"
#include "support/small_house.hpp"

namespace live_pages_tests {

/// A small site and a small repository, served.
class served {
 public:
  /// @param most What else than in earnest the limits are to be.
  explicit served(live_pages::settings most = {});
  ~served();
  served(const served&) = delete;
  served& operator=(const served&) = delete;

  [[nodiscard]] int port() const { return server_->port(); }
  [[nodiscard]] const std::string& token() const { return server_->token(); }
  [[nodiscard]] std::string host() const;
  [[nodiscard]] std::filesystem::path site() const;
  [[nodiscard]] const command_line_tests::small_house& house() const {
    return house_;
  }

  /// A request as a page of the site makes it. `extra` are more headers.
  [[nodiscard]] std::string get(const std::string& path,
                                const std::string& extra = "") const;
  [[nodiscard]] std::string post(const std::string& path,
                                 const std::string& body,
                                 const std::string& extra = "") const;

  void stop();

 private:
  command_line_tests::small_house house_;
  live_pages::sandbox inside_;
  std::unique_ptr<live_pages::server> server_;
  std::thread runs_;
};

/// Sends the text and takes what comes until the other end closes.
[[nodiscard]] std::string exchange(int port, const std::string& text);

/// The status of an answer; 0 if there was none.
[[nodiscard]] int status(const std::string& answer);

/// What follows the headers, of chunks their contents.
[[nodiscard]] std::string body(const std::string& answer);

/// A body that asks to check `text`.
[[nodiscard]] std::string answer_with(const std::string& text,
                                      const std::string& base = "");

/// A body that asks to run the program `source`.
[[nodiscard]] std::string to_run(const std::string& source,
                                 const std::string& arguments = "");

/// Whether this process comes to have no descendants within half a minute.
[[nodiscard]] bool childless();

}  // namespace live_pages_tests
