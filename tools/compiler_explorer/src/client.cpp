// SPDX-License-Identifier: MIT
#include "compiler_explorer/client.hpp"

#include <utility>

#include "compiler_explorer/error.hpp"
#include "compiler_explorer/resolve.hpp"
#include "compilers/nightly.hpp"
#include "http/percent.hpp"
#include "libraries/choose.hpp"
#include "links/short_link.hpp"
#include "links/state_json.hpp"
#include "server/server.hpp"
#include "wire/decode_lists.hpp"
#include "wire/decode_result.hpp"
#include "wire/encode_request.hpp"

namespace compiler_explorer {

struct client::state {
  client_options options;
  server::server server;

  state(client_options given, std::unique_ptr<transport> transport)
      : options{std::move(given)}, server{options, std::move(transport)} {}

  // A list, asked for and decoded.
  template <typename List>
  List list(std::string path, std::string about,
            List (*decode)(const wire::json&)) {
    List result;
    const server::question asked{.path = std::move(path),
                                 .body = {},
                                 .about = std::move(about),
                                 .keep = options.keep_lists,
                                 .time = options.list_time};
    server.ask(asked, [&](const wire::json& answer) {
      result = decode(answer);
      return true;
    });
    return result;
  }

  // A compilation, asked for and decoded by `Result (*)(const json&)`.
  template <typename Result>
  Result compilation(const compile_request& request, const wire::json& body,
                     Result (*decode)(const wire::json&)) {
    Result result;
    server::question asked{
        .path = "/api/compiler/" + http::percent_encode(request.compiler) +
                "/compile",
        .body = wire::write(body),
        .about = "this compilation by '" + request.compiler + "'",
        .keep = is_nightly(request.compiler) ? options.keep_nightly_results
                                             : options.keep_results,
        .time = options.compile_time,
        .retries = 1};
    if (request.fresh) asked.keep = std::chrono::seconds{0};
    result.from_cache = server.ask(asked, [&](const wire::json& answer) {
      result = decode(answer);
      return wire::may_be_kept(answer);
    });
    return result;
  }
};

client::client(const client_options& options)
    : client{options, std::make_unique<curl_transport>(options.limits)} {}

client::client(client_options options, std::unique_ptr<transport> transport)
    : state_{
          std::make_unique<state>(std::move(options), std::move(transport))} {}

client::client(client&&) noexcept = default;
client& client::operator=(client&&) noexcept = default;
client::~client() = default;

const std::string& client::server() const { return state_->server.base(); }

std::vector<language> client::languages() {
  return state_->list("/api/languages", "the list of languages",
                      &wire::decode_languages);
}

std::vector<compiler> client::compilers(const std::string& language) {
  return state_->list(
      "/api/compilers/" + http::percent_encode(language) +
          "?fields=id,name,semver,instructionSet,compilerType,supportsExecute,"
          "alias,releaseTrack,isNightly,libsArr",
      "the list of compilers for " + language, &wire::decode_compilers);
}

std::vector<library> client::libraries(const std::string& language) {
  return state_->list("/api/libraries/" + http::percent_encode(language) +
                          "?fields=id,name,versions.id,versions.version",
                      "the list of libraries for " + language,
                      &wire::decode_libraries);
}

compiler client::find_compiler(std::string_view name,
                               const std::string& language) {
  const std::vector<compiler> known = compilers(language);
  if (known.empty()) {
    throw error{error_kind::unknown_name,
                server() + " has no compiler for '" + language + "'."};
  }
  return resolve(name, known);
}

namespace {

// The request with each library as the server knows it.
compile_request prepared(client& own, compile_request request) {
  wire::check(request);
  if (!request.libraries.empty()) {
    const std::vector<library> known = own.libraries(request.language);
    for (library_choice& each : request.libraries) {
      each = choose_library(each, known);
    }
  }
  return request;
}

// An unknown compiler is refused as any unknown address is: "Not Found".
[[noreturn]] void rethrow_for(const std::string& compiler,
                              const std::string& server, const error& cause) {
  if (cause.status() != 404) throw cause;
  throw error{error_kind::unknown_name,
              server + " has no compiler '" + compiler + "'.", 404};
}

}  // namespace

compile_result client::compile(const compile_request& request) {
  const compile_request ready = prepared(*this, request);
  try {
    return state_->compilation(ready, wire::encode(ready),
                               &wire::decode_compilation);
  } catch (const error& cause) {
    rethrow_for(ready.compiler, server(), cause);
  }
}

run_result client::run(const compile_request& request,
                       const program_input& input) {
  const compile_request ready = prepared(*this, request);
  try {
    return state_->compilation(ready, wire::encode(ready, input),
                               &wire::decode_run);
  } catch (const error& cause) {
    rethrow_for(ready.compiler, server(), cause);
  }
}

std::string client::shorten(const linked_state& shared) {
  std::string url;
  // In this form every version of the server takes it.
  const wire::json body = {{"config", links::to_json(shared)}};
  const server::question asked{.path = "/api/shortener",
                               .body = wire::write(body),
                               .about = "a short link",
                               .time = state_->options.list_time,
                               .offline_too = false,
                               .retries = 0};
  state_->server.ask(asked, [&](const wire::json& answer) {
    url = wire::text_in(answer, "url");
    if (!url.starts_with("http")) {
      throw error{error_kind::bad_answer, "It holds no link."};
    }
    return false;
  });
  return url;
}

linked_state client::expand(std::string_view short_link) {
  linked_state result;
  const std::string id = links::short_link_id(short_link, server());
  const server::question asked{.path = "/api/shortlinkinfo/" + id,
                               .body = {},
                               .about = "the short link '" + id + "'",
                               .keep = state_->options.keep_results,
                               .time = state_->options.list_time};
  state_->server.ask(asked, [&](const wire::json& answer) {
    result = links::from_json(answer);
    return true;
  });
  return result;
}

}  // namespace compiler_explorer
