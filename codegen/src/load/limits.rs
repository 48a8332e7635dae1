//! How much of a description is accepted. The description is hostile until proven otherwise.

#[cfg(feature = "network")]
use std::time::Duration;

/// Objects and arrays in each other. Far beyond any description in use, far below any stack.
pub(super) const MAX_DEPTH: usize = 512;

/// Values and keys of one file, counting what stands behind an alias as often as it is used.
pub(super) const MAX_NODES: u64 = 16_000_000;

/// Bytes of one file. The largest descriptions in use have about 15 MB.
pub(super) const MAX_FILE_BYTES: u64 = 100_000_000;

/// Bytes of all files of one description.
pub(super) const MAX_TOTAL_BYTES: u64 = 200_000_000;

/// Files of one description. The largest in use have about 2,000.
pub(super) const MAX_FILES: usize = 10_000;

/// Documents from other machines.
pub(super) const MAX_FETCHES: usize = 200;

/// Bytes of one document from another machine.
#[cfg(feature = "network")]
pub(super) const MAX_FETCHED_BYTES: u64 = 20_000_000;

/// How long one request may take, and all together.
#[cfg(feature = "network")]
pub(super) const FETCH_TIME: Duration = Duration::from_secs(15);
#[cfg(feature = "network")]
pub(super) const TOTAL_FETCH_TIME: Duration = Duration::from_secs(60);

/// How often one document may have moved.
pub(super) const MAX_REDIRECTS: usize = 5;
/// Values that overlays may touch or add.
pub(super) const MAX_DRAFT: usize = 2_000_000;

/// Values and keys that overlays may put into a description, each as often as it is put somewhere, and
/// the bytes of their texts. One short action can put a large value at very many places.
pub(super) const MAX_GROWTH: usize = 500_000;
pub(super) const MAX_GROWTH_BYTES: usize = 16_000_000;

/// Steps that all queries of all overlays may take together, and more of them for each byte of the
/// description: one `..` takes about a step for five bytes.
pub(super) const MAX_QUERY_STEPS: u64 = 5_000_000;
pub(super) const QUERY_STEPS_PER_BYTE: u64 = 5;

/// Actions of one overlay.
pub(super) const MAX_ACTIONS: usize = 10_000;
