// What a process gives up for good before it reads a file from outside, and a test of it.
//
// Linux only. All of it binds the calling thread and what it starts, so that it must be called before any other
// thread is there.
#ifndef DULY_CONFINEMENT_H
#define DULY_CONFINEMENT_H

#include <stdint.h>

/// What was given up, one bit each.
enum {
  DULY_NO_NEW_PRIVILEGES = 1,
  DULY_NOT_DUMPABLE = 2,
  DULY_LANDLOCK = 4,
  DULY_LIMITS = 8,
  DULY_SYSTEM_CALLS = 16,
};

/// What a confined process could still do, one bit each; 0 is what is wanted.
enum {
  DULY_CAN_OPEN = 1,
  DULY_CAN_CREATE = 2,
  DULY_CAN_MAKE_SOCKETS = 4,
  DULY_CAN_CONNECT = 8,
  DULY_CAN_FORK = 16,
  DULY_CAN_EXECUTE = 32,
  DULY_CAN_SIGNAL = 64,
  DULY_CAN_MAP_CODE = 128,
};

/// How much a confined process may use.
struct duly_allowance {
  /// Seconds of processor time.
  uint64_t seconds;
  /// Bytes of address space; 0 for no limit. Never limited under the address sanitizer.
  uint64_t bytes;
};

/// Closes every descriptor from a number on.
void duly_close_from(int first);

/// Gives up what can be given up.
///
/// Returns the bits of what was; a missing bit means that this kernel refused it.
int duly_confine(struct duly_allowance allowance);

/// Tries what a confined process must not be able to do.
///
/// Returns the bits of what could be done all the same.
int duly_probe(void);

#endif
