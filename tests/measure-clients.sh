#!/usr/bin/env bash
# What large clients cost: to generate and to check (`tests/measure-release.sh`: to use). Each part runs alone:
#
#   tests/measure-clients.sh generate           time and peak memory of generating each description
#   tests/measure-clients.sh check [NAME...]    cargo check of discord, stripe and github, beside the peers
#   tests/measure-clients.sh tag [TAG]          cargo check of github with one tag's feature
#
# Descriptions are those of the folder `corpus` in ENGROSS_SHARED, or in `shared` beside the checkout.
# Peers are `openapi-to-rust` and `ploidy`, where they are on the path (`cargo install`), else they are
# said to be absent. Processor seconds are those of the client's own crate: dependencies are built
# before, without incremental compilation. Compare only figures of one run.
set -euo pipefail
cd "$(dirname "$0")/.."
project=$PWD

corpus=${ENGROSS_SHARED:-$project/../shared}/corpus
if [ ! -d "$corpus" ]; then
  echo "skipped: $corpus is absent"
  exit 0
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export CARGO_INCREMENTAL=0
unset RUSTFLAGS

# What GNU time tells of a command: processor seconds, seconds on the wall, megabytes at most.
measured() {
  local figures="$out/figures"
  if ! command time -f '%U %S %e %M' -o "$figures" "$@" >"$out/said" 2>&1; then
    tail -n 20 "$out/said" >&2
    printf 'failed\n'
    return 0
  fi
  tail -n 1 "$figures" | awk '{printf "%.2f s of processor, %.2f s, %.0f MB", $1 + $2, $3, $4 * 1.024 / 1000}'
}

engross() {
  [ -n "${built:-}" ] || cargo build --release --quiet -p engross
  built=yes
}

# Descriptions that stand alone or at the root of a folder.
descriptions() {
  find "$corpus" -maxdepth 1 -type f \( -name '*.json' -o -name '*.yaml' \) | sort
  find "$corpus" -mindepth 2 -maxdepth 2 -name 'DigitalOcean-public.v2.yaml' | sort
}

part_generate() {
  engross
  echo "== generating each description into an empty folder, whole process, best of three"
  local file name
  while read -r file; do
    name=$(basename "$file")
    for run in 1 2 3; do
      rm -rf "$out/client"
      measured target/release/engross generate "$file" --out "$out/client"
      echo
    done | sort -t, -k2 -n | head -n 1 | sed "s|^|$name: |"
  done < <(descriptions)
}

# Makes a client of ours: name, description.
generate_ours() {
  engross
  rm -rf "$out/engross-$1"
  target/release/engross generate "$2" --out "$out/engross-$1" --runtime-path "$project/runtime" >/dev/null 2>&1
}

generate_openapi_to_rust() {
  local folder="$out/openapi-to-rust-$1"
  rm -rf "$folder" && mkdir -p "$folder/src"
  (
    cd "$folder"
    openapi-to-rust generate "$2" >/dev/null 2>&1
    printf '[package]\nname = "client"\nversion = "0.1.0"\nedition = "2024"\n\n' >Cargo.toml
    cat src/generated/REQUIRED_DEPS.toml >>Cargo.toml
    printf '\n[workspace]\n' >>Cargo.toml
    echo 'pub mod generated;' >src/lib.rs
  )
}

generate_ploidy() {
  rm -rf "$out/ploidy-$1"
  ploidy generate rust "$2" -o "$out/ploidy-$1" >/dev/null 2>&1
}

# Checks a crate with its dependencies, then the crate alone, and says what that cost.
check_crate() {
  local folder=$1
  shift
  if ! cargo check --quiet --manifest-path "$folder/Cargo.toml" --target-dir "$out/target" "$@" >"$out/said" 2>&1; then
    grep -m 3 '^error' "$out/said" || tail -n 3 "$out/said"
    return 0
  fi
  find "$folder/src" -name lib.rs -exec touch {} +
  measured cargo check --quiet --manifest-path "$folder/Cargo.toml" --target-dir "$out/target" "$@"
  echo
}

part_check() {
  local names=("$@") name tool file
  [ ${#names[@]} -gt 0 ] || names=(discord stripe github)
  for name in "${names[@]}"; do
    file=$(descriptions | grep "/$name\.")
    echo "== cargo check of $name"
    generate_ours "$name" "$file"
    echo "engross: $(check_crate "$out/engross-$name")"
    for tool in openapi-to-rust ploidy; do
      if ! command -v "$tool" >/dev/null; then
        echo "$tool: skipped, it is not installed"
      elif "generate_${tool//-/_}" "$name" "$file"; then
        echo "$tool: $(check_crate "$out/$tool-$name")"
      else
        echo "$tool: it generates nothing of this description"
      fi
      rm -rf "$out/target" "${out:?}/$tool-$name"
    done
  done
}

part_tag() {
  local tag=${1:-gists}
  echo "== cargo check of github with the tag $tag alone"
  generate_ours github "$corpus/github.json"
  check_crate "$out/engross-github" --no-default-features --features "$tag"
}

part=${1:-all}
shift || true
case "$part" in
  generate | check | tag) "part_$part" "$@" ;;
  all)
    part_generate
    part_check
    part_tag
    ;;
  *)
    echo "usage: tests/measure-clients.sh [generate|check|tag] ..." >&2
    exit 2
    ;;
esac
