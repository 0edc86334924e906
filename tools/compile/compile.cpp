// SPDX-License-Identifier: MIT
#include "compile/compile.hpp"

#include <algorithm>
#include <cctype>
#include <ostream>
#include <string>
#include <vector>

#include "browser/open.hpp"
#include "compile/listing_names.hpp"
#include "compile/report.hpp"
#include "compile/request.hpp"
#include "compile/to_json.hpp"
#include "compiler_explorer/error.hpp"

namespace compile_command {
namespace {

using compiler_explorer::client;
using compiler_explorer::compiler;

std::vector<compiler> find_compilers(const options& asked, client& server) {
  std::vector<compiler> found;
  found.reserve(asked.compilers.size());
  for (const std::string& name : asked.compilers) {
    found.push_back(server.find_compiler(name));
  }
  return found;
}

outcome ask(const compiler& own, const options& asked,
            const std::string& source, client& server) {
  auto request = request_for(own, asked, source);
  outcome result{own, {}, {}};
  if (asked.run) {
    result.run = server.run(request, input_of(asked));
    result.build = result.run->build;
  } else {
    result.build = server.compile(request);
  }
  return result;
}

bool holds(std::string text, std::string part) {
  for (std::string* each : {&text, &part}) {
    std::transform(each->begin(), each->end(), each->begin(), [](char letter) {
      return static_cast<char>(
          std::tolower(static_cast<unsigned char>(letter)));
    });
  }
  return text.find(part) != std::string::npos;
}

exit_status list(const options& asked, client& server, const streams& io) {
  std::vector<compiler> all = server.compilers();
  std::erase_if(all, [&](const compiler& each) {
    return !holds(each.id + ' ' + each.name, asked.match);
  });
  if (asked.json) {
    io.out << to_json(all) << '\n';
  } else {
    write_list(all, io.out);
  }
  return success;
}

exit_status refuse(const streams& io, const std::string& sentence) {
  io.err << sentence << '\n';
  return wrong_use;
}

exit_status perform(const options& asked, client& server, const streams& io) {
  if (asked.list) return list(asked, server, io);
  if (asked.file.empty()) {
    return refuse(io, "Name a file to compile, or '-' for standard input.");
  }
  if (asked.diff && asked.compilers.size() != 2) {
    return refuse(io, "--diff takes two compilers: --compiler gcc,clang");
  }
  const folded_source source =
      fold(file_or_listing(asked), asked.include_folders, io.in);
  const auto compilers = find_compilers(asked, server);
  const bool with_link = asked.link || asked.open;
  const std::string link =
      with_link ? link_to(compilers, asked, source.text) : "";

  // A link alone takes no compilation.
  const bool link_alone =
      with_link && !asked.run && !asked.assembly && !asked.diff && !asked.json;
  exit_status worst = success;
  if (!link_alone) {
    std::vector<outcome> outcomes;
    for (const compiler& each : compilers) {
      outcomes.push_back(ask(each, asked, source.text, server));
      worst = std::max(worst, outcomes.back().status());
    }
    if (asked.json) {
      io.out << to_json(outcomes, source, server.server(), link) << '\n';
    } else {
      write_report(outcomes, asked, source, io);
      io.err << "By Compiler Explorer at " << server.server() << '\n';
    }
  }
  if (asked.link && !asked.json) io.out << link << '\n';
  if (asked.open && !browser::open(link)) {
    io.err << "No browser is found (BROWSER names one). The link: " << link
           << '\n';
  }
  return worst;
}

}  // namespace

exit_status compile(const options& asked, client& server, const streams& io) {
  try {
    return perform(asked, server, io);
  } catch (const compiler_explorer::error& failure) {
    io.err << failure.what() << '\n';
    return status_of(failure.kind());
  } catch (const cannot_read& failure) {
    return refuse(io, failure.what());
  }
}

exit_status compile(const options& asked, const streams& io) {
  compiler_explorer::client_options settings;
  settings.server = asked.url;
  settings.user_agent = "locksmith (compiler_explorer_cpp/0.1)";
  settings.cache = asked.cache;
  settings.offline = asked.offline;
  try {
    client server{settings};
    return compile(asked, server, io);
  } catch (const compiler_explorer::error& failure) {
    io.err << failure.what() << '\n';
    return status_of(failure.kind());
  }
}

}  // namespace compile_command
