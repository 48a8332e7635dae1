//! Compiles what every golden case expects, with all warnings denied.

#![deny(warnings)]

// The crates of the user's that the case `own_types` names.
extern crate self as coins;
extern crate self as own_clocks;

mod own;

pub use own::{Address, Instant, Money};

/// Of the case `additional_forbidden`.
#[path = "../../cases/ok/additional_forbidden/expected/src/lib.rs"]
pub mod additional_forbidden;
/// Of the case `additional_typed`.
#[path = "../../cases/ok/additional_typed/expected/src/lib.rs"]
pub mod additional_typed;
/// Of the case `all_of`.
#[path = "../../cases/ok/all_of/expected/src/lib.rs"]
pub mod all_of;
/// Of the case `allowed_folder`.
#[path = "../../cases/ok/allowed_folder/expected/src/lib.rs"]
pub mod allowed_folder;
/// Of the case `answer_headers`.
#[path = "../../cases/ok/answer_headers/expected/src/lib.rs"]
pub mod answer_headers;
/// Of the case `answer_media_types`.
#[path = "../../cases/ok/answer_media_types/expected/src/lib.rs"]
pub mod answer_media_types;
/// Of the case `answers_of_one_type`.
#[path = "../../cases/ok/answers_of_one_type/expected/src/lib.rs"]
pub mod answers_of_one_type;
/// Of the case `arrays`.
#[path = "../../cases/ok/arrays/expected/src/lib.rs"]
pub mod arrays;
/// Of the case `beside_alternatives`.
#[path = "../../cases/ok/beside_alternatives/expected/src/lib.rs"]
pub mod beside_alternatives;
/// Of the case `binary_and_text`.
#[path = "../../cases/ok/binary_and_text/expected/src/lib.rs"]
pub mod binary_and_text;
/// Of the case `constants`.
#[path = "../../cases/ok/constants/expected/src/lib.rs"]
pub mod constants;
/// Of the case `constraints`.
#[path = "../../cases/ok/constraints/expected/src/lib.rs"]
pub mod constraints;
/// Of the case `deep_nesting`.
#[path = "../../cases/ok/deep_nesting/expected/src/lib.rs"]
pub mod deep_nesting;
/// Of the case `degraded`.
#[path = "../../cases/ok/degraded/expected/src/lib.rs"]
pub mod degraded;
/// Of the case `deprecated`.
#[path = "../../cases/ok/deprecated/expected/src/lib.rs"]
pub mod deprecated;
/// Of the case `derives`.
#[path = "../../cases/ok/derives/expected/src/lib.rs"]
pub mod derives;
/// Of the case `dynamic_references`.
#[path = "../../cases/ok/dynamic_references/expected/src/lib.rs"]
pub mod dynamic_references;
/// Of the case `enum_open`.
#[path = "../../cases/ok/enum_open/expected/src/lib.rs"]
pub mod enum_open;
/// Of the case `enum_values`.
#[path = "../../cases/ok/enum_values/expected/src/lib.rs"]
pub mod enum_values;
/// Of the case `events`.
#[path = "../../cases/ok/events/expected/src/lib.rs"]
pub mod events;
/// Of the case `failures`.
#[path = "../../cases/ok/failures/expected/src/lib.rs"]
pub mod failures;
/// Of the case `filters`.
#[path = "../../cases/ok/filters/expected/src/lib.rs"]
pub mod filters;
/// Of the case `form_encoding`.
#[path = "../../cases/ok/form_encoding/expected/src/lib.rs"]
pub mod form_encoding;
/// Of the case `formats`.
#[path = "../../cases/ok/formats/expected/src/lib.rs"]
pub mod formats;
/// Of the case `formats_chosen`.
#[path = "../../cases/ok/formats_chosen/expected/src/lib.rs"]
pub mod formats_chosen;
/// Of the case `groups`.
#[path = "../../cases/ok/groups/expected/src/lib.rs"]
pub mod groups;
/// Of the case `header_roles`.
#[path = "../../cases/ok/header_roles/expected/src/lib.rs"]
pub mod header_roles;
/// Of the case `headers_and_cookies`.
#[path = "../../cases/ok/headers_and_cookies/expected/src/lib.rs"]
pub mod headers_and_cookies;
/// Of the case `hostile_docs`.
#[path = "../../cases/ok/hostile_docs/expected/src/lib.rs"]
pub mod hostile_docs;
/// Of the case `identifiers`.
#[path = "../../cases/ok/identifiers/expected/src/lib.rs"]
pub mod identifiers;
/// Of the case `inheritance`.
#[path = "../../cases/ok/inheritance/expected/src/lib.rs"]
pub mod inheritance;
/// Of the case `inline_types`.
#[path = "../../cases/ok/inline_types/expected/src/lib.rs"]
pub mod inline_types;
/// Of the case `json`.
#[path = "../../cases/ok/json/expected/src/lib.rs"]
pub mod json;
/// Of the case `labels_3_0`.
#[path = "../../cases/ok/labels_3_0/expected/src/lib.rs"]
pub mod labels_3_0;
/// Of the case `many_files`.
#[path = "../../cases/ok/many_files/expected/src/lib.rs"]
pub mod many_files;
/// Of the case `maps`.
#[path = "../../cases/ok/maps/expected/src/lib.rs"]
pub mod maps;
/// Of the case `multipart`.
#[path = "../../cases/ok/multipart/expected/src/lib.rs"]
pub mod multipart;
/// Of the case `multipart_positions`.
#[path = "../../cases/ok/multipart_positions/expected/src/lib.rs"]
pub mod multipart_positions;
/// Of the case `names`.
#[path = "../../cases/ok/names/expected/src/lib.rs"]
pub mod names;
/// Of the case `names_of_lints`.
#[path = "../../cases/ok/names_of_lints/expected/src/lib.rs"]
pub mod names_of_lints;
/// Of the case `no_content`.
#[path = "../../cases/ok/no_content/expected/src/lib.rs"]
pub mod no_content;
/// Of the case `no_operation_id`.
#[path = "../../cases/ok/no_operation_id/expected/src/lib.rs"]
pub mod no_operation_id;
/// Of the case `nullable_3_0`.
#[path = "../../cases/ok/nullable_3_0/expected/src/lib.rs"]
pub mod nullable_3_0;
/// Of the case `nullable_3_1`.
#[path = "../../cases/ok/nullable_3_1/expected/src/lib.rs"]
pub mod nullable_3_1;
/// Of the case `overlays`.
#[path = "../../cases/ok/overlays/expected/src/lib.rs"]
pub mod overlays;
/// Of the case `own_types`.
#[path = "../../cases/ok/own_types/expected/src/lib.rs"]
pub mod own_types;
/// Of the case `path_in_segment`.
#[path = "../../cases/ok/path_in_segment/expected/src/lib.rs"]
pub mod path_in_segment;
/// Of the case `pattern_properties`.
#[path = "../../cases/ok/pattern_properties/expected/src/lib.rs"]
pub mod pattern_properties;
/// Of the case `presence`.
#[path = "../../cases/ok/presence/expected/src/lib.rs"]
pub mod presence;
/// Of the case `query`.
#[path = "../../cases/ok/query/expected/src/lib.rs"]
pub mod query;
/// Of the case `query_strings`.
#[path = "../../cases/ok/query_strings/expected/src/lib.rs"]
pub mod query_strings;
/// Of the case `rarely_meant`.
#[path = "../../cases/ok/rarely_meant/expected/src/lib.rs"]
pub mod rarely_meant;
/// Of the case `rarely_meant_roles`.
#[path = "../../cases/ok/rarely_meant_roles/expected/src/lib.rs"]
pub mod rarely_meant_roles;

