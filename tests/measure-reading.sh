#!/usr/bin/env bash
# Time and peak memory of each stage, whole processes: descriptions grown to 1, 10 and 50 MB from one,
# and every real description at hand. Times are those on the processor; compare only figures of one run.
#
# ENGROSS_SHARED names a folder of real descriptions; without it, the first client's own is grown.
set -euo pipefail
cd "$(dirname "$0")/.."

shared=${ENGROSS_SHARED:-../shared}
sizes=${*:-1 10 25 50}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

cargo build --release --quiet -p engross --features measure --example measure
measure=target/release/examples/measure

small=$shared/corpus/stripe.yaml
[ -e "$small" ] || small=spec/partner-center/openapi.yaml
for syntax in yaml json; do
  files=()
  for size in $sizes; do
    "$measure" grow "$small" "$size" "$out/$size.$syntax"
    files+=("$out/$size.$syntax")
  done
  echo "== $(basename "$small") grown, $syntax"
  "$measure" understand "${files[@]}"
done

if [ ! -d "$shared/corpus" ]; then
  echo "== no folder of real descriptions: set ENGROSS_SHARED"
  exit
fi
mapfile -t corpus < <(find "$shared/corpus" -maxdepth 1 -type f \( -name '*.json' -o -name '*.yaml' \) | sort)
[ -e "$shared/corpus/digitalocean/DigitalOcean-public.v2.yaml" ] &&
  corpus+=("$shared/corpus/digitalocean/DigitalOcean-public.v2.yaml")
echo "== stages up to the check"
"$measure" understand "${corpus[@]}"
echo "== all stages, of the largest"
"$measure" generate "$shared/corpus/github.json"
echo "== what came of each"
"$measure" corpus "${corpus[@]}"
