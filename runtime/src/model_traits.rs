//! One line for each model: the traits that it has by its codec. Those of serde are implemented where the
//! feature `serde` is on, so that generated code needs no condition and no feature of its own.

/// Implements `Debug` and serde's traits, and `Eq` where it is named: a derived one is a function.
#[doc(hidden)]
#[macro_export]
macro_rules! model {
    ($name:ty, Eq) => {
        impl ::core::cmp::Eq for $name {}

        $crate::model!($name);
    };
    ($name:ty) => {
        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::private::debug(self, f)
            }
        }

        $crate::serde_model!($name);
    };
}

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
