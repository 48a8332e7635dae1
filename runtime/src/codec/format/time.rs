//! Dates and times of the crate `time`. It has no leap seconds: they are refused.

use ::time::{Date, Month, OffsetDateTime, Time, UtcOffset};

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

impl Model for OffsetDateTime {
    fn write(&self, out: &mut Writer<'_>) {
        let parts = clock::DateTime {
            date: parts_of_date(self.date()),
            time: parts_of_time(self.time()),
            offset: self.offset().whole_seconds(),
        };
        out.formatted(parts.text());
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.formatted("date-time", |text| {
            let parts = clock::DateTime::parse(text)?;
            let local = date(parts.date)?.with_time(time(parts.time)?);
            let offset = UtcOffset::from_whole_seconds(parts.offset).ok()?;
            Some(local.assume_offset(offset))
        })
    }
}

fn date(parts: clock::Date) -> Option<Date> {
    let month = Month::try_from(parts.month).ok()?;
    Date::from_calendar_date(parts.year, month, parts.day).ok()
}

fn time(parts: clock::Time) -> Option<Time> {
    Time::from_hms_nano(parts.hour, parts.minute, parts.second, parts.nanosecond).ok()
}

fn parts_of_date(date: Date) -> clock::Date {
    clock::Date {
        year: date.year(),
        month: date.month().into(),
        day: date.day(),
    }
}

fn parts_of_time(time: Time) -> clock::Time {
    clock::Time {
        hour: time.hour(),
        minute: time.minute(),
        second: time.second(),
        nanosecond: time.nanosecond(),
    }
}
