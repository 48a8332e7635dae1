//! What a name may not be, by the kind of item.
//!
//! Tables only; the scope applies them.

use super::words::Case;

/// What is named in a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The types of `models`.
    Model,
    /// The types of `operations`.
    Operation,
    /// The variants of an enum of values.
    Variant,
    /// The variants of an enum of types.
    Member,
    /// The variants of an enum of bodies, media types or outputs.
    Choice,
    /// The methods of an enum of outputs.
    Accessor,
    /// The fields of a model.
    Field,
    /// The variables of a model's reading function.
    Local,
    /// The methods of the client.
    Method,
    /// The fields and methods of a request builder.
    Parameter,
    /// The fields and methods of a struct of parts.
    Part,
    /// The methods of the client's builder that take credentials.
    Credential,
    /// The types of `servers`.
    Server,
    /// The files of one folder, also on a file system that is blind to case.
    File,
    /// The statics of one file or function.
    Static,
    /// Crates.
    Crate,
}

impl Kind {
    pub(super) fn case(self) -> Case {
        match self {
            Self::Model
            | Self::Operation
            | Self::Variant
            | Self::Member
            | Self::Choice
            | Self::Server => Case::Camel,
            Self::Field
            | Self::Local
            | Self::Method
            | Self::Parameter
            | Self::Part
            | Self::Credential
            | Self::Accessor
            | Self::File
            | Self::Crate => Case::Snake,
            Self::Static => Case::Constant,
        }
    }

    /// The word that makes a name out of a text that is none by itself.
    pub(super) fn stem(self) -> &'static str {
        match self {
            Self::Model => "type",
            Self::Operation | Self::Method => "operation",
            Self::Variant | Self::Choice | Self::Accessor | Self::Local | Self::Static => "value",
            Self::Member => "variant",
            Self::Field => "property",
            Self::Parameter => "parameter",
            Self::Part => "part",
            Self::Credential => "credential",
            Self::Server => "server",
            Self::File => "group",
            Self::Crate => "client",
        }
    }

    pub(super) fn reserves(self, name: &str) -> bool {
        self.reserved().contains(&name) || NEVER.contains(&name)
    }

    /// Whether a keyword may be had as `r#keyword`.
    pub(super) fn admits_raw(self) -> bool {
        // `r#type.rs` and `mod r#type` are legal and help nobody.
        self != Self::File && self != Self::Crate
    }

    fn reserved(self) -> &'static [&'static str] {
        match self {
            Self::Model => MODELS,
            Self::Operation => OPERATIONS,
            Self::Variant | Self::Member => &["Unknown"],
            Self::Choice | Self::Accessor | Self::Static => &[],
            Self::Field => &["additional_properties"],
            Self::Local => &["additional_properties", "input"],
            Self::Method => &[
                "builder",
                "clone",
                "fmt",
                "into",
                "to_owned",
                "with_header",
                "with_query",
            ],
            Self::Parameter => PARAMETERS,
            Self::Part => &["clone", "fmt", "from", "into", "more", "new", "part"],
            Self::Credential => CREDENTIALS,
            Self::Server => SERVERS,
            Self::File => FILES,
            Self::Crate => CRATES,
        }
    }
}

pub(super) fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

/// Keywords without a raw form.
const NEVER: &[&str] = &["Self", "_", "crate", "self", "super"];

/// The prelude, as far as generated files use it, and what files of models import.
const MODELS: &[&str] = &[
    "AdditionalProperties",
    "Box",
    "Bytes",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Display",
    "Eq",
    "Err",
    "From",
    "Hash",
    "Into",
    "IntoIterator",
    "Map",
    "None",
    "Number",
    "Ok",
    "Option",
    "PartialEq",
    "Result",
    "Some",
    "String",
    "Value",
    "Vec",
];

/// The same for files of operations.
const OPERATIONS: &[&str] = &[
    "BlockingDownload",
    "BlockingEvents",
    "BlockingItems",
    "Body",
    "Box",
    "Bytes",
    "Client",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Eq",
    "Err",
    "Download",
    "Error",
    "ErrorAnswer",
    "EventItem",
    "Events",
    "FilePart",
    "From",
    "Hash",
    "Into",
    "IntoIterator",
    "Items",
    "Map",
    "Multipart",
    "None",
    "Number",
    "Ok",
    "Operation",
    "OperationInfo",
    "Option",
    "Parameter",
    "Part",
    "PartInfo",
    "PartialEq",
    "RequestWriter",
    "Response",
    "ResponseHeader",
    "ResponseReader",
    "Result",
    "Sending",
    "Some",
    "String",
    "Style",
    "Value",
    "Vec",
];

/// The methods that every request builder has, and traits would call by the same name.
const PARAMETERS: &[&str] = &[
    "accept",
    "body",
    "client",
    "clone",
    "fmt",
    "info",
    "into",
    "new",
    "read",
    "request",
    "response",
    "send",
    "send_blocking",
    "send_events",
    "send_events_blocking",
    "send_items",
    "send_items_blocking",
    "send_streaming",
    "send_streaming_blocking",
    "write",
];

/// The methods that every client builder has.
const CREDENTIALS: &[&str] = &[
    "base_url",
    "blocking_transport",
    "build",
    "core",
    "fmt",
    "limits",
    "retry",
    "server",
    "transport",
];

/// What the file of servers imports, and the prelude as far as it uses it.
const SERVERS: &[&str] = &[
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Eq",
    "From",
    "Hash",
    "PartialEq",
    "ServerUrl",
    "String",
];

/// What the folders and their roots are called, and what Windows takes for devices.
const FILES: &[&str] = &[
    "aux",
    "codec",
    "com0",
    "com1",
    "com2",
    "com3",
    "com4",
    "com5",
    "com6",
    "com7",
    "com8",
    "com9",
    "con",
    "lpt0",
    "lpt1",
    "lpt2",
    "lpt3",
    "lpt4",
    "lpt5",
    "lpt6",
    "lpt7",
    "lpt8",
    "lpt9",
    "mod",
    "models",
    "nul",
    "operations",
    "prn",
];

/// Crates that come with Rust, the runtime, names that cargo refuses, and the module that the root
/// imports from, whose name would mean both in doc tests.
const CRATES: &[&str] = &[
    "alloc",
    "bench",
    "build",
    "client",
    "core",
    "deps",
    "engross",
    "engross_runtime",
    "examples",
    "incremental",
    "proc_macro",
    "std",
    "test",
];

/// Strict and reserved keywords of edition 2024 that have a raw form.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];
