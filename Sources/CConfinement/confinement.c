#define _GNU_SOURCE
#include "confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <netinet/in.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// The numbers are the same on every machine; the headers of an older system may lack them.
#ifndef __NR_landlock_create_ruleset
#define __NR_landlock_create_ruleset 444
#define __NR_landlock_add_rule 445
#define __NR_landlock_restrict_self 446
#endif
#ifndef __NR_close_range
#define __NR_close_range 436
#endif
#define LANDLOCK_VERSION_QUERY 1u

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define DULY_SANITIZED 1
#endif
#endif

void duly_close_from(int first) {
  if (syscall(__NR_close_range, (unsigned)first, ~0u, 0u) == 0) return;
  for (int descriptor = first; descriptor < 1024; descriptor++) close(descriptor);
}

// MARK: Landlock

// As in linux/landlock.h of the newest kernel; an older one is told a shorter size.
struct ruleset {
  uint64_t files;
  uint64_t network;
  uint64_t scopes;
};

static int confine_files(void) {
  long version = syscall(__NR_landlock_create_ruleset, NULL, 0, LANDLOCK_VERSION_QUERY);
  if (version < 1) return 0;
  // All rights that the kernel knows are handled, and none is given.
  struct ruleset rules = {.files = (1ull << 13) - 1};
  size_t size = sizeof rules.files;
  if (version >= 2) rules.files |= 1ull << 13;  // refer
  if (version >= 3) rules.files |= 1ull << 14;  // truncate
  if (version >= 5) rules.files |= 1ull << 15;  // ioctl of devices
  if (version >= 4) {
    rules.network = 3;  // bind and connect by TCP
    size = offsetof(struct ruleset, scopes);
  }
  if (version >= 6) {
    rules.scopes = 3;  // abstract sockets and signals
    size = sizeof rules;
  }
  long descriptor = syscall(__NR_landlock_create_ruleset, &rules, size, 0);
  if (descriptor < 0) return 0;
  long answer = syscall(__NR_landlock_restrict_self, (int)descriptor, 0);
  close((int)descriptor);
  return answer == 0;
}

// MARK: Limits

static int limit(__rlimit_resource_t resource, rlim_t soft, rlim_t hard) {
  struct rlimit value = {.rlim_cur = soft, .rlim_max = hard};
  return setrlimit(resource, &value) == 0;
}

static int confine_use(struct duly_allowance allowance) {
  // Below the hard limit, so that the end is SIGXCPU, which can be told from other ends.
  int done = limit(RLIMIT_CPU, allowance.seconds, allowance.seconds + 5);
#ifndef DULY_SANITIZED
  if (allowance.bytes) done &= limit(RLIMIT_AS, allowance.bytes, allowance.bytes);
#endif
  done &= limit(RLIMIT_FSIZE, 0, 0);
  done &= limit(RLIMIT_CORE, 0, 0);
  done &= limit(RLIMIT_NOFILE, 0, 0);
  done &= limit(RLIMIT_NPROC, 0, 0);
  return done;
}

// MARK: System calls

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
#endif

#ifdef MACHINE
#define ALLOW(name) \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##name, 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define LOW_HALF(argument) \
  BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[argument]))
#define NUMBER BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr))
#define REFUSE BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
// Memory may be mapped and protected, but not so that it can be run.
#define ALLOW_WITHOUT_CODE(name)                             \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##name, 0, 4),    \
      LOW_HALF(2), BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1), REFUSE, \
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

static int confine_calls(void) {
  uint32_t self = (uint32_t)getpid();
  struct sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      NUMBER,
      ALLOW(read), ALLOW(write), ALLOW(readv), ALLOW(writev), ALLOW(pread64), ALLOW(lseek),
      ALLOW(fstat), ALLOW(close), ALLOW(munmap), ALLOW(mremap), ALLOW(brk), ALLOW(madvise),
      ALLOW(futex), ALLOW(rt_sigreturn), ALLOW(rt_sigprocmask), ALLOW(rt_sigaction),
      ALLOW(sigaltstack), ALLOW(exit), ALLOW(exit_group), ALLOW(clock_gettime),
      ALLOW(gettimeofday), ALLOW(getrandom), ALLOW(sched_yield), ALLOW(getpid), ALLOW(gettid),
      ALLOW_WITHOUT_CODE(mmap),
      ALLOW_WITHOUT_CODE(mprotect),
      // A process may end itself, as abort does, and nobody else.
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_tgkill, 0, 4),
      LOW_HALF(0), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, self, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW), REFUSE,
      // An error and not a signal: a library that tries to open a module must be able to go on.
      REFUSE,
  };
  struct sock_fprog program = {.len = sizeof filter / sizeof *filter, .filter = filter};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
#else
static int confine_calls(void) { return 0; }
#endif

int duly_confine(struct duly_allowance allowance) {
  int done = 0;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) done |= DULY_NO_NEW_PRIVILEGES;
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0) done |= DULY_NOT_DUMPABLE;
  // First, because it needs a descriptor and calls that are given up behind it.
  if (confine_files()) done |= DULY_LANDLOCK;
  if (confine_use(allowance)) done |= DULY_LIMITS;
  if (confine_calls()) done |= DULY_SYSTEM_CALLS;
  return done;
}

// MARK: Probe

int duly_probe(void) {
  int open_doors = 0;
  int descriptor = open("/", O_RDONLY | O_CLOEXEC);
  if (descriptor >= 0) {
    open_doors |= DULY_CAN_OPEN;
    close(descriptor);
  }
  descriptor = open("/tmp", O_WRONLY | O_TMPFILE | O_CLOEXEC, 0600);
  if (descriptor >= 0) {
    open_doors |= DULY_CAN_CREATE;
    close(descriptor);
  }
  descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor >= 0) {
    open_doors |= DULY_CAN_MAKE_SOCKETS;
    struct sockaddr_in nobody = {.sin_family = AF_INET, .sin_port = htons(9)};
    nobody.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // Refused by the other side is not refused by this one.
    if (connect(descriptor, (struct sockaddr *)&nobody, sizeof nobody) == 0 || errno == ECONNREFUSED)
      open_doors |= DULY_CAN_CONNECT;
    close(descriptor);
  }
  pid_t child = fork();
  if (child == 0) _exit(0);
  if (child > 0) {
    open_doors |= DULY_CAN_FORK;
    waitpid(child, NULL, 0);
  }
  // There is no such program: only a process that may not start any is told so.
  char *const none[] = {NULL};
  execve("/nowhere/nothing", none, none);
  if (errno != EPERM && errno != EACCES) open_doors |= DULY_CAN_EXECUTE;
  pid_t parent = getppid();
  if (parent > 0 && kill(parent, 0) == 0) open_doors |= DULY_CAN_SIGNAL;
  void *page = mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (page != MAP_FAILED) {
    open_doors |= DULY_CAN_MAP_CODE;
    munmap(page, 4096);
  }
  return open_doors;
}
