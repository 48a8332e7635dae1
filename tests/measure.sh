#!/usr/bin/env bash
# Whole-process figures of the first client: generation, cost of checking it, size of its tree.
# Absolute times depend on the machine; compare only figures of one run.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=${1:-5}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
TIMEFORMAT='%R s wall, %U s user, %S s system'

cargo build --release --quiet -p engross
echo "== generating partner-center into an empty folder, $runs runs"
for run in $(seq "$runs"); do
  time target/release/engross generate spec/partner-center/openapi.yaml --out "$out/$run" >/dev/null
done

echo "== checking partner-center without its dependencies, without incremental compilation, $runs runs"
export CARGO_INCREMENTAL=0
features=(--no-default-features)
cargo check --quiet -p partner-center "${features[@]}" --target-dir "$out/target"
for _ in $(seq "$runs"); do
  touch generated/partner-center/src/lib.rs
  time cargo check --quiet -p partner-center "${features[@]}" --target-dir "$out/target"
done

echo "== checking partner-center with all its dependencies, once"
time cargo check --quiet -p partner-center "${features[@]}" --target-dir "$out/cold"

echo "== crates in its dependency tree, itself included"
for set in --no-default-features "--no-default-features --features ureq" ""; do
  # shellcheck disable=SC2086
  count=$(cargo tree -p partner-center -e normal --prefix none $set | sort -u | grep -c .)
  echo "$count with ${set:-default features}"
done
