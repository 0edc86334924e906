// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>

namespace live_pages {

/// Gives an execution, as the checker's JSON has it, the member `names`: what
/// the lines of code call the objects that it knows by letters. Notes that only
/// explain those letters are left out. The book's own pages name them by the
/// same rules (book/extensions/memory.py).
///
/// @param root Where the files in it lie that have no absolute path.
void name_objects(nlohmann::json& execution, const std::filesystem::path& root);

}  // namespace live_pages
