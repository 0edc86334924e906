// SPDX-License-Identifier: MIT
#include "http/page.hpp"

#include <gtest/gtest.h>

namespace {

TEST(Page, BearsTokenAndNonces) {
  EXPECT_EQ(live_pages::live_page("<html><head><script src=\"a\"></script>"
                                  "</head><pre>&lt;script</pre><scripted>"
                                  "<span><style>b</style><styled>",
                                  "N", "T"),
            "<html><head><meta name=\"locksmith-live\" content=\"T\">"
            "<script nonce=\"N\" src=\"a\"></script></head>"
            "<pre>&lt;script</pre><scripted>"
            "<span><style nonce=\"N\">b</style><styled>");
}

TEST(Page, WithoutAHeadIsServedToo) {
  EXPECT_EQ(live_pages::live_page("text", "N", "T"), "text");
}

TEST(Page, AllowsNoScriptThatIsNotTheSites) {
  const std::string text = live_pages::policy("N");
  EXPECT_NE(text.find("script-src 'self' 'nonce-N';"), std::string::npos);
  EXPECT_NE(text.find("frame-ancestors 'none'"), std::string::npos);
  EXPECT_NE(text.find("default-src 'none'"), std::string::npos);
}

}  // namespace
