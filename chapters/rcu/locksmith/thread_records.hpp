// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

namespace locksmith::detail {

// What names a domain for good: an address could be used again, a number is
// not. A domain takes its number when the first thread comes.
class domain_name {
 public:
  // Zero as long as no thread has come.
  [[nodiscard]] std::uint64_t get() const noexcept {
    return number_.load(std::memory_order_relaxed);
  }

  std::uint64_t take() noexcept {
    std::uint64_t number = get();
    if (number != 0) return number;
    const std::uint64_t next =
        taken_.fetch_add(1, std::memory_order_relaxed) + 1;
    return number_.compare_exchange_strong(number, next,
                                           std::memory_order_relaxed)
               ? next
               : number;
  }

 private:
  static inline constinit std::atomic<std::uint64_t> taken_{0};
  std::atomic<std::uint64_t> number_{0};
};

// The records of the threads in the domains of one kind.
//
// A record belongs to one thread and one domain, from the thread's first use
// of the domain until the thread ends or the domain does. Then it is free for
// another; its memory is never given back, so that whoever reads all records
// need not care who leaves.
//
// `Record` derives from `thread_record`; one that is free is as it was made.
template <class Record>
class thread_records;

class thread_record {
 public:
  // Whether it belongs to the domain of that number, for now.
  [[nodiscard]] bool in(std::uint64_t domain) const noexcept {
    // Acquire pairs with the release in leave: a thread that has left the
    // domain is done with all that it did there.
    return domain_.load(std::memory_order_acquire) == domain;
  }

 private:
  template <class Record>
  friend class thread_records;

  bool claim(std::uint64_t domain) noexcept {
    std::uint64_t none = 0;
    // Acquire pairs with the release in leave: the record is as its last owner
    // left it.
    return domain_.load(std::memory_order_relaxed) == none &&
           domain_.compare_exchange_strong(none, domain,
                                           std::memory_order_acquire,
                                           std::memory_order_relaxed);
  }

  // Nothing happens if it has left the domain already.
  void leave(std::uint64_t domain) noexcept {
    domain_.compare_exchange_strong(domain, 0, std::memory_order_release,
                                    std::memory_order_relaxed);
  }

  std::atomic<std::uint64_t> domain_{0};  // its number; zero if free
  thread_record* next_ = nullptr;         // of all; set before it is published
};

template <class Record>
class thread_records {
 public:
  // The calling thread's record in the domain of that name; ends the program
  // if there is no memory for one.
  static Record& mine(domain_name& name) noexcept {
    if (last_.domain == name.get()) [[likely]] {
      return *last_.record;
    }
    last_ = find_or_claim(name);
    return *last_.record;
  }

  // Calls `visit` with each thread's record in the domain.
  template <class Visit>
  static void for_each(std::uint64_t domain, Visit visit) {
    // Acquire pairs with the release of the record's publication.
    thread_record* record = all_.load(std::memory_order_acquire);
    for (; record != nullptr; record = record->next_) {
      if (record->in(domain)) visit(static_cast<Record&>(*record));
    }
  }

  // Frees the records of a domain that ends. No thread uses it any more, but
  // those that have used it may live on.
  static void forget(std::uint64_t domain) noexcept {
    if (domain == 0) return;
    for_each(domain, [&](Record& record) { record.leave(domain); });
  }

 private:
  struct place {
    // No domain has the number that is here at first.
    std::uint64_t domain = ~std::uint64_t{0};
    Record* record = nullptr;
  };

  // The thread's places. Apart from `last_`, since each access to an object
  // with a destructor takes longer.
  struct places {
    places() noexcept = default;
    places(const places&) = delete;
    places& operator=(const places&) = delete;
    ~places() {
      for (const place& each : all) each.record->leave(each.domain);
      last_ = {};
      ended_ = true;
    }
    std::vector<place> all;
  };

  [[gnu::noinline]] static place find_or_claim(domain_name& name) noexcept {
    const std::uint64_t domain = name.take();
    // A thread's destructors may use a domain after `places` has gone. The
    // record that they get stays claimed.
    if (ended_) return claim(domain);
    std::vector<place>& all = places_.all;
    std::erase_if(all, [](const place& each) {
      return !each.record->in(each.domain);  // the domain has ended
    });
    for (const place& each : all) {
      if (each.domain == domain) return each;
    }
    return all.emplace_back(claim(domain));
  }

  static place claim(std::uint64_t domain) noexcept {
    thread_record* first = all_.load(std::memory_order_acquire);
    for (thread_record* each = first; each != nullptr; each = each->next_) {
      if (each->claim(domain)) return {domain, static_cast<Record*>(each)};
    }
    // NOLINTNEXTLINE(bugprone-unhandled-exception-at-new): it ends the program.
    auto* const record = new Record;
    record->domain_.store(domain, std::memory_order_relaxed);
    do {
      record->next_ = first;
      // Release pairs with the acquire of whoever reads all records.
    } while (!all_.compare_exchange_weak(
        first, record, std::memory_order_release, std::memory_order_relaxed));
    return {domain, record};
  }

  static inline constinit std::atomic<thread_record*> all_{nullptr};
  static inline constinit thread_local place last_{};
  static inline constinit thread_local bool ended_ = false;
  static inline thread_local places places_;
};

}  // namespace locksmith::detail
