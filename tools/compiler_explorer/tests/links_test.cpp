// SPDX-License-Identifier: MIT
#include "compiler_explorer/links.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <string>
#include <vector>

#include "support/error_of.hpp"
#include "support/sample.hpp"

namespace {

using compiler_explorer::error_kind;
using compiler_explorer::link_form;
using compiler_explorer::link_limits;
using compiler_explorer::linked_session;
using compiler_explorer::linked_state;
using compiler_explorer::make_link;
using compiler_explorer::read_link;
using support::error_of;

constexpr const char* site = "https://godbolt.org";

linked_state state_with(const std::string& source) {
  linked_session session;
  session.source = source;
  session.compilers.push_back({"g162", "-std=c++20 -O2", {{"fmt", "1200"}}});
  session.compilers.push_back({"clang2210", "", {}});
  session.executors.push_back({{"g162", "-O1", {}}, "a 'b c'", "in\nput"});
  return {{session}};
}

void expect_same(const linked_state& left, const linked_state& right) {
  ASSERT_EQ(left.sessions.size(), right.sessions.size());
  for (std::size_t index = 0; index < left.sessions.size(); ++index) {
    const linked_session& one = left.sessions[index];
    const linked_session& other = right.sessions[index];
    EXPECT_EQ(one.language, other.language);
    EXPECT_EQ(one.source, other.source);
    ASSERT_EQ(one.compilers.size(), other.compilers.size());
    for (std::size_t each = 0; each < one.compilers.size(); ++each) {
      EXPECT_EQ(one.compilers[each].id, other.compilers[each].id);
      EXPECT_EQ(one.compilers[each].options, other.compilers[each].options);
      ASSERT_EQ(one.compilers[each].libraries.size(),
                other.compilers[each].libraries.size());
      for (std::size_t own = 0; own < one.compilers[each].libraries.size();
           ++own) {
        EXPECT_EQ(one.compilers[each].libraries[own].id,
                  other.compilers[each].libraries[own].id);
        EXPECT_EQ(one.compilers[each].libraries[own].version,
                  other.compilers[each].libraries[own].version);
      }
    }
    ASSERT_EQ(one.executors.size(), other.executors.size());
    for (std::size_t each = 0; each < one.executors.size(); ++each) {
      EXPECT_EQ(one.executors[each].arguments, other.executors[each].arguments);
      EXPECT_EQ(one.executors[each].standard_input,
                other.executors[each].standard_input);
      EXPECT_EQ(one.executors[each].compiler.id,
                other.executors[each].compiler.id);
      EXPECT_EQ(one.executors[each].compiler.options,
                other.executors[each].compiler.options);
    }
  }
}

TEST(Links, AreReadAsTheyWereMade) {
  std::string every_byte;
  for (int byte = 1; byte < 128; ++byte) every_byte += static_cast<char>(byte);
  for (const std::string& source :
       {std::string{"int main() {}\n"}, std::string{}, std::string{"x"},
        std::string{"// \u00fc \u4e16\u754c \U0001f600\n"}, every_byte,
        std::string(50'000, 'y'), std::string{"-5"}, std::string{"42"}}) {
    const linked_state state = state_with(source);
    for (const link_form form : {link_form::plain, link_form::compressed,
                                 link_form::fragment, link_form::embedded}) {
      const std::string url = make_link(site, state, form);
      EXPECT_EQ(url.find_first_not_of(
                    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                    "0123456789-._~:/#!*'(),@$%+"),
                std::string::npos)
          << url.substr(0, 100);
      expect_same(read_link(url), state);
    }
  }
}

TEST(Links, OfSeveralSessions) {
  linked_state state = state_with("int a;\n");
  state.sessions.push_back(state_with("int b;\n").sessions[0]);
  state.sessions[1].compilers.clear();
  for (const link_form form :
       {link_form::plain, link_form::compressed, link_form::fragment}) {
    expect_same(read_link(make_link(site, state, form)), state);
  }
}

TEST(Links, TakeTheFirstFormThatIsShortEnough) {
  EXPECT_EQ(make_link(site, state_with("int x;\n")).form, link_form::plain);
  EXPECT_EQ(make_link(site, state_with(std::string(7'000, 'x'))).form,
            link_form::compressed);
  // Without a pattern, so it does not compress.
  std::string noise;
  unsigned number = 1;
  for (int count = 0; count < 12'000; ++count) {
    number = number * 1'103'515'245U + 12'345U;
    noise += static_cast<char>('!' + (number >> 16U) % 90);
  }
  const auto link = make_link(site, state_with(noise));
  EXPECT_EQ(link.form, link_form::fragment);
  expect_same(read_link(link.url), state_with(noise));
  EXPECT_EQ(error_of([&] {
              return make_link(site, state_with(noise),
                               link_limits{.path = 100, .fragment = 100});
            }).kind(),
            error_kind::too_large);
}

TEST(Links, KeepTheirLimits) {
  for (std::size_t size = 0; size < 20'000; size += 1'499) {
    const auto link = make_link(site, state_with(std::string(size, '\n')));
    if (link.form != link_form::fragment) {
      EXPECT_LE(link.url.size(), 8'000U);
    }
  }
}

TEST(Links, ThatARealServerTookAreRead) {
  const auto read = [](const char* sample) {
    return read_link(site + support::read_sample(sample).path);
  };
  for (const char* sample : {"clientstate_plain", "clientstate_deflate"}) {
    const auto state = read(sample);
    ASSERT_EQ(state.sessions.size(), 1U) << sample;
    EXPECT_EQ(state.sessions[0].source, "int main() { return 42; }\n");
    ASSERT_EQ(state.sessions[0].compilers.size(), 1U);
    EXPECT_EQ(state.sessions[0].compilers[0].id, "g12");
    EXPECT_EQ(state.sessions[0].compilers[0].options, "-O2");
    ASSERT_EQ(state.sessions[0].executors.size(), 1U);
    EXPECT_EQ(state.sessions[0].executors[0].arguments, "arg1");
  }
  const auto state = read("clientstate_urlsafe");
  ASSERT_EQ(state.sessions.size(), 1U);
  EXPECT_EQ(state.sessions[0].source,
            "// \u00e4\u6f22\U0001f600 ?\?>>>~~~\nint main() {}\n");
}

TEST(Links, InEveryAlphabetAreRead) {
  const std::string url =
      make_link(site, state_with("?&>>~~\u00fc\n"), link_form::plain);
  std::string standard = url.substr(0, 32);
  for (const char each : url.substr(32)) {
    standard += each == '-' ? "%2B" : each == '_' ? "/" : std::string{each};
  }
  while ((standard.size() - 32) % 4 != 0) standard += "=";
  expect_same(read_link(url + "?x=y"), state_with("?&>>~~\u00fc\n"));
  expect_same(read_link(standard), state_with("?&>>~~\u00fc\n"));
}

TEST(Links, OfTheOlderFormAreRead) {
  const auto state = read_link(
      "https://godbolt.org/e#compiler:g162,filters:'intel,labels',"
      "options:'-O2+-g',source:'int+f()+%7B+return+!'a!'!!%3B+%7D%0A'");
  ASSERT_EQ(state.sessions.size(), 1U);
  EXPECT_EQ(state.sessions[0].source, "int f() { return 'a'!; }\n");
  EXPECT_EQ(state.sessions[0].compilers[0].id, "g162");
  EXPECT_EQ(state.sessions[0].compilers[0].options, "-O2 -g");
}

TEST(Links, WithoutReadableCodeSaySo) {
  std::string bomb(std::size_t{64} << 20, ' ');
  uLongf size = compressBound(bomb.size());
  std::vector<Bytef> packed(size);
  ASSERT_EQ(
      compress2(packed.data(), &size,
                reinterpret_cast<const Bytef*>(bomb.data()), bomb.size(), 9),
      Z_OK);
  std::string escaped = "https://x/clientstate/";
  constexpr const char* digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  for (uLongf index = 0; index + 2 < size; index += 3) {
    const unsigned three = (static_cast<unsigned>(packed[index]) << 16U) |
                           (static_cast<unsigned>(packed[index + 1]) << 8U) |
                           packed[index + 2];
    for (unsigned shift = 24; shift > 0; shift -= 6) {
      escaped += digits[(three >> (shift - 6)) & 63U];
    }
  }
  const std::string deep = "https://x/#a:" + std::string(10'000, '(');
  for (const std::string& link :
       {std::string{}, std::string{"https://godbolt.org/"},
        std::string{"https://godbolt.org/z/abc"}, std::string{"https://x/#"},
        std::string{"https://x/#a:b"}, std::string{"https://x/#(("},
        std::string{"https://x/#'"}, std::string{"https://x/#a:'!"},
        std::string{"https://x/#a:!"}, std::string{"https://x/#g:!((z:x"},
        std::string{"https://x/clientstate/"},
        std::string{"https://x/clientstate/@@@@"},
        std::string{"https://x/clientstate/eNpV"},
        std::string{"https://x/clientstate/e30"},
        std::string{"https://x/clientstate/A"}, escaped, deep}) {
    EXPECT_EQ(error_of([&] { return read_link(link); }).kind(),
              error_kind::bad_link)
        << link.substr(0, 100);
  }
}

TEST(Links, RefuseTextThatIsNotUtf8) {
  for (const link_form form : {link_form::plain, link_form::fragment}) {
    EXPECT_EQ(error_of([&] {
                return make_link(site, state_with("\xff"), form);
              }).kind(),
              error_kind::invalid_request);
  }
}

}  // namespace
