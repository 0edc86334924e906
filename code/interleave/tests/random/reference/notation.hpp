// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "program.hpp"

namespace reference {

/// Says what was expected, and where in the text.
class notation_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Reads the notation of `litmus.csv`:
///
///     x=1.rel                       store
///     r0=x.acq                      load
///     x=r0+1.rlx                    store of a register plus a constant
///     r0=xchg(x,1).ar               exchange, gives the old value
///     r0=fadd(x,1).rlx              fetch_add
///     r0=cas(x,0,1).acq.rlx         compare-exchange: success, failure
///     F.sc                          fence
///     if(r0==1){x=2.rlx}            only if the condition holds
///
/// `;` separates operations and `||` threads. Orders: `na` (a plain access),
/// `rlx`, `con`, `acq`, `rel`, `ar`, `sc`. Names `r0`, `r1`, … are registers,
/// all others are locations.
program parse_program(std::string_view text);

/// Reads `r0=1&x=2&r1!=r2` about the registers and locations of `about`.
condition parse_condition(std::string_view text, const program& about);

/// The program in the notation that `parse_program` reads.
std::string to_text(const program& whole);

/// `r0=1 r1=0 x=1`: one line that tells outcomes apart.
std::string to_text(const valuation& values, const program& of);

/// The inverse of `to_text` for valuations.
valuation parse_outcome(std::string_view text, const program& of);

std::string to_text(order which);

}  // namespace reference
