// SPDX-License-Identifier: MIT
#include "report/recorder.hpp"

#include "fibers/machine.hpp"
#include "report/unwind.hpp"

namespace interleave::engine {
void Recorder::failure(std::uintptr_t pc) { failure_ = unwind(pc); }

Recorder::Record& Recorder::add(What what, const Thread& thread,
                                const Site& site) {
  Record record;
  record.what = what;
  record.thread = thread.id;
  record.epoch = thread.position;
  record.quiet = site.quiet;
  if (site.label != nullptr) {
    record.text = site.label;
  }
  record.stack = unwind(site.pc);
  records_.push_back(std::move(record));
  return records_.back();
}

void Recorder::event(const Thread& thread, const Event& event,
                     const Site& site) {
  Record& record = add(What::event, thread, site);
  record.event = event.self;
  record.epoch = event.self.index;
}

void Recorder::plain(const Thread& thread, std::uintptr_t address,
                     std::size_t size, bool write, const Site& site) {
  Record& record = add(What::plain, thread, site);
  record.address = address;
  record.size = size;
  record.write = write;
}

void Recorder::heap(const Thread& thread, std::uintptr_t address,
                    std::size_t size, const char* text, const Site& site) {
  Record& record = add(What::heap, thread, site);
  record.address = address;
  record.size = size;
  record.text = text;
}

void Recorder::mismatch(const Thread& thread, const Event& event,
                        const Site& site) {
  Record& record = add(What::note, thread, site);
  record.event = event.self;
}

}  // namespace interleave::engine
