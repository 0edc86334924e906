// SPDX-License-Identifier: MIT
// The headers come by the command line.
