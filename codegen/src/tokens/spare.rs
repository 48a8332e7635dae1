//! Memory of tokens that are no longer needed, for the next ones of the same thread.
//!
//! A large client takes a million streams, most of which live until they are part of another one. What
//! is kept is bounded, and nothing of it can be seen in the tokens.

use std::cell::RefCell;

use super::Mark;

/// The room of one stream.
type Room = (String, Vec<Mark>);

/// As many streams as are at work at once, about.
const MOST: usize = 64;

/// What is larger goes back to the system.
const LARGEST: usize = 1 << 16;

thread_local! {
    static SPARE: RefCell<Vec<Room>> = const { RefCell::new(Vec::new()) };
}

/// Returns an empty room.
pub(super) fn take() -> Room {
    let spare = SPARE.try_with(|spare| spare.borrow_mut().pop());
    let spare = spare.ok().flatten();
    spare.unwrap_or_else(|| (String::with_capacity(96), Vec::with_capacity(24)))
}

/// Keeps a room for later.
pub(super) fn give(mut text: String, mut marks: Vec<Mark>) {
    if text.capacity() == 0 || text.capacity() > LARGEST {
        return;
    }
    // A thread that ends keeps nothing.
    let _ = SPARE.try_with(|spare| {
        let mut spare = spare.borrow_mut();
        if spare.len() < MOST {
            text.clear();
            marks.clear();
            spare.push((text, marks));
        }
    });
}
