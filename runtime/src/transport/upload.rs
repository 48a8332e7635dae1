//! What goes wrong while a request's body is read, past the libraries: they report it as a failure
//! of theirs, which it is not.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Failure, FailureKind};

/// Where a body notes why it could not be read. Clones are one note.
#[derive(Clone, Debug, Default)]
pub(crate) struct Note(Arc<Mutex<Option<Failure>>>);

impl Note {
    /// Notes the error of a read, if it is one.
    pub(crate) fn take_down<T>(&self, read: io::Result<T>) -> io::Result<T> {
        if let Err(error) = &read {
            let failure = Failure::from_error(FailureKind::Upload, error);
            self.lock().get_or_insert(failure);
        }
        read
    }

    /// Returns what was noted, else what the library said.
    pub(crate) fn or(&self, failure: Failure) -> Failure {
        self.lock().take().unwrap_or(failure)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Failure>> {
        // Nothing panics while it is held.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
