// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "locksmith/reclamation_domain.hpp"

namespace exercise {

// A domain that reclaims as soon as it may: at once if nobody reads, and else
// when it ends. So a mistake shows in short executions. It counts its readers
// in one word, which a domain for many readers must not make them do.
class prompt_domain {
 public:
  prompt_domain() noexcept = default;
  prompt_domain(const prompt_domain&) = delete;
  prompt_domain& operator=(const prompt_domain&) = delete;
  ~prompt_domain() { waiting_.take_all().reclaim(); }

  // Reclaims the object when nobody reads who may have come to it: now, or
  // later. Now means that its destructor runs within this call.
  template <class T, class D = std::default_delete<T>>
  void retire(locksmith::reclaimable<T, D>& object, D deleter = D()) noexcept {
    object.reclaim_by(std::move(deleter));
    // Acquire pairs with the release of the readers that have gone, and release
    // with the acquire of those that come: they find the object unlinked.
    if (readers_.fetch_add(0, std::memory_order_acq_rel) == 0) {
      locksmith::detail::retired_list now;
      now.push(object);
      now.reclaim();
    } else {
      waiting_.push(object);
    }
  }

  // For a container; see locksmith::reclamation_domain.
  template <std::size_t Slots = 1>
  class guard {
   public:
    explicit guard(prompt_domain& domain) noexcept : domain_{domain} {
      domain.readers_.fetch_add(1, std::memory_order_acquire);
    }
    guard(const guard&) = delete;
    guard& operator=(const guard&) = delete;
    ~guard() { domain_.readers_.fetch_sub(1, std::memory_order_release); }

    template <class P>
    [[nodiscard]] P protect(std::size_t /*slot*/,
                            const std::atomic<P>& source) noexcept {
      return source.load(std::memory_order_acquire);
    }

    static constexpr bool protects_all = true;

   private:
    prompt_domain& domain_;
  };

 private:
  std::atomic<std::uint32_t> readers_{0};
  locksmith::detail::retired_stack waiting_;
};

static_assert(locksmith::reclamation_domain<prompt_domain>);

}  // namespace exercise
