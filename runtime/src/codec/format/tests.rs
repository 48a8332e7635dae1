//! What is read comes back as an equal text, or in the normal form of its type; what a type cannot
//! hold is an error with its path.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::codec::{Model, from_value, to_value};
use crate::secret::Secret;
use crate::value::Value;

fn back<T: Model>(value: &Value) -> Option<Value> {
    let read: T = from_value(value).ok()?;
    Some(to_value(&read).expect("what was read can be written"))
}

fn check<T: Model>(text: &str, expect: Option<&str>) {
    let written = back::<T>(&Value::from(text));
    assert_eq!(written, expect.map(Value::from), "{text}");
}

#[test]
fn addresses() {
    check::<Ipv4Addr>("127.0.0.1", Some("127.0.0.1"));
    check::<Ipv4Addr>("127.0.0.256", None);
    check::<Ipv6Addr>("::1", Some("::1"));
    check::<IpAddr>("0:0::1", Some("::1"));
    check::<IpAddr>("localhost", None);
}

#[test]
fn secrets_are_texts() {
    check::<Secret>("hunter2", Some("hunter2"));
    assert!(from_value::<Secret>(&Value::from(1)).is_err());
}

#[test]
fn errors_name_format_and_path() {
    let list = Value::from(vec![Value::from("::1"), Value::from("x")]);
    let error = from_value::<Vec<Ipv6Addr>>(&list).expect_err("the second is none");
    assert_eq!(error.to_string(), "expected the format `ipv6` at `[1]`");
}

#[cfg(feature = "chrono")]
#[test]
fn dates_of_chrono() {
    use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
    check_dates::<NaiveDate>();
    check_times::<NaiveTime>(true);
    check_date_times::<DateTime<FixedOffset>>(true);
}

#[cfg(feature = "time")]
#[test]
fn dates_of_time() {
    use time::{Date, OffsetDateTime, Time};
    check_dates::<Date>();
    check_times::<Time>(false);
    check_date_times::<OffsetDateTime>(false);
}

#[cfg(feature = "jiff")]
#[test]
fn dates_of_jiff() {
    use jiff::civil::{Date, Time};
    check_dates::<Date>();
    check_times::<Time>(false);
    check_date_times::<jiff::Zoned>(false);
    check::<jiff::SpanFieldwise>("P1Y2M3DT4H5M6.1234567S", Some("P1Y2M3DT4H5M6.1234567S"));
    check::<jiff::SpanFieldwise>("PT60M", Some("PT60M"));
    check::<jiff::SpanFieldwise>("1 hour", None);
}

#[cfg(any(feature = "chrono", feature = "time", feature = "jiff"))]
fn check_dates<T: Model>() {
    check::<T>("2024-02-29", Some("2024-02-29"));
    check::<T>("2023-02-29", None);
    check::<T>("2023-1-1", None);
}

#[cfg(any(feature = "chrono", feature = "time", feature = "jiff"))]
fn check_times<T: Model>(has_leap_seconds: bool) {
    check::<T>("00:00:00", Some("00:00:00"));
    check::<T>("23:59:59.1234567", Some("23:59:59.1234567"));
    check::<T>("23:59:60", has_leap_seconds.then_some("23:59:60"));
    check::<T>("24:00:00", None);
    check::<T>("10:00:00Z", None);
}

#[cfg(any(feature = "chrono", feature = "time", feature = "jiff"))]
fn check_date_times<T: Model>(has_leap_seconds: bool) {
    for text in [
        "2024-02-29T23:59:59.1234567+02:00",
        "2024-02-29T00:00:00.000000001-11:30",
        "0001-01-02T00:00:00Z",
    ] {
        check::<T>(text, Some(text));
    }
    check::<T>(
        "2024-01-01T00:00:00.100+00:00",
        Some("2024-01-01T00:00:00.1Z"),
    );
    let leap = "2016-12-31T23:59:60.5Z";
    check::<T>(leap, has_leap_seconds.then_some(leap));
    check::<T>("2024-01-01T00:00:00", None);
    check::<T>("2024-13-01T00:00:00Z", None);
}

#[cfg(feature = "uuid")]
#[test]
fn uuids() {
    let text = "67e55044-10b1-426f-9247-bb680e5fe0c8";
    check::<uuid::Uuid>(text, Some(text));
    check::<uuid::Uuid>(&text.to_uppercase(), Some(text));
    check::<uuid::Uuid>(&text.replace('-', ""), None);
}

#[cfg(feature = "url")]
#[test]
fn urls() {
    check::<url::Url>("https://a.example/b?c#d", Some("https://a.example/b?c#d"));
    check::<url::Url>("https://a.example", Some("https://a.example/"));
    check::<url::Url>("/b", None);
}

#[cfg(feature = "rust_decimal")]
#[test]
fn decimals() {
    for (text, expect) in [
        ("1.10", Some("1.10")),
        (
            "-0.0000000000000000000000000001",
            Some("-0.0000000000000000000000000001"),
        ),
        ("1.5e3", Some("1500")),
        ("1e400", None),
        ("0.00000000000000000000000000001", None),
        ("79228162514264337593543950336", None),
    ] {
        let number = |text| Value::from(crate::Number::parse(text).expect("a number"));
        let written = back::<rust_decimal::Decimal>(&number(text));
        assert_eq!(written, expect.map(number), "{text}");
    }
}
