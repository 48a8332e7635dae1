//! Which objects stand where: for each kind of object its keys that hold other objects.

/// The kinds of objects that are looked at. Schemas are found by their reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in super::super) enum Kind {
    Root,
    Info,
    License,
    Server,
    Variable,
    Components,
    PathItem,
    Operation,
    Parameter,
    Header,
    Body,
    MediaType,
    Encoding,
    Response,
    Callback,
    Link,
    Example,
}

/// How objects stand under a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Under {
    /// The value of the key is the object.
    Key(&'static str),
    /// The value is a list of them.
    List(&'static str),
    /// The value maps names to them.
    Map(&'static str),
    /// The object itself maps names to them.
    Names,
}

use Under::{Key, List, Map, Names};

impl Kind {
    /// Returns where objects stand below one of this kind, whatever the version: keys that a version
    /// lacks are said to be unknown by the readers.
    pub(in super::super) fn children(self) -> &'static [(Under, Kind)] {
        match self {
            Self::Root => &ROOT,
            Self::Info => &[(Key("license"), Self::License)],
            Self::Server => &[(Map("variables"), Self::Variable)],
            Self::Components => &COMPONENTS,
            Self::PathItem => &PATH_ITEM,
            Self::Operation => &OPERATION,
            Self::Parameter | Self::Header => &[
                (Map("examples"), Self::Example),
                (Map("content"), Self::MediaType),
            ],
            Self::Body => &[(Map("content"), Self::MediaType)],
            Self::MediaType => &MEDIA_TYPE,
            Self::Encoding => &ENCODING,
            Self::Response => &[
                (Map("headers"), Self::Header),
                (Map("content"), Self::MediaType),
                (Map("links"), Self::Link),
            ],
            Self::Callback => &[(Names, Self::PathItem)],
            Self::Link => &[(Key("server"), Self::Server)],
            Self::License | Self::Variable | Self::Example => &[],
        }
    }

    /// Whether names that begin with `x-` are extensions beside objects of this kind, and not names.
    pub(super) fn stands_beside_extensions(self) -> bool {
        matches!(self, Self::PathItem | Self::Response)
    }
}

const ROOT: [(Under, Kind); 7] = [
    (Key("info"), Kind::Info),
    (List("servers"), Kind::Server),
    (Key("components"), Kind::Components),
    (Map("paths"), Kind::PathItem),
    (Map("webhooks"), Kind::PathItem),
    // Where Swagger 2.0 keeps what later versions keep under `components`.
    (Map("parameters"), Kind::Parameter),
    (Map("responses"), Kind::Response),
];

const COMPONENTS: [(Under, Kind); 9] = [
    (Map("responses"), Kind::Response),
    (Map("parameters"), Kind::Parameter),
    (Map("examples"), Kind::Example),
    (Map("requestBodies"), Kind::Body),
    (Map("headers"), Kind::Header),
    (Map("links"), Kind::Link),
    (Map("callbacks"), Kind::Callback),
    (Map("pathItems"), Kind::PathItem),
    (Map("mediaTypes"), Kind::MediaType),
];

const PATH_ITEM: [(Under, Kind); 12] = [
    (List("servers"), Kind::Server),
    (List("parameters"), Kind::Parameter),
    (Key("get"), Kind::Operation),
    (Key("put"), Kind::Operation),
    (Key("post"), Kind::Operation),
    (Key("delete"), Kind::Operation),
    (Key("options"), Kind::Operation),
    (Key("head"), Kind::Operation),
    (Key("patch"), Kind::Operation),
    (Key("trace"), Kind::Operation),
    (Key("query"), Kind::Operation),
    (Map("additionalOperations"), Kind::Operation),
];

const OPERATION: [(Under, Kind); 5] = [
    (List("servers"), Kind::Server),
    (List("parameters"), Kind::Parameter),
    (Key("requestBody"), Kind::Body),
    (Map("responses"), Kind::Response),
    (Map("callbacks"), Kind::Callback),
];

const MEDIA_TYPE: [(Under, Kind); 4] = [
    (Map("examples"), Kind::Example),
    (Map("encoding"), Kind::Encoding),
    (List("prefixEncoding"), Kind::Encoding),
    (Key("itemEncoding"), Kind::Encoding),
];

const ENCODING: [(Under, Kind); 4] = [
    (Map("headers"), Kind::Header),
    (Map("encoding"), Kind::Encoding),
    (List("prefixEncoding"), Kind::Encoding),
    (Key("itemEncoding"), Kind::Encoding),
];
