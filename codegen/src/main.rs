//! The `engross` command. All of it is in the library, behind the feature `cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    engross::run_command_line()
}
