//! The same work on many things, by as many threads as there are processors.
//!
//! Results come in the order of what went in, whoever was faster.

use std::sync::Mutex;
use std::thread;

/// Applies `work` to each of `things`.
///
/// # Panics
/// Panics where `work` does.
pub fn each<T: Sync, R: Send>(things: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = Mutex::new(0..things.len());
    let take = || next.lock().expect("nobody panics with it").next();
    let results = Mutex::new(Vec::new());
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(index) = take() {
                    let result = work(&things[index]);
                    let mut results = results.lock().expect("nobody panics with it");
                    results.push((index, result));
                }
            });
        }
    });
    let mut results = results.into_inner().expect("nobody panics with it");
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn results_keep_their_order() {
        let things: Vec<_> = (0..100).collect();
        assert_eq!(each(&things, |thing| thing * 2)[17], 34);
        assert_eq!(each(&[0; 0], |thing| thing * 2), [0; 0]);
    }
}
