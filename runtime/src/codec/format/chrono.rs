//! Dates and times of the crate `chrono`. Leap seconds are kept.

use ::chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Timelike};

use super::clock;
use crate::codec::{DecodeError, Model, Reader, Writer};

/// Where a leap second begins in chrono's nanoseconds.
const LEAP: u32 = 1_000_000_000;

impl Model for NaiveDate {
    fn write(&self, out: &mut Writer<'_>) {
        out.formatted(parts_of_date(*self).text());
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.formatted("date", |text| date(clock::Date::parse(text)?))
    }
}

impl Model for NaiveTime {
    fn write(&self, out: &mut Writer<'_>) {
        out.formatted(Some(parts_of_time(*self).text()));
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.formatted("time", |text| time(clock::Time::parse(text)?))
    }
}

impl Model for DateTime<FixedOffset> {
    fn write(&self, out: &mut Writer<'_>) {
        let parts = clock::DateTime {
            date: parts_of_date(self.date_naive()),
            time: parts_of_time(self.time()),
            offset: self.offset().local_minus_utc(),
        };
        out.formatted(parts.text());
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.formatted("date-time", |text| {
            let parts = clock::DateTime::parse(text)?;
            let local = date(parts.date)?.and_time(time(parts.time)?);
            let offset = FixedOffset::east_opt(parts.offset)?;
            local.and_local_timezone(offset).single()
        })
    }
}

fn date(parts: clock::Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(parts.year, parts.month.into(), parts.day.into())
}

fn time(parts: clock::Time) -> Option<NaiveTime> {
    let (second, leap) = if parts.second == 60 {
        (59, LEAP)
    } else {
        (parts.second, 0)
    };
    let (hour, minute) = (parts.hour.into(), parts.minute.into());
    NaiveTime::from_hms_nano_opt(hour, minute, second.into(), parts.nanosecond + leap)
}

fn parts_of_date(date: NaiveDate) -> clock::Date {
    clock::Date {
        year: date.year(),
        month: small(date.month()),
        day: small(date.day()),
    }
}

fn parts_of_time(time: NaiveTime) -> clock::Time {
    let is_leap = time.nanosecond() >= LEAP;
    clock::Time {
        hour: small(time.hour()),
        minute: small(time.minute()),
        second: if is_leap { 60 } else { small(time.second()) },
        nanosecond: time.nanosecond() % LEAP,
    }
}

fn small(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}
