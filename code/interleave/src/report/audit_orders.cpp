// SPDX-License-Identifier: MIT
#include <algorithm>
#include <ostream>
#include <set>
#include <tuple>

#include "fibers/machine.hpp"
#include "interleave/audit.hpp"
#include "report/chronicle.hpp"
#include "report/json.hpp"
#include "search/audit.hpp"
#include "search/explorer.hpp"

namespace interleave {

using engine::Audit;
using engine::machine;

namespace {

std::string text_of(const Audit::Entry& entry, const Audit::Change& change) {
  if (change.drop) {
    return "dropped";
  }
  if (entry.wake) {
    return "";
  }
  std::string text = engine::order_text(change.order);
  if (entry.original.update == engine::Update::compare) {
    text += "/" + engine::order_text(change.failure);
  }
  return text;
}

}  // namespace

/// Tries the changes one by one.
class Auditor {
 public:
  Auditor(const std::vector<std::function<void()>>& bodies,
          const AuditOptions& options)
      : bodies_{bodies}, options_{options} {}

  AuditResult run() {
    AuditResult result;
    machine.audit = &audit_;
    for (const auto& body : bodies_) {
      Result outcome = engine::Explorer{body, options_.explore}.run();
      if (!outcome.ok() || !outcome.exhaustive()) {
        result.broken_ = std::move(outcome);
        machine.audit = nullptr;
        return result;
      }
    }
    const std::size_t reached = audit_.entries().size();
    for (std::size_t k = 0; k < reached; ++k) {
      const Audit::Entry entry = audit_.entries()[k];
      if (wanted(entry)) {
        result.sites_.push_back(try_site(k, entry));
      }
    }
    machine.audit = nullptr;
    std::sort(result.sites_.begin(), result.sites_.end(), earlier);
    return result;
  }

 private:
  static bool earlier(const AuditedSite& a, const AuditedSite& b) {
    return std::tie(a.place.file, a.place.line, a.operation, a.order) <
           std::tie(b.place.file, b.place.line, b.operation, b.order);
  }

  [[nodiscard]] bool wanted(const Audit::Entry& entry) const {
    if (entry.library || (entry.wake && !options_.drop_wakes)) {
      return false;
    }
    const std::vector<std::string>& files = options_.files;
    return files.empty() ||
           std::any_of(files.begin(), files.end(), [&](const auto& end) {
             return entry.place.file.ends_with(end);
           });
  }

  AuditedSite try_site(std::size_t number, const Audit::Entry& entry) {
    AuditedSite site;
    site.place = entry.place;
    site.operation = entry.operation;
    const Audit::Change original{entry.original.order, entry.original.failure,
                                 false};
    site.order = text_of(entry, original);
    std::vector<Audit::Change> open = Audit::weaker(entry, original);
    std::set<std::string> tried;
    // What is weaker than an order that breaks breaks too.
    for (std::size_t k = 0; k < open.size(); ++k) {
      const Audit::Change change = open[k];
      if (!tried.insert(text_of(entry, change)).second) {
        continue;
      }
      audit_.change(number, change);
      site.weaker.push_back(try_change(text_of(entry, change)));
      if (!site.weaker.back().needed && !change.drop) {
        const auto next = Audit::weaker(entry, change);
        open.insert(open.end(), next.begin(), next.end());
      }
    }
    audit_.change_nothing();
    return site;
  }

  WeakerOrder try_change(const std::string& order) {
    WeakerOrder result;
    result.order = order;
    result.exhaustive = true;
    for (std::size_t k = 0; k < bodies_.size() && !result.needed; ++k) {
      Result outcome = engine::Explorer{bodies_[k], options_.explore}.run();
      if (!outcome.ok()) {
        result.needed = true;
        result.body = k;
        result.failure = *outcome.failure();
      }
      result.exhaustive = result.exhaustive && outcome.exhaustive();
    }
    return result;
  }

  const std::vector<std::function<void()>>& bodies_;
  const AuditOptions& options_;
  Audit audit_;
};

bool AuditedSite::needed() const {
  return std::all_of(weaker.begin(), weaker.end(),
                     [](const WeakerOrder& each) { return each.needed; });
}

bool AuditResult::all_needed() const {
  return ok() && std::all_of(sites_.begin(), sites_.end(),
                             [](const auto& site) { return site.needed(); });
}

AuditResult audit_orders(const std::vector<std::function<void()>>& bodies,
                         const AuditOptions& options) {
  return Auditor{bodies, options}.run();
}

AuditResult audit_orders(const std::function<void()>& body,
                         const AuditOptions& options) {
  return audit_orders(std::vector<std::function<void()>>{body}, options);
}

std::ostream& operator<<(std::ostream& out, const AuditResult& result) {
  if (!result.ok()) {
    return out << "the body fails as it is written\n" << *result.broken();
  }
  for (const AuditedSite& site : result.sites()) {
    out << site.place.text() << " " << site.operation << " " << site.order
        << (site.needed() ? "" : "  << stronger than these bodies need")
        << '\n';
    for (const WeakerOrder& weaker : site.weaker) {
      out << "  " << weaker.order << ": ";
      if (weaker.needed) {
        out << "breaks (" << to_string(weaker.failure->kind)
            << "): " << weaker.failure->sentence << '\n';
      } else {
        out << "not needed"
            << (weaker.exhaustive ? "\n" : ", but not exhaustive\n");
      }
    }
  }
  return out;
}

std::string AuditResult::to_json() const {
  engine::JsonWriter json;
  json.begin_object();
  json.member("schema", "interleave-audit");
  json.member("version", engine::schema_version);
  json.member("ok", ok());
  json.key("sites").begin_array();
  for (const AuditedSite& site : sites_) {
    json.begin_object();
    json.key("place");
    engine::write_json(json, site.place);
    json.member("operation", site.operation);
    json.member("order", site.order);
    json.member("needed", site.needed());
    json.key("weaker").begin_array();
    for (const WeakerOrder& weaker : site.weaker) {
      json.begin_object();
      json.member("order", weaker.order);
      json.member("needed", weaker.needed);
      json.member("exhaustive", weaker.exhaustive);
      json.member("body", std::uint64_t{weaker.body});
      json.key("failure");
      if (weaker.failure) {
        engine::write_json(json, *weaker.failure);
      } else {
        json.null();
      }
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.key("broken");
  if (broken_) {
    engine::write_json(json, *broken_);
  } else {
    json.null();
  }
  json.end_object();
  return json.take();
}

}  // namespace interleave
