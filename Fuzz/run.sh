#!/bin/sh
# Usage: Fuzz/run.sh SECONDS
# Builds each fuzz target with the address sanitizer and runs it for so many seconds, beginning
# with the seeds. What it learns stays in .build/corpus; an input that breaks a target is kept
# beside it, and the script ends with a status other than 0.
set -eu
seconds=${1:?usage: Fuzz/run.sh SECONDS}
cd "$(dirname "$0")"
# A crash would otherwise hang in the backtracer, and print memory.
export SWIFT_BACKTRACE=enable=no
for kind in XML CSV Workbook Mapping Frames Pack Condition; do
  target=Fuzz$kind
  # A second --sanitize would replace the first.
  swift build --sanitize=fuzzer -Xswiftc -sanitize=fuzzer,address --product "$target"
  corpus=.build/corpus/$target
  mkdir -p "$corpus"
  seeds="Seeds/$(echo "$kind" | tr '[:upper:]' '[:lower:]')"
  # The packs of the tests, sound and broken, are seeds too.
  if [ "$kind" = Pack ]; then
    seeds="$seeds ../Tests/RuleBookTests/SoundPacks ../Tests/RuleBookTests/BrokenPacks"
  fi
  # shellcheck disable=SC2086
  "$(swift build --sanitize=fuzzer --show-bin-path)/$target" \
    -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
    -print_final_stats=1 -artifact_prefix=.build/ \
    "$corpus" $seeds
done
