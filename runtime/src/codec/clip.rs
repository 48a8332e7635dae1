//! Foreign text in errors: how much of it there may be, and paths made of it.

/// The most bytes of foreign text that an error repeats.
const CLIP: usize = 64;
const PATH_LIMIT: usize = 256;

/// Appends a property's name to a path.
pub(crate) fn push_key(path: &mut String, key: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(&clip(key));
}

/// Appends an item's number to a path.
pub(crate) fn push_index(path: &mut String, index: usize) {
    path.push('[');
    path.push_str(itoa::Buffer::new().format(index));
    path.push(']');
}

/// Shortens a path to what an error may carry; its end says more than its start.
pub(crate) fn clip_path(path: String) -> String {
    if path.len() <= PATH_LIMIT {
        return path;
    }
    let start = floor_boundary(&path, path.len() - PATH_LIMIT);
    format!("...{}", &path[start..])
}

/// Returns at most [`CLIP`] bytes of the text, without control characters.
pub(crate) fn clip(text: &str) -> String {
    let end = floor_boundary(text, CLIP);
    let mut clipped: String = text[..end].chars().filter(|c| !c.is_control()).collect();
    if end < text.len() {
        clipped.push_str("...");
    }
    clipped
}

/// The last boundary between characters at or before an offset.
pub(crate) fn floor_boundary(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset)
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}
