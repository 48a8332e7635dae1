//! What can be typed, with the help that teaches it.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// Turns API descriptions (OpenAPI, in YAML or JSON) into Rust clients.
///
/// Models and request builders come out that read as if a careful engineer had written them; what
/// could not be carried over is said, with its place.
#[derive(Debug, Parser)]
#[command(name = "engross", version, arg_required_else_help = true, after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Generate clients and say what changed.
    Generate(GenerateArgs),
    /// Say whether the generated clients are up to date, without writing.
    ///
    /// Ends with 1 and a unified diff where a file would be created, updated or removed.
    Check(SelectArgs),
    /// Say what a change of a description does, to clients in use and to users of the crate.
    Diff(DiffArgs),
    /// Say what one node of a description became.
    Explain(ExplainArgs),
    /// Write a starting configuration beside a description.
    Init(InitArgs),
}

#[derive(Debug, clap::Args)]
#[command(after_help = GENERATE_HELP)]
pub(super) struct GenerateArgs {
    #[command(flatten)]
    pub(super) select: SelectArgs,
}

/// Which clients, and where to.
#[derive(Debug, clap::Args)]
pub(super) struct SelectArgs {
    /// A description (YAML or JSON), or a configuration (`engross.yaml`). Without it: every
    /// `spec/*/engross.yaml` of the project this folder is in.
    pub(super) spec: Option<PathBuf>,
    /// The folder of the generated crate. A configuration names its own.
    #[arg(long, value_name = "DIR", requires = "spec")]
    pub(super) out: Option<PathBuf>,
    /// Use the runtime in this folder instead of the published one.
    #[arg(long, value_name = "DIR", requires = "spec")]
    pub(super) runtime_path: Option<PathBuf>,
    /// Apply this overlay to the description first, behind those that a configuration names; may be
    /// given several times.
    #[arg(long, value_name = "FILE", requires = "spec")]
    pub(super) overlay: Vec<PathBuf>,
    /// Make clients check what they send and what they get against their descriptions.
    #[arg(long)]
    pub(super) validate: bool,
    /// Refuse what would be less than described: where anything is degraded, ignored or skipped,
    /// write nothing and end with 1.
    #[arg(long)]
    pub(super) strict: bool,
    /// Write what came through and what did not, with places and reasons, as JSON to this file.
    #[arg(long, value_name = "FILE")]
    pub(super) report: Option<PathBuf>,
    /// How many threads work at once; else as many as there are cores. What comes out does not depend
    /// on it.
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    pub(super) messages: MessageArgs,
}

/// How problems are shown.
#[derive(Debug, clap::Args)]
pub(super) struct MessageArgs {
    /// How problems are written to standard error.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) message_format: MessageFormat,
}

/// The forms of a diagnostic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum MessageFormat {
    /// With source lines, underlined.
    Human,
    /// One line each, as in `openapi.yaml:12:7: error[E0201]: message`.
    Short,
    /// One JSON object per line.
    Json,
}

#[derive(Debug, clap::Args)]
#[command(after_help = DIFF_HELP)]
pub(super) struct DiffArgs {
    /// The description (or configuration) as it was.
    pub(super) old: PathBuf,
    /// The description (or configuration) as it is now.
    pub(super) new: PathBuf,
    #[command(flatten)]
    pub(super) messages: MessageArgs,
}

#[derive(Debug, clap::Args)]
#[command(after_help = INIT_HELP)]
pub(super) struct InitArgs {
    /// A description (YAML or JSON).
    pub(super) spec: PathBuf,
    #[command(flatten)]
    pub(super) messages: MessageArgs,
}

#[derive(Debug, clap::Args)]
#[command(after_help = EXPLAIN_HELP)]
pub(super) struct ExplainArgs {
    /// A JSON pointer, as generated docs name them (`#/components/schemas/Pet`), or the code of a
    /// diagnostic (`E0201`).
    pub(super) pointer: String,
    /// The description or configuration; may be left out where the project has one only.
    pub(super) spec: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  engross generate                                regenerate every spec/*/engross.yaml
  engross generate petstore.yaml --out petstore   any description to a complete crate
  engross check                                   is the committed output up to date?
  engross diff petstore-1.yaml petstore-2.yaml    what does the change break?
  engross explain '#/components/schemas/Pet'      what became of this schema?
  engross init petstore.yaml                      a starting engross.yaml beside it

Ends with 0 where all is well, 1 where problems were found, 2 where the command was not understood.";

const GENERATE_HELP: &str = "\
Files that would not change are not touched. A file that is no longer generated is removed only if
its first line says that engross generated it; a file of yours is never overwritten. Where the
description has errors, nothing is written; with `--report`, the report is.

Examples:
  engross generate
  engross generate spec/petstore/engross.yaml
  engross generate petstore.yaml --out petstore --runtime-path ../engross/runtime
  engross generate --strict --report report.json
  engross generate petstore.yaml --out petstore --overlay ours.overlay.yaml";

const DIFF_HELP: &str = "\
Each change is judged twice: for clients in use, made from OLD, that talk to a server of NEW; and for
those who use the generated crate once it is regenerated. Ends with 1 where a change breaks either.

Example:
  engross diff petstore-1.yaml petstore-2.yaml";

const INIT_HELP: &str = "\
The file is `engross.yaml` in the folder of the description, and is never overwritten. What can be
decided is in it as comments: headers that look like idempotency keys or correlation ids, prefixes
that many names of schemas share.

Example:
  engross init spec/petstore/openapi.yaml";

const EXPLAIN_HELP: &str = "\
Examples:
  engross explain '#/components/schemas/Pet' petstore.yaml
  engross explain '#/paths/~1pets/get'
  engross explain E0201";
