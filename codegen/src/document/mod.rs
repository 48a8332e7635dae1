//! One version-free OpenAPI document, still with places.
