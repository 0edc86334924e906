// SPDX-License-Identifier: MIT
#pragma once

#include <cds/gc/hp.h>
#include <cds/init.h>

#include <atomic>

/// Hazard pointers of libcds, as a subject.
namespace subjects {

class cds_hazard {
 public:
  struct object {
    int value;
  };
  cds_hazard() = default;
  cds_hazard(const cds_hazard&) = delete;
  cds_hazard& operator=(const cds_hazard&) = delete;
  ~cds_hazard() { delete current_.load(); }

  class visitor {
   public:
    explicit visitor(cds_hazard& of) : subject_{of} {}
    [[gnu::always_inline]] int read() {
      const int value = guard_.protect(subject_.current_)->value;
      guard_.clear();
      return value;
    }
    void change(int next) {
      struct disposer {
        void operator()(object* gone) const { delete gone; }
      };
      cds::gc::HP::retire<disposer>(subject_.current_.exchange(
          new object{next}, std::memory_order_acq_rel));
    }

   private:
    // Attached as long as it visits.
    struct attached {
      attached() {
        static const library once;
        cds::threading::Manager::attachThread();
      }
      attached(const attached&) = delete;
      attached& operator=(const attached&) = delete;
      // NOLINTNEXTLINE(bugprone-exception-escape): then the benchmark ends.
      ~attached() { cds::threading::Manager::detachThread(); }
    };
    cds_hazard& subject_;
    attached attached_;
    cds::gc::HP::Guard guard_;
  };

 private:
  // Never taken down, since threads of other subjects may still run.
  struct library {
    library() {
      cds::Initialize();
      new cds::gc::HP{4, 64};
    }
  };
  std::atomic<object*> current_{new object{1}};
};

}  // namespace subjects
