//! Dates and times as RFC 3339 writes them, in parts: what the types of all crates are made from.
//!
//! Strict: years have four digits, hours two. Nine digits of a second are kept; what has more is
//! refused rather than rounded.

use std::fmt::Write as _;

/// As in `2024-02-29`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    pub(super) year: i32,
    pub(super) month: u8,
    pub(super) day: u8,
}

/// As in `23:59:60.1234567`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) hour: u8,
    pub(super) minute: u8,
    /// 60 in a leap second.
    pub(super) second: u8,
    pub(super) nanosecond: u32,
}

/// As in `2024-02-29T12:00:00+02:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateTime {
    pub(super) date: Date,
    pub(super) time: Time,
    /// In seconds, east of Greenwich.
    pub(super) offset: i32,
}

impl Date {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 10] = text.as_bytes().try_into().ok()?;
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = bytes else {
            return None;
        };
        Some(Self {
            year: i32::from(pair(y1, y2)?) * 100 + i32::from(pair(y3, y4)?),
            month: pair(m1, m2)?,
            day: pair(d1, d2)?,
        })
    }

    /// Returns the text, if the year has four digits.
    pub(super) fn text(self) -> Option<String> {
        let Self { year, month, day } = self;
        let is_writable = (0..=9999).contains(&year);
        is_writable.then(|| format!("{year:04}-{month:02}-{day:02}"))
    }
}

impl Time {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (clock, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let bytes: [u8; 8] = clock.as_bytes().try_into().ok()?;
        let [h1, h2, b':', m1, m2, b':', s1, s2] = bytes else {
            return None;
        };
        Some(Self {
            hour: pair(h1, h2)?,
            minute: pair(m1, m2)?,
            second: pair(s1, s2)?,
            nanosecond: nanoseconds(fraction)?,
        })
    }

    pub(super) fn text(self) -> String {
        let Self {
            hour,
            minute,
            second,
            nanosecond,
        } = self;
        let mut text = format!("{hour:02}:{minute:02}:{second:02}");
        if nanosecond != 0 {
            let _ = write!(text, ".{nanosecond:09}");
            text.truncate(text.trim_end_matches('0').len());
        }
        text
    }
}

impl DateTime {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let date = Date::parse(text.get(..10)?)?;
        let rest = text.get(10..)?.strip_prefix(['T', 't'])?;
        let at = rest.find(['Z', 'z', '+', '-'])?;
        let (time, offset) = rest.split_at(at);
        Some(Self {
            date,
            time: Time::parse(time)?,
            offset: parse_offset(offset)?,
        })
    }

    /// Returns the text, if the year has four digits and the offset no seconds.
    pub(super) fn text(self) -> Option<String> {
        if self.offset % 60 != 0 {
            return None;
        }
        let mut text = [&self.date.text()?, "T", &self.time.text()].concat();
        let minutes = self.offset.unsigned_abs() / 60;
        match self.offset {
            0 => text.push('Z'),
            offset => {
                text.push(if offset < 0 { '-' } else { '+' });
                let _ = write!(text, "{:02}:{:02}", minutes / 60, minutes % 60);
            }
        }
        Some(text)
    }
}

fn parse_offset(text: &str) -> Option<i32> {
    if matches!(text, "Z" | "z") {
        return Some(0);
    }
    let bytes: [u8; 6] = text.as_bytes().try_into().ok()?;
    let [sign, h1, h2, b':', m1, m2] = bytes else {
        return None;
    };
    let (hours, minutes) = (pair(h1, h2)?, pair(m1, m2)?);
    let seconds = i32::from(hours) * 3600 + i32::from(minutes) * 60;
    let is_one = hours < 24 && minutes < 60;
    is_one.then_some(if sign == b'-' { -seconds } else { seconds })
}

fn pair(tens: u8, ones: u8) -> Option<u8> {
    let is_number = tens.is_ascii_digit() && ones.is_ascii_digit();
    is_number.then(|| (tens - b'0') * 10 + (ones - b'0'))
}

/// The billionths that a fraction has, if it has no more digits than that.
fn nanoseconds(fraction: &str) -> Option<u32> {
    let digits = fraction.trim_end_matches('0');
    let is_number = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number || digits.len() > 9 {
        return None;
    }
    format!("{digits:0<9}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written() {
        for (text, expect) in [
            ("2024-02-29T23:59:59.1234567+02:00", None),
            ("0000-01-01T00:00:00Z", None),
            ("2024-01-01t00:00:00.000z", Some("2024-01-01T00:00:00Z")),
            (
                "2024-01-01T00:00:00.120-00:00",
                Some("2024-01-01T00:00:00.12Z"),
            ),
            (
                "2024-01-01T00:00:00.123456789000-11:30",
                Some("2024-01-01T00:00:00.123456789-11:30"),
            ),
        ] {
            let read = DateTime::parse(text).expect(text);
            assert_eq!(read.text().as_deref(), Some(expect.unwrap_or(text)));
        }
    }

    #[test]
    fn what_is_none_is_refused() {
        for text in [
            "",
            "2024-01-01",
            "2024-1-01T00:00:00Z",
            "2024-01-01T00:00:00",
            "2024-01-01 00:00:00Z",
            "2024-01-01T00:00Z",
            "2024-01-01T00:00:00.Z",
            "2024-01-01T00:00:00.1234567891Z",
            "2024-01-01T00:00:00+0200",
            "2024-01-01T00:00:00+24:00",
            "2024-01-01T00:00:00+02:00:00",
            "２024-01-01T00:00:00Z",
            "+024-01-01T00:00:00Z",
        ] {
            assert_eq!(DateTime::parse(text), None, "{text}");
        }
    }

    #[test]
    fn what_has_no_form_is_not_written() {
        let time = Time::parse("00:00:00").expect("a time");
        let date = Date {
            year: 10_000,
            month: 1,
            day: 1,
        };
        assert_eq!(date.text(), None);
        let date = Date { year: 2024, ..date };
        assert_eq!(
            DateTime {
                date,
                time,
                offset: 1
            }
            .text(),
            None
        );
    }

    proptest::proptest! {
        #[test]
        fn every_moment_comes_back(
            year in 0..10_000,
            parts in (1..13u8, 1..32u8, 0..24u8, 0..60u8, 0..61u8),
            nanosecond in 0..1_000_000_000u32,
            minutes in -1439..1440,
        ) {
            let (month, day, hour, minute, second) = parts;
            let date = Date { year, month, day };
            let time = Time { hour, minute, second, nanosecond };
            let all = DateTime { date, time, offset: minutes * 60 };
            let text = all.text().expect("a year of four digits");
            proptest::prop_assert_eq!(DateTime::parse(&text), Some(all), "{}", text);
        }
    }
}
