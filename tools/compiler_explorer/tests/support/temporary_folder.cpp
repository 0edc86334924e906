// SPDX-License-Identifier: MIT
#include "support/temporary_folder.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

namespace support {

temporary_folder::temporary_folder() {
  std::string name =
      (std::filesystem::temp_directory_path() / "client.XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw std::filesystem::filesystem_error{
        "mkdtemp", name, std::error_code{errno, std::generic_category()}};
  }
  path_ = name;
}

temporary_folder::~temporary_folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace support