/// Of the case `read_and_write`.
#[path = "../../cases/ok/read_and_write/expected/src/lib.rs"]
pub mod read_and_write;
/// Of the case `recursion`.
#[path = "../../cases/ok/recursion/expected/src/lib.rs"]
pub mod recursion;
/// Of the case `references`.
#[path = "../../cases/ok/references/expected/src/lib.rs"]
pub mod references;
/// Of the case `renames`.
#[path = "../../cases/ok/renames/expected/src/lib.rs"]
pub mod renames;
/// Of the case `required_and_optional`.
#[path = "../../cases/ok/required_and_optional/expected/src/lib.rs"]
pub mod required_and_optional;
/// Of the case `same_path`.
#[path = "../../cases/ok/same_path/expected/src/lib.rs"]
pub mod same_path;
/// Of the case `scalars`.
#[path = "../../cases/ok/scalars/expected/src/lib.rs"]
pub mod scalars;
/// Of the case `security`.
#[path = "../../cases/ok/security/expected/src/lib.rs"]
pub mod security;
/// Of the case `self_address`.
#[path = "../../cases/ok/self_address/expected/src/lib.rs"]
pub mod self_address;
/// Of the case `server_types`.
#[path = "../../cases/ok/server_types/expected/src/lib.rs"]
pub mod server_types;
/// Of the case `several_media_types`.
#[path = "../../cases/ok/several_media_types/expected/src/lib.rs"]
pub mod several_media_types;
/// Of the case `several_successes`.
#[path = "../../cases/ok/several_successes/expected/src/lib.rs"]
pub mod several_successes;
/// Of the case `shared_headers`.
#[path = "../../cases/ok/shared_headers/expected/src/lib.rs"]
pub mod shared_headers;
/// Of the case `streamed_answers`.
#[path = "../../cases/ok/streamed_answers/expected/src/lib.rs"]
pub mod streamed_answers;
/// Of the case `streamed_bodies`.
#[path = "../../cases/ok/streamed_bodies/expected/src/lib.rs"]
pub mod streamed_bodies;
/// Of the case `styles`.
#[path = "../../cases/ok/styles/expected/src/lib.rs"]
pub mod styles;
/// Of the case `success_range`.
#[path = "../../cases/ok/success_range/expected/src/lib.rs"]
pub mod success_range;
/// Of the case `swagger_base_path`.
#[path = "../../cases/ok/swagger_base_path/expected/src/lib.rs"]
pub mod swagger_base_path;
/// Of the case `swagger_body`.
#[path = "../../cases/ok/swagger_body/expected/src/lib.rs"]
pub mod swagger_body;
/// Of the case `swagger_collection_format`.
#[path = "../../cases/ok/swagger_collection_format/expected/src/lib.rs"]
pub mod swagger_collection_format;
/// Of the case `swagger_file`.
#[path = "../../cases/ok/swagger_file/expected/src/lib.rs"]
pub mod swagger_file;
/// Of the case `swagger_form`.
#[path = "../../cases/ok/swagger_form/expected/src/lib.rs"]
pub mod swagger_form;
/// Of the case `swagger_media_types`.
#[path = "../../cases/ok/swagger_media_types/expected/src/lib.rs"]
pub mod swagger_media_types;
/// Of the case `swagger_references`.
#[path = "../../cases/ok/swagger_references/expected/src/lib.rs"]
pub mod swagger_references;
/// Of the case `swagger_schemas`.
#[path = "../../cases/ok/swagger_schemas/expected/src/lib.rs"]
pub mod swagger_schemas;
/// Of the case `swagger_schemes`.
#[path = "../../cases/ok/swagger_schemes/expected/src/lib.rs"]
pub mod swagger_schemes;
/// Of the case `swagger_security`.
#[path = "../../cases/ok/swagger_security/expected/src/lib.rs"]
pub mod swagger_security;
/// Of the case `tags`.
#[path = "../../cases/ok/tags/expected/src/lib.rs"]
pub mod tags;
/// Of the case `trimmed_names`.
#[path = "../../cases/ok/trimmed_names/expected/src/lib.rs"]
pub mod trimmed_names;
/// Of the case `tuples`.
#[path = "../../cases/ok/tuples/expected/src/lib.rs"]
pub mod tuples;
/// Of the case `unions`.
#[path = "../../cases/ok/unions/expected/src/lib.rs"]
pub mod unions;
/// Of the case `validate`.
#[path = "../../cases/ok/validate/expected/src/lib.rs"]
pub mod validate;
/// Of the case `warnings`.
#[path = "../../cases/ok/warnings/expected/src/lib.rs"]
pub mod warnings;
/// Of the case `xml`.
#[path = "../../cases/ok/xml/expected/src/lib.rs"]
pub mod xml;
/// Of the case `xml_lists`.
#[path = "../../cases/ok/xml_lists/expected/src/lib.rs"]
pub mod xml_lists;
/// Of the case `xml_node_types`.
#[path = "../../cases/ok/xml_node_types/expected/src/lib.rs"]
pub mod xml_node_types;
/// Of the case `xml_specification`.
#[path = "../../cases/ok/xml_specification/expected/src/lib.rs"]
pub mod xml_specification;
