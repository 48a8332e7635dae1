//! What fuzz targets call that is no API: the readers without the stages behind them. Compiled under
//! `--cfg fuzzing` only.

use crate::load::survives;

/// Reads bytes as JSON and as YAML, and asks everything of what comes out.
pub fn read(bytes: &[u8]) {
    survives("a.json", bytes);
    survives("a.yaml", bytes);
}
