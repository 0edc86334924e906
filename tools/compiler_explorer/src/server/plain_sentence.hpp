// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace compiler_explorer::server {

/// What the body of an answer that is an error says to a person: the message in
/// a JSON object, the paragraph of an HTML page, or the first line of a text.
/// One line of a few hundred characters at most, without markup; empty if the
/// body says nothing.
[[nodiscard]] std::string plain_sentence(std::string_view body);

}  // namespace compiler_explorer::server
