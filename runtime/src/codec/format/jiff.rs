//! Dates, times and durations of the crate `jiff`. It has no leap seconds: they are refused.

use ::jiff::civil::{Date, Time};
use ::jiff::tz::{Offset, TimeZone};
use ::jiff::{Span, SpanFieldwise, Zoned};

use super::clock;
use crate::codec::{DecodeError, Model, Reader, Writer};

impl Model for Date {
    fn write(&self, out: &mut Writer<'_>) {
        out.formatted(parts_of_date(*self).text());
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.formatted("date", |text| date(clock::Date::parse(text)?))
    }
}

impl Model for Time {
    fn write(&self, out: &mut Writer<'_>) {
        out.formatted(Some(parts_of_time(*self).text()));
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.formatted("time", |text| time(clock::Time::parse(text)?))
    }
}

/// In a time zone that is the offset alone.
impl Model for Zoned {
    fn write(&self, out: &mut Writer<'_>) {
        let parts = clock::DateTime {
            date: parts_of_date(self.date()),
            time: parts_of_time(self.time()),
            offset: self.offset().seconds(),
        };
        out.formatted(parts.text());
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.formatted("date-time", |text| {
            let parts = clock::DateTime::parse(text)?;
            let local = date(parts.date)?.to_datetime(time(parts.time)?);
            let offset = Offset::from_seconds(parts.offset).ok()?;
            local.to_zoned(TimeZone::fixed(offset)).ok()
        })
    }
}

/// As ISO 8601 writes durations, each unit for itself: `PT60M` is not `PT1H`.
impl Model for SpanFieldwise {
    fn write(&self, out: &mut Writer<'_>) {
        out.string(&self.0.to_string());
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.formatted("duration", |text| {
            let is_iso = text.trim_start_matches(['+', '-']).starts_with(['P', 'p']);
            let span = text.parse::<Span>().ok().filter(|_| is_iso)?;
            Some(span.fieldwise())
        })
    }
}

fn date(parts: clock::Date) -> Option<Date> {
    let year = i16::try_from(parts.year).ok()?;
    let (month, day) = (parts.month.try_into().ok()?, parts.day.try_into().ok()?);
    Date::new(year, month, day).ok()
}

fn time(parts: clock::Time) -> Option<Time> {
    let small = |number: u8| i8::try_from(number).ok();
    let nanosecond = i32::try_from(parts.nanosecond).ok()?;
    let (hour, minute) = (small(parts.hour)?, small(parts.minute)?);
    Time::new(hour, minute, small(parts.second)?, nanosecond).ok()
}

fn parts_of_date(date: Date) -> clock::Date {
    clock::Date {
        year: date.year().into(),
        month: date.month().unsigned_abs(),
        day: date.day().unsigned_abs(),
    }
}

fn parts_of_time(time: Time) -> clock::Time {
    clock::Time {
        hour: time.hour().unsigned_abs(),
        minute: time.minute().unsigned_abs(),
        second: time.second().unsigned_abs(),
        nanosecond: time.subsec_nanosecond().unsigned_abs(),
    }
}
