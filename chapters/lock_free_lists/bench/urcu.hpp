// SPDX-License-Identifier: MIT
#pragma once

#include <urcu/rculist.h>
#include <urcu/urcu-memb.h>
#include <urcu/urcu-qsbr.h>

#include <mutex>

// The header that declares these can be included for one flavour alone.
extern "C" {
void urcu_qsbr_call_rcu(rcu_head* head, void (*f)(rcu_head*));
void urcu_qsbr_barrier();
}

namespace subjects {

struct memb {
  static void join() { urcu_memb_register_thread(); }
  static void leave() { urcu_memb_unregister_thread(); }
  static void lock() { urcu_memb_read_lock(); }
  static void unlock() { urcu_memb_read_unlock(); }
  static void retire(rcu_head* head, void (*f)(rcu_head*)) {
    urcu_memb_call_rcu(head, f);
  }
  static void barrier() { urcu_memb_barrier(); }
};

struct qsbr {
  static void join() { urcu_qsbr_register_thread(); }
  static void leave() { urcu_qsbr_unregister_thread(); }
  static void lock() {}
  static void unlock() {
    static thread_local unsigned count = 0;
    if (++count % 64 == 0) urcu_qsbr_quiescent_state();
  }
  static void retire(rcu_head* head, void (*f)(rcu_head*)) {
    urcu_qsbr_call_rcu(head, f);
  }
  static void barrier() { urcu_qsbr_barrier(); }
};

/// The list of liburcu with one of its flavours; writers under a mutex.
template <class Flavour>
class cds_list {
 public:
  cds_list() { CDS_INIT_LIST_HEAD(&head_); }
  ~cds_list() {
    Flavour::barrier();
    while (!cds_list_empty(&head_)) {
      node* const first = of(head_.next);
      cds_list_del(&first->link);
      delete first;
    }
  }
  cds_list(const cds_list&) = delete;
  cds_list& operator=(const cds_list&) = delete;

  struct member {
    explicit member(cds_list& /*list*/) { Flavour::join(); }
    ~member() { Flavour::leave(); }
    member(const member&) = delete;
    member& operator=(const member&) = delete;
  };
  void insert(int key) {
    auto* const inserted = new node{{}, {}, key};
    const std::scoped_lock lock{writers_};
    cds_list_head* before = &head_;
    while (before->next != &head_ && of(before->next)->key < key) {
      before = before->next;
    }
    cds_list_add_rcu(&inserted->link, before);
  }
  void erase(int key) {
    std::unique_lock lock{writers_};
    for (cds_list_head* each = head_.next; each != &head_; each = each->next) {
      node* const found = of(each);
      if (found->key < key) continue;
      if (found->key == key) {
        cds_list_del_rcu(each);
        lock.unlock();
        Flavour::retire(&found->retired, [](rcu_head* head) {
          delete caa_container_of(head, node, retired);
        });
      }
      break;
    }
    if (lock.owns_lock()) lock.unlock();
    Flavour::lock();
    Flavour::unlock();
  }
  bool contains(int key) {
    Flavour::lock();
    bool there = false;
    for (cds_list_head* each = rcu_dereference(head_.next); each != &head_;
         each = rcu_dereference(each->next)) {
      const node* const found = of(each);
      if (found->key < key) continue;
      there = found->key == key;
      break;
    }
    Flavour::unlock();
    return there;
  }

 private:
  struct node {
    cds_list_head link;
    rcu_head retired;
    int key;
  };
  static node* of(cds_list_head* link) {
    return caa_container_of(link, node, link);
  }
  cds_list_head head_;
  std::mutex writers_;
};

}  // namespace subjects
