//! Reads a model and checks it: as it came, where the format says what its values are, else as the
//! model holds it.

use super::check::{Direction, check};
use super::rules::Rules;
use crate::codec::{DecodeError, DecodeReason, EncodeError, Reader, Slot};
use crate::value::Value;

/// Where a model goes that is checked.
pub(crate) struct Checked<'s> {
    pub(crate) slot: &'s mut dyn Slot,
    pub(crate) rules: &'static Rules,
}

impl Slot for Checked<'_> {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        let start = reader.checkpoint();
        self.slot.fill(reader)?;
        let value = if reader.is_exact() {
            reader.rewind(&start);
            reader.value()?
        } else {
            match self.slot.tree() {
                Some(Ok(value)) => value,
                // What cannot be written is no tree, so nothing can be said of it.
                Some(Err(_)) | None => return Ok(()),
            }
        };
        check(self.rules, &value, Direction::Answer).map_err(|violations| refuse(&violations))
    }

    fn tree(&self) -> Option<Result<Value, EncodeError>> {
        self.slot.tree()
    }
}

/// Reads into a slot, checked where there are rules.
pub(crate) fn with_checks<R>(
    rules: Option<&'static Rules>,
    slot: &mut dyn Slot,
    read: impl FnOnce(&mut dyn Slot) -> R,
) -> R {
    match rules {
        Some(rules) => read(&mut Checked { slot, rules }),
        None => read(slot),
    }
}

fn refuse(violations: &super::Violations) -> DecodeError {
    let Some(first) = violations.iter().next() else {
        return DecodeError::new(DecodeReason::Empty);
    };
    let reason = DecodeReason::Violation {
        keyword: first.keyword(),
        demand: first.demand().to_owned(),
    };
    DecodeError::new(reason).with_path(first.path().to_owned())
}
