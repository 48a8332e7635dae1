//! Arithmetic on paths: values in, values out, nothing is looked up on the disk.

use std::path::{Component, Path, PathBuf};

/// Removes `.` and resolves `..` by name, as in `a/./b/../c` to `a/c`.
pub(crate) fn normalise(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if ends_in_a_name(&normal) => {
                normal.pop();
            }
            other => normal.push(other),
        }
    }
    normal
}

fn ends_in_a_name(path: &Path) -> bool {
    matches!(path.components().next_back(), Some(Component::Normal(_)))
}

/// Returns the way from a folder to a path; both must be absolute and normal.
///
/// Where they have nothing in common (two drives), the path itself is returned.
pub(crate) fn relative(from: &Path, to: &Path) -> PathBuf {
    let common = common_ancestor(from, to);
    if common.as_os_str().is_empty() {
        return to.to_path_buf();
    }
    let depth = common.components().count();
    let mut way: PathBuf = from
        .components()
        .skip(depth)
        .map(|_| Component::ParentDir)
        .collect();
    way.extend(to.components().skip(depth));
    way
}

/// Returns the deepest folder that holds both paths.
pub(crate) fn common_ancestor(a: &Path, b: &Path) -> PathBuf {
    a.components()
        .zip(b.components())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a)
        .collect()
}

/// Returns the path with `/` between its parts on every system.
pub(crate) fn slashes(path: &Path) -> String {
    let parts: Vec<_> = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/").replacen("//", "/", 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normal_paths() {
        for (path, normal) in [
            ("a/./b/../c", "a/c"),
            ("../a", "../a"),
            ("a/../../b", "../b"),
            ("/a/..", "/"),
            ("./a/", "a"),
        ] {
            assert_eq!(normalise(Path::new(path)), Path::new(normal), "{path}");
        }
    }

    #[test]
    fn relative_paths() {
        for (from, to, way) in [
            ("/r/generated/x", "/r/runtime", "../../runtime"),
            ("/r", "/r/spec/x.yaml", "spec/x.yaml"),
            ("/r/a", "/r/a", ""),
            ("/a/b", "/c", "../../c"),
        ] {
            assert_eq!(
                relative(Path::new(from), Path::new(to)),
                Path::new(way),
                "{from} {to}"
            );
        }
    }

    #[test]
    fn slashed_paths() {
        assert_eq!(slashes(Path::new("/a/b")), "/a/b");
        assert_eq!(slashes(Path::new("a/b")), "a/b");
    }
}
