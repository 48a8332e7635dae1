//! The fixed fields of every object, as the specifications list them.
