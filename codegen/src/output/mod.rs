//! Files in memory, and what writing them would change.
