//! One line for each model: its implementations of serde's traits, where the feature `serde` is on.
//!
//! A macro that makes nothing without the feature, so that generated code needs no condition and no
//! feature of its own, and costs nothing.

/// Implements `Serialize` and `Deserialize` through the two functions of the model.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! serde_model {
    ($name:ty) => {
        impl $crate::private::Serialize for $name {
            fn serialize<S: $crate::private::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::private::serialize(self, serializer)
            }
        }

        impl<'de> $crate::private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::private::deserialize(deserializer)
            }
        }
    };
}

/// Makes nothing: the feature `serde` is off.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! serde_model {
    ($name:ty) => {};
}
