//! The same work on many values, on several threads. What comes out does not depend on how many.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, Builder};

/// A thread is not worth its start for fewer values.
const FEWEST: usize = 16;

/// How many threads may work at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Threads {
    /// As many as there are cores.
    #[default]
    AllCores,
    AtMost(NonZeroUsize),
}

impl Threads {
    fn count(self) -> usize {
        match self {
            Self::AllCores => thread::available_parallelism().map_or(1, NonZeroUsize::get),
            Self::AtMost(count) => count.get(),
        }
    }
}

/// Returns the results in the order of the values.
pub(crate) fn map<T: Sync, R: Send>(
    values: &[T],
    threads: Threads,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let helpers = (threads.count() - 1).min(values.len() / FEWEST);
    let next = AtomicUsize::new(0);
    // Whoever is free takes the next value; files differ much in size.
    let share = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(value) = values.get(index) else {
                return done;
            };
            done.push((index, work(value)));
        }
    };
    let mut done = thread::scope(|scope| {
        // Where the system gives no more threads, those that are there do all the work.
        let helpers: Vec<_> = (0..helpers)
            .filter_map(|_| Builder::new().spawn_scoped(scope, share).ok())
            .collect();
        let mut done = share();
        for helper in helpers {
            done.extend(helper.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Returns the results of two pieces of work, done at the same time where there may be two threads.
pub(crate) fn join<A: Send, B>(
    threads: Threads,
    first: impl FnOnce() -> A + Send,
    second: impl FnOnce() -> B,
) -> (A, B) {
    if threads.count() == 1 {
        return (first(), second());
    }
    let first = Mutex::new(Some(first));
    let take = || {
        let mut work = first.lock().unwrap_or_else(PoisonError::into_inner);
        work.take()
    };
    thread::scope(|scope| {
        let helper = || take().map(|work| work());
        let helper = Builder::new().spawn_scoped(scope, helper);
        let second = second();
        let done = helper
            .ok()
            .and_then(|helper| helper.join().unwrap_or_else(|panic| resume_unwind(panic)));
        // Where the system gives no second thread, or not in time, this one does both.
        let first = done.or_else(|| take().map(|work| work()));
        (first.expect("who took the work has done it"), second)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_pieces_of_work_are_done() {
        let one = Threads::AtMost(NonZeroUsize::MIN);
        for threads in [one, Threads::AllCores] {
            let text = String::from("a");
            assert_eq!(
                join(threads, || text.len(), || text.clone()),
                (1, text.clone())
            );
        }
    }

    #[test]
    fn results_are_in_order() {
        let one = Threads::AtMost(NonZeroUsize::MIN);
        let many = Threads::AtMost(NonZeroUsize::MIN.saturating_add(9));
        for threads in [one, many, Threads::AllCores] {
            for count in [0, 1, 2 * FEWEST, 1000] {
                let values: Vec<usize> = (0..count).collect();
                let doubled: Vec<usize> = values.iter().map(|value| value * 2).collect();
                assert_eq!(map(&values, threads, |value| value * 2), doubled);
            }
        }
    }
}
