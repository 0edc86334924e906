// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "interleave/options.hpp"
#include "interleave/result.hpp"

namespace interleave {

/// One site with one weaker order, and whether a body broke under it.
struct WeakerOrder {
  std::string order;  ///< "relaxed", "acquire/relaxed", "none", "dropped".
  bool needed = false;
  bool exhaustive = false;         ///< Of a weaker order that did not break.
  std::size_t body = 0;            ///< The body that broke.
  std::optional<Failure> failure;  ///< How it broke.
};

/// One atomic operation or fence in the source, or one wake or notify.
struct AuditedSite {
  Place place;
  std::string operation;  ///< "store", "load", "fence", "notify_one", …
  std::string order;      ///< As written: "release", "acq_rel/relaxed", …
  std::vector<WeakerOrder> weaker;

  /// No weaker order passes every body.
  [[nodiscard]] bool needed() const;
};

/// What `audit_orders` found.
class AuditResult {
 public:
  /// The bodies pass as they are written, and were explored exhaustively.
  [[nodiscard]] bool ok() const { return !broken_.has_value(); }

  /// The result that is not ok, if the bodies fail as they are written.
  [[nodiscard]] const std::optional<Result>& broken() const { return broken_; }

  [[nodiscard]] const std::vector<AuditedSite>& sites() const { return sites_; }

  /// Every site is needed as strong as it is written.
  [[nodiscard]] bool all_needed() const;

  /// The table by the schema in docs/audit.schema.json.
  [[nodiscard]] std::string to_json() const;

 private:
  friend class Auditor;

  std::optional<Result> broken_;
  std::vector<AuditedSite> sites_;
};

std::ostream& operator<<(std::ostream& out, const AuditResult& result);

/// What an audit changes besides orders.
struct AuditOptions {
  Options explore;

  /// Leave out each wake (futex), notify and unpark in turn, too.
  bool drop_wakes = false;

  /// Audit only sites in files whose path ends so; empty: every site.
  std::vector<std::string> files;
};

/// Weakens each atomic operation and fence that the bodies reach, one at a
/// time and at run time, and explores the bodies again: a weaker order that
/// breaks any of them is needed.
AuditResult audit_orders(const std::vector<std::function<void()>>& bodies,
                         const AuditOptions& options = {});
AuditResult audit_orders(const std::function<void()>& body,
                         const AuditOptions& options = {});

}  // namespace interleave
