#!/usr/bin/env bash
# What a small program costs that uses a large client: a release build of ten calls of `github.json`, from
# nothing and of the client and the program alone, and the size of the stripped program.
#
#   tests/measure-release.sh [engross|gists|blocking|openapi-to-rust|ploidy]...
#
# `engross` has all tags, `gists` the feature of the one tag that it calls, `blocking` all tags too. All send
# with reqwest on tokio, but for `blocking`, which sends with ureq, and show what comes. Descriptions and
# peers are those of `tests/measure-clients.sh`.
set -euo pipefail
cd "$(dirname "$0")/.."
project=$PWD

corpus=${ENGROSS_SHARED:-$project/../shared}/corpus
if [ ! -f "$corpus/github.json" ]; then
  echo "skipped: $corpus/github.json is absent"
  exit 0
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export CARGO_INCREMENTAL=0
unset RUSTFLAGS

tokio='tokio = { version = "1", default-features = false, features = ["rt", "net", "time"] }'

# The manifest of a program, with the lines that name its client.
manifest() {
  mkdir -p "$out/$1/src"
  {
    printf '[package]\nname = "program"\nversion = "0.1.0"\nedition = "2024"\n\n[workspace]\n\n[dependencies]\n'
    cat
  } >"$out/$1/Cargo.toml"
}

# The program: how a client is made, and ten calls.
program() {
  local folder=$1 make=$2
  {
    printf '%s\n\nfn main() -> Result<(), Box<dyn std::error::Error>> {\n' "${3:-}"
    printf '    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(run())\n}\n\n'
    printf 'async fn run() -> Result<(), Box<dyn std::error::Error>> {\n    let client = %s;\n' "$make"
    while read -r call; do
      printf '    println!("{:?}", %s.await?);\n' "$call"
    done
    printf '    Ok(())\n}\n'
  } >"$out/$folder/src/main.rs"
}

# The name of the package in a folder.
package() {
  sed -n 's/^name = "\(.*\)"/\1/p' "$1/Cargo.toml" | head -n 1
}

write_ours() {
  local folder=$1 features=$2
  [ -n "${built:-}" ] || cargo build --release --quiet -p engross
  built=yes
  target/release/engross generate "$corpus/github.json" --out "$out/client" --runtime-path "$project/runtime" >/dev/null 2>&1
  manifest "$folder" <<<"$tokio
client = { path = \"$out/client\", package = \"$(package "$out/client")\"$features }"
  program "$folder" 'client::Client::builder().build()?' < <(calls | sed 's/$/.send()/')
}

calls() {
  cat <<'CALLS'
client.gists_list()
client.gists_list_public()
client.gists_list_starred()
client.gists_get("1")
client.gists_list_comments("1")
client.gists_get_comment("1", 1)
client.gists_list_commits("1")
client.gists_list_forks("1")
client.gists_get_revision("1", "2")
client.gists_list_for_user("1")
CALLS
}

# The same without tokio.
write_blocking() {
  write_ours blocking ', default-features = false, features = ["ureq", "full"]'
  {
    printf 'fn main() -> Result<(), client::Error> {\n    let client = client::Client::builder().build()?;\n'
    calls | sed 's/.*/    println!("{:?}", &.send_blocking()?);/'
    printf '    Ok(())\n}\n'
  } >"$out/blocking/src/main.rs"
  sed -i '/^tokio/d' "$out/blocking/Cargo.toml"
}

write_openapi_to_rust() {
  mkdir -p "$out/openapi-to-rust/src"
  (cd "$out/openapi-to-rust" && openapi-to-rust generate "$corpus/github.json" >/dev/null 2>&1)
  sed "/^\\[/d; 1i $tokio" "$out/openapi-to-rust/src/generated/REQUIRED_DEPS.toml" | manifest openapi-to-rust
  local none='None::<&str>'
  program openapi-to-rust 'generated::HttpClient::new().with_base_url("https://api.github.com")' 'mod generated;' <<CALLS
client.gists_list($none, None, None)
client.gists_list_public($none, None, None)
client.gists_list_starred($none, None, None)
client.gists_get("1")
client.gists_list_comments("1", None, None)
client.gists_get_comment("1", 1)
client.gists_list_commits("1", None, None)
client.gists_list_forks("1", None, None)
client.gists_get_revision("1", "2")
client.gists_list_for_user("1", $none, None, None)
CALLS
}

write_ploidy() {
  ploidy generate rust "$corpus/github.json" -o "$out/ploidy-client" >/dev/null 2>&1
  manifest ploidy <<<"$tokio
client = { path = \"$out/ploidy-client\", package = \"$(package "$out/ploidy-client")\" }"
  program ploidy 'client::Client::new("https://api.github.com")?' <<'CALLS'
client.gists_list(&Default::default())
client.gists_list_public(&Default::default())
client.gists_list_starred(&Default::default())
client.gists_get("1")
client.gists_list_comments("1", &Default::default())
client.gists_get_comment("1", "1")
client.gists_list_commits("1", &Default::default())
client.gists_list_forks("1", &Default::default())
client.gists_get_revision("1", "2")
client.gists_list_for_user("1", &Default::default())
CALLS
}

# Builds a program, with GNU time's figures of processor seconds, seconds and megabytes at most.
build() {
  if ! command time -f '%U %S %e %M' -o "$out/figures" cargo build --release --quiet \
    --manifest-path "$out/$1/Cargo.toml" --target-dir "$out/target-$1" >"$out/said" 2>&1; then
    grep -m 3 -A 4 '^error' "$out/said" || tail -n 3 "$out/said"
    return 1
  fi
  tail -n 1 "$out/figures" | awk '{printf "%.1f s of processor, %.1f s, %.0f MB", $1 + $2, $3, $4 * 1.024 / 1000}'
}

measure() {
  local whole again stripped
  if ! whole=$(build "$1"); then
    echo "$1: $whole"
    return 0
  fi
  find "$out" -path "*/target-*" -prune -o -name lib.rs -exec touch {} +
  touch "$out/$1/src/main.rs"
  again=$(build "$1")
  strip -o "$out/stripped" "$out/target-$1/release/program"
  stripped=$(stat -c %s "$out/stripped")
  echo "$1: from nothing $whole; client and program alone $again; $stripped bytes stripped"
  rm -rf "$out/target-$1"
}

names=("$@")
[ ${#names[@]} -gt 0 ] || names=(engross gists blocking openapi-to-rust ploidy)
for name in "${names[@]}"; do
  case "$name" in
    engross) write_ours engross '' ;;
    gists) write_ours gists ', default-features = false, features = ["reqwest", "gists"]' ;;
    blocking) write_blocking ;;
    openapi-to-rust | ploidy)
      if ! command -v "$name" >/dev/null; then
        echo "$name: skipped, it is not installed"
        continue
      fi
      "write_${name//-/_}"
      ;;
    *)
      echo "usage: tests/measure-release.sh [engross|gists|blocking|openapi-to-rust|ploidy]..." >&2
      exit 2
      ;;
  esac
  measure "$name"
done
