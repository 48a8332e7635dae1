//! IP addresses of the standard library.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::codec::{DecodeError, Model, Reader, Writer};

macro_rules! addresses {
    ($($ty:ty = $format:literal,)*) => {$(
        impl Model for $ty {
            fn write(&self, out: &mut Writer<'_>) {
                out.string(&self.to_string());
            }

            fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                input.formatted($format, |text| text.parse().ok())
            }
        }
    )*};
}

addresses! {
    IpAddr = "ip",
    Ipv4Addr = "ipv4",
    Ipv6Addr = "ipv6",
}
