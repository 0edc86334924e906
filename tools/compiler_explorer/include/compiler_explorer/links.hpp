// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler_explorer/request.hpp"

namespace compiler_explorer {

/// A pane that shows the assembly of a compiler.
struct linked_compiler {
  std::string id;
  std::string options;
  std::vector<library_choice> libraries;  ///< Versions by id.
};

/// A pane that runs the program.
struct linked_executor {
  linked_compiler compiler;
  std::string arguments;
  std::string standard_input;
};

/// An editor and the panes that belong to it.
struct linked_session {
  std::string language = "c++";
  std::string source;
  std::vector<linked_compiler> compilers;
  std::vector<linked_executor> executors;
};

/// What Compiler Explorer shows when a link is opened.
struct linked_state {
  std::vector<linked_session> sessions;
};

/// How a link carries its state.
enum class link_form : std::uint8_t {
  plain,       ///< `/clientstate/`, base64.
  compressed,  ///< `/clientstate/`, zlib, base64; servers since 2024-10.
  fragment,    ///< `/#`: never sent to the server, so it may be long.
  embedded,    ///< `/e#`: for an <iframe>, where nothing else works.
};

struct link_limits {
  /// Some networks in between take no URL beyond 8192 characters.
  std::size_t path = 8'000;
  /// What was seen to open is somewhat longer.
  std::size_t fragment = 128'000;
};

struct state_link {
  std::string url;
  link_form form{};
};

/// A link in this form, of any length. In HTML, quote it by `"`.
///
/// @param server The base URL: "https://godbolt.org".
/// @throws error `invalid_request` if a text is not UTF-8.
[[nodiscard]] std::string make_link(std::string_view server,
                                    const linked_state& state, link_form form);

/// A link to a page in the first form that keeps within the limits: plain,
/// compressed, fragment. Made without a network.
///
/// @throws error `too_large` if there is none; `invalid_request` if a text is
///   not UTF-8.
[[nodiscard]] state_link make_link(std::string_view server,
                                   const linked_state& state,
                                   const link_limits& limits = {});

/// The state that a link carries, in any of the forms, with standard or
/// url-safe base64, padded or not, and percent-encoded or not.
///
/// @throws error `bad_link` if it carries none: short links (`/z/…`) and links
///   in the compressed fragment form of the site itself are such.
[[nodiscard]] linked_state read_link(std::string_view url);

}  // namespace compiler_explorer
