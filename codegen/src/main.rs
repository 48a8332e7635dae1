//! The `engross` command. All of it is in the library, behind the feature `cli`.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// A fifth of the time that generation takes went to the allocator of the C library, most of which this one
/// saves (`docs/decisions/0018-allocator.md`). Build scripts keep their own.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    engross::run_command_line()
}
