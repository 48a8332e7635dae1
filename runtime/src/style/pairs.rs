//! Pairs `name=value` in a row, on their way into a query, a form or a cookie. Texts go in as they are;
//! what must be encoded is encoded by who writes them.

/// Where pairs go, and what stands between two of them.
#[derive(Debug)]
pub(crate) struct Pairs<'o> {
    out: &'o mut String,
    separator: &'static str,
}

impl<'o> Pairs<'o> {
    /// Pairs of a query or a form: `a=1&b=2`.
    pub(crate) fn of_query(out: &'o mut String) -> Self {
        Self {
            out,
            separator: "&",
        }
    }

    /// Pairs of a cookie: `a=1; b=2`.
    pub(crate) fn of_cookie(out: &'o mut String) -> Self {
        Self {
            out,
            separator: "; ",
        }
    }

    /// Begins the next pair, which is to be appended.
    pub(crate) fn next(&mut self) -> &mut String {
        if !self.out.is_empty() {
            self.out.push_str(self.separator);
        }
        self.out
    }

    /// Appends pairs that are written already.
    pub(crate) fn push(&mut self, pairs: &str) {
        if !pairs.is_empty() {
            self.next().push_str(pairs);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_stands_before_the_first_pair() {
        let mut query = String::new();
        let mut pairs = Pairs::of_query(&mut query);
        for pair in ["", "a=1", "", "b=2&c=3"] {
            pairs.push(pair);
        }
        assert_eq!(query, "a=1&b=2&c=3");
    }
}
