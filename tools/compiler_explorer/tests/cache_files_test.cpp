// SPDX-License-Identifier: MIT
// How what is kept on disk survives.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "compiler_explorer/client.hpp"
#include "support/cache_folder.hpp"
#include "support/scripted_transport.hpp"
#include "support/square.hpp"
#include "support/temporary_folder.hpp"

namespace {

using namespace std::chrono_literals;
using support::client_of;
using support::files_in;
using support::keeping_in;
using support::offline_in;
using support::replay;
using support::square;
using support::temporary_folder;
namespace fs = std::filesystem;

TEST(CacheFiles, DamagedEntriesAreFetchedAgain) {
  const temporary_folder folder;
  const auto script = replay({"json_compile_O2"});
  auto client = client_of(script, keeping_in(folder.path()));
  static_cast<void>(client.compile(square()));
  const fs::path place = fs::directory_iterator { folder.path() } -> path();
  std::string whole;
  std::getline(std::ifstream{place}, whole, '\0');
  std::string changed = whole;
  changed[whole.size() - 5] ^= 1;
  std::size_t asked = 1;
  for (const std::string& damaged :
       {std::string{}, std::string{"x"}, whole.substr(0, 20),
        whole.substr(0, whole.size() - 1), changed, whole + 'x',
        std::string{"{\"format\": \"x\"}\n{}"}, std::string{"[]\n{}"},
        std::string(100, '\xff')}) {
    std::ofstream{place} << damaged;
    EXPECT_FALSE(client.compile(square()).from_cache);
    EXPECT_EQ(script->requests.size(), ++asked);
    EXPECT_TRUE(client.compile(square()).from_cache) << "mended";
  }
}

TEST(CacheFiles, EntriesOfAnotherKeyAreNotTaken) {
  const temporary_folder folder;
  const auto script = replay({"json_compile_O2"});
  auto client = client_of(script, keeping_in(folder.path()));
  static_cast<void>(client.compile(square()));
  const fs::path first = fs::directory_iterator { folder.path() } -> path();
  fs::rename(first, folder.path() / "aside");
  auto request = square();
  request.source = "int y;\n";
  static_cast<void>(client.compile(request));
  for (const auto& each : fs::directory_iterator{folder.path()}) {
    if (each.path().filename() != "aside") {
      fs::copy_file(folder.path() / "aside", each.path(),
                    fs::copy_options::overwrite_existing);
    }
  }
  EXPECT_FALSE(client.compile(request).from_cache);
}

TEST(CacheFiles, ThatCannotBeWrittenIsNoError) {
  const temporary_folder folder;
  std::ofstream{folder.path() / "file"} << "x";
  const auto script = replay({"json_compile_O2"});
  EXPECT_TRUE(client_of(script, keeping_in(folder.path() / "file" / "sub"))
                  .compile(square())
                  .ok());
}

TEST(CacheFiles, IsForItsOwnerAlone) {
  const temporary_folder folder;
  const fs::path inner = folder.path() / "a" / "b";
  static_cast<void>(client_of(replay({"json_compile_O2"}), keeping_in(inner))
                        .compile(square()));
  EXPECT_EQ(fs::status(inner).permissions(), fs::perms::owner_all);
}

TEST(CacheFiles, SurvivesManyClientsAtOnce) {
  const temporary_folder folder;
  const auto one = replay({"json_compile_O2"});
  const auto other = replay({"compile_clang19"});
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int number = 0; number < 4; ++number) {
    threads.emplace_back([&, number] {
      auto options = keeping_in(folder.path());
      options.keep_results = std::chrono::seconds{number % 2};
      auto client = client_of(number < 2 ? one : other, options);
      for (int round = 0; round < 50; ++round) {
        EXPECT_TRUE(client.compile(square()).ok());
      }
    });
  }
  for (std::thread& each : threads) each.join();
  EXPECT_EQ(files_in(folder.path()), 1U) << "no temporary files are left";
  EXPECT_TRUE(client_of(one, offline_in(folder.path())).compile(square()).ok());
}

}  // namespace
