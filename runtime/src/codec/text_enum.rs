//! What every open enum of texts has beside its values: how it is compared, shown and travels.
//!
//! A macro, because nothing of it depends on the values: it is written once, here, instead of once
//! for each enum of each description.

/// Implements equality, hashing, `Debug`, `Display`, `FromStr`, `From<String>` and the codec of an enum
/// that has `as_str` and `From<&str>`. Values are equal that travel as the same text, and `Debug` shows
/// them as it shows this text.
#[doc(hidden)]
#[macro_export]
macro_rules! text_enum {
    ($name:ty) => {
        impl ::core::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl ::core::cmp::Eq for $name {}

        impl ::core::hash::Hash for $name {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(self.as_str(), state);
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(self.as_str(), f)
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;

            // `Self::Err` could be a value of the enum.
            fn from_str(value: &str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(Self::from(value))
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            fn from(value: ::std::string::String) -> Self {
                Self::from(value.as_str())
            }
        }

        impl $crate::private::Model for $name {
            #[inline]
            fn write(&self, out: &mut $crate::private::Writer<'_>) {
                out.string(self.as_str());
            }

            #[inline]
            fn read(
                input: &mut $crate::private::Reader<'_>,
            ) -> ::core::result::Result<Self, $crate::private::DecodeError> {
                input.text()
            }
        }

        $crate::serde_model!($name);
    };
}
