// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compiler_explorer/catalogue.hpp"
#include "compiler_explorer/curl_transport.hpp"
#include "compiler_explorer/links.hpp"
#include "compiler_explorer/request.hpp"
#include "compiler_explorer/result.hpp"
#include "compiler_explorer/transport.hpp"

namespace compiler_explorer {

/// How a client behaves. The defaults are those of a good guest.
struct client_options {
  /// The server's base URL; a path in it is kept, a trailing slash is not.
  std::string server = "https://godbolt.org";

  /// Names the tool to the server's owners.
  std::string user_agent = "compiler_explorer_cpp/0.1";

  /// Where answers are kept; empty: nowhere. Made when it is needed. Any number
  /// of processes may share it. That it cannot be written is no error.
  std::filesystem::path cache;

  /// Answer from the cache alone, however old, and never ask the server.
  bool offline = false;

  /// How old an answer in the cache may be. Lists are asked for again by their
  /// ETag, which costs the server little.
  std::chrono::seconds keep_lists = std::chrono::hours{24};
  std::chrono::seconds keep_results = std::chrono::hours{24 * 30};
  /// The same for compilers whose id says that they change every day.
  std::chrono::seconds keep_nightly_results = std::chrono::hours{24};

  /// From the end of one request to the beginning of the next.
  std::chrono::milliseconds pause{100};

  /// A server that asks to wait is obeyed: up to this long by waiting and
  /// asking once more, else by an error, and no request until it is over; not
  /// by other processes with the same cache either.
  std::chrono::seconds longest_wait{5};

  std::chrono::milliseconds list_time{15'000};
  std::chrono::milliseconds compile_time{70'000};  ///< Servers give up at 60 s.
  transport_limits limits;

  /// Sleeps; to be replaced in tests.
  std::function<void(std::chrono::milliseconds)> sleep;
};

/// A Compiler Explorer server, asked one question at a time.
///
/// It may be used by many threads, which wait for each other. Every function
/// throws `error`, and nothing else but `std::bad_alloc`. What failed to reach
/// the server is tried again up to twice if it asks for a list, and a
/// compilation once if the server was not ready (502, 503); nothing else is.
class client {
 public:
  /// @throws error `invalid_request` if an option makes no sense.
  explicit client(const client_options& options = {});

  /// With a transport of the caller's own.
  client(client_options options, std::unique_ptr<transport> transport);

  client(client&&) noexcept;
  client& operator=(client&&) noexcept;
  ~client();

  [[nodiscard]] std::vector<language> languages();

  /// @returns Nothing if the server does not know the language.
  [[nodiscard]] std::vector<compiler> compilers(
      const std::string& language = "c++");
  [[nodiscard]] std::vector<library> libraries(
      const std::string& language = "c++");

  /// The compiler that is meant by a name; see `resolve`.
  [[nodiscard]] compiler find_compiler(std::string_view name,
                                       const std::string& language = "c++");

  /// Compiles. That the program has errors is a result, not an error.
  ///
  /// A server ignores a library that it does not know; this does not. Libraries
  /// are looked up in its list first.
  [[nodiscard]] compile_result compile(const compile_request& request);

  /// Builds the program and runs it on the server. Filters do not matter.
  [[nodiscard]] run_result run(const compile_request& request,
                               const program_input& input = {});

  /// A short link. The server keeps the code for ever, for all to see: ask
  /// the code's owner first.
  [[nodiscard]] std::string shorten(const linked_state& shared);

  /// The state behind a short link of this server, or behind its id.
  [[nodiscard]] linked_state expand(std::string_view short_link);

  /// The server's base URL, without a trailing slash.
  [[nodiscard]] const std::string& server() const;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

/// Where a user's caches belong: `$XDG_CACHE_HOME`, else `~/.cache`, and in it
/// "compiler_explorer". Empty if neither is known.
[[nodiscard]] std::filesystem::path default_cache();

}  // namespace compiler_explorer
