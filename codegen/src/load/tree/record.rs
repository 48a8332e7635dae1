//! One value or key of a tree, as small as it gets: a big description has millions.
//!
//! Most texts begin and end where their value does, or a quote further in, so a record holds the two
//! distances. Where they are too big, and where the text stands elsewhere, a list beside has its range.

/// One value or key.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record {
    pub(super) tag: Tag,
    form: Form,
    /// Where the value stands in the source.
    pub(super) start: u32,
    pub(super) end: u32,
    /// The object or array around it; of a root, itself.
    pub(super) parent: u32,
    /// As the form says.
    data: u32,
}

/// What kind of record it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Null,
    False,
    True,
    Number,
    String,
    Array,
    Object,
    /// The key of the value directly behind it.
    Key,
    /// A key of YAML that is not an entry but an instruction: `<<`. Passed over with its value.
    MergeKey,
    /// Stands before an object or array of YAML that is a key itself; the key and its value follow.
    /// Passed over with what is in it.
    KeyTree,
    /// Stands for another value of the tree.
    Alias,
}

/// What a record holds beside its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Data {
    /// Text of a scalar or key: a range of the source.
    Source(u32, u32),
    /// Text of a scalar or key: a range of the side string.
    Side(u32, u32),
    /// Of an object or array: the id after its last descendant.
    End(u32),
    /// Of an alias: the id it stands for, which is never an alias.
    Target(u32),
}

/// Ranges of texts that are not in their records.
pub(super) type Ranges = Vec<(u32, u32)>;

/// How a record holds its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// The distances of a text from the start and, in the upper half, from the end.
    Within,
    /// The number of a range of the source.
    Source,
    /// The number of a range of the side string.
    Side,
    End,
    /// As `End`, where the tree has a list of the children.
    ListedEnd,
    Target,
}

impl Tag {
    /// Returns whether a value follows directly that is no element of what is around it.
    pub(super) fn is_key(self) -> bool {
        matches!(self, Self::Key | Self::MergeKey | Self::KeyTree)
    }
}

impl Record {
    pub(super) fn new(
        tag: Tag,
        (start, end): (u32, u32),
        parent: u32,
        data: Data,
        ranges: &mut Ranges,
    ) -> Self {
        let (form, data) = match data {
            Data::Source(from, to) => match within((start, end), (from, to)) {
                Some(distances) => (Form::Within, distances),
                None => (Form::Source, add(ranges, (from, to))),
            },
            Data::Side(from, to) => (Form::Side, add(ranges, (from, to))),
            Data::End(after) => (Form::End, after),
            Data::Target(target) => (Form::Target, target),
        };
        Self {
            tag,
            form,
            start,
            end,
            parent,
            data,
        }
    }

    /// Returns the range of the source that is the text, where the record holds it.
    #[inline]
    pub(super) fn within(&self) -> Option<(u32, u32)> {
        let (front, back) = (self.data & HALF, self.data >> BITS);
        (self.form == Form::Within).then(|| (self.start + front, self.end - back))
    }

    pub(super) fn data(&self, ranges: &Ranges) -> Data {
        let range = || ranges[self.data as usize];
        match self.form {
            Form::Within => {
                let (front, back) = (self.data & HALF, self.data >> BITS);
                Data::Source(self.start + front, self.end - back)
            }
            Form::Source => Data::Source(range().0, range().1),
            Form::Side => Data::Side(range().0, range().1),
            Form::End | Form::ListedEnd => Data::End(self.data),
            Form::Target => Data::Target(self.data),
        }
    }

    /// Returns the id after the last descendant of an object or array.
    #[inline]
    pub(super) fn after(&self) -> Option<u32> {
        matches!(self.form, Form::End | Form::ListedEnd).then_some(self.data)
    }

    /// Returns whether the tree has a list of the children of an object or array.
    pub(super) fn is_listed(&self) -> bool {
        self.form == Form::ListedEnd
    }

    /// Returns what an alias stands for.
    #[inline]
    pub(super) fn target(&self) -> Option<u32> {
        (self.form == Form::Target).then_some(self.data)
    }

    /// Sets the id after the last descendant.
    pub(super) fn set_end(&mut self, after: u32) {
        (self.form, self.data) = (Form::End, after);
    }

    /// Notes that the tree has a list of the children. The end was set before.
    pub(super) fn set_listed(&mut self) {
        self.form = Form::ListedEnd;
    }
}

const BITS: u32 = 16;
const HALF: u32 = (1 << BITS) - 1;

/// Returns the distances of a text from the ends of its place, if both are small.
fn within(place: (u32, u32), text: (u32, u32)) -> Option<u32> {
    let small = |distance: &u32| *distance <= HALF;
    let front = text.0.checked_sub(place.0).filter(small)?;
    let back = place.1.checked_sub(text.1).filter(small)?;
    Some(front | back << BITS)
}

fn add(ranges: &mut Ranges, range: (u32, u32)) -> u32 {
    let number = u32::try_from(ranges.len()).unwrap_or(u32::MAX);
    ranges.push(range);
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_comes_out() {
        let far = HALF + 1;
        for (data, listed) in [
            (Data::Source(70_000, 80_000), 0),
            (Data::Source(70_001, 79_999), 0),
            (Data::Source(70_000 + HALF, 80_000), 0),
            (Data::Source(70_000 + far, 80_000), 1),
            (Data::Source(70_000, 80_000 - 9_000), 0),
            (Data::Source(69_999, 80_000), 1),
            (Data::Source(70_000, 80_001), 1),
            (Data::Source(0, 0), 1),
            (Data::Side(3, 9), 1),
            (Data::End(u32::MAX), 0),
            (Data::Target(7), 0),
        ] {
            let mut ranges = vec![];
            let record = Record::new(Tag::String, (70_000, 80_000), 1, data, &mut ranges);
            assert_eq!((record.data(&ranges), ranges.len()), (data, listed));
        }
    }
}
