#include <stdint.h>

// As `duly_allowance` in CConfinement.
struct nothing_allowance {
  uint64_t seconds;
  uint64_t bytes;
};

// Stands in for `duly_confine`, by the linker's option --wrap: nothing is given up.
int __wrap_duly_confine(struct nothing_allowance allowance);
