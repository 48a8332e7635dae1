//! The table of rules. Each row: why, the id, the verdict on the wire, the verdict on the crate.

use super::Wire::{self, Always, ByUse};
use super::{Semver, Verdict};
use Semver::{Major, Minor, Patch};
use Verdict::{Breaking, Compatible, Warning};

/// What a row of the table says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) id: &'static str,
    pub(super) wire: Wire,
    pub(super) rust: Semver,
}

macro_rules! rules {
    ($($(#[$why:meta])* $name:ident = $id:literal, $wire:expr, $rust:expr;)*) => {
        /// A kind of change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Rule {
            $($(#[$why])* $name,)*
        }

        impl Rule {
            /// All rules, in the order of the table.
            #[cfg(test)]
            pub(crate) const ALL: &[Self] = &[$(Self::$name),*];

            pub(super) fn row(self) -> Row {
                let (id, wire, rust) = match self {
                    $(Self::$name => ($id, $wire, $rust),)*
                };
                Row { id, wire, rust }
            }
        }
    };
}

rules! {
    // Any item.
    /// What people wrote is no part of the wire; the documentation of the crate changes.
    DocsChanged = "docs-changed", Always(Compatible), Patch;
    /// The item still works; users of the crate may get a warning from the compiler.
    Deprecated = "deprecated", Always(Compatible), Minor;
    /// The item is as good as any other again.
    NoLongerDeprecated = "no-longer-deprecated", Always(Compatible), Patch;

    // The API as a whole.
    /// Users may choose more; all that was there is there by default.
    FeatureAdded = "feature-added", Always(Compatible), Minor;
    /// Cargo refuses a dependency that asks for it.
    FeatureRemoved = "feature-removed", Always(Compatible), Major;
    /// Title and version are shown to people only.
    ApiRenamed = "api-renamed", Always(Compatible), Patch;
    /// Nobody is forced to another server.
    ServerAdded = "server-added", Always(Compatible), Patch;
    /// Clients call a server that nobody promises any more; it may still answer.
    ServerRemoved = "server-removed", Always(Warning), Patch;
    /// The regenerated client calls another server unless told which.
    DefaultServerChanged = "default-server-changed", Always(Compatible), Minor;
    /// The client's builder gets a method.
    SecuritySchemeAdded = "security-scheme-added", Always(Compatible), Minor;
    /// What that does to requests is judged per operation; the builder loses a method.
    SecuritySchemeRemoved = "security-scheme-removed", Always(Compatible), Major;
    /// Only the description uses the name of a scheme, but the builder's method is called after it.
    SecuritySchemeRenamed = "security-scheme-renamed", Always(Compatible), Major;
    /// A credential sent the old way is no credential the new way; the builder's method changes.
    SecuritySchemeChanged = "security-scheme-changed", Always(Breaking), Major;

    // Operations.
    /// Nobody calls it yet; the client gets a method.
    OperationAdded = "operation-added", Always(Compatible), Minor;
    /// Calls get an answer that nobody described; the client loses a method.
    OperationRemoved = "operation-removed", Always(Breaking), Major;
    /// The description still has it, so callers are fine, but the generator had to leave it out.
    OperationNotGenerated = "operation-not-generated", Always(Compatible), Major;
    /// The description had it all along; now the client has it too.
    OperationNowGenerated = "operation-now-generated", Always(Compatible), Minor;
    /// Calls go to the old method and path; the method of the client keeps its name.
    OperationMoved = "operation-moved", Always(Breaking), Patch;
    /// The id never travels, but the client's method is called after it.
    OperationIdChanged = "operation-id-changed", Always(Compatible), Major;
    /// Tags never travel; they only decide which file an operation is generated into.
    OperationTagsChanged = "operation-tags-changed", Always(Compatible), Patch;
    /// Positional arguments change places, and if their types agree no compiler notices.
    ArgumentsReordered = "arguments-reordered", Always(Compatible), Major;
    /// Clients that satisfy none of the alternatives that are left are refused.
    SecurityTightened = "security-tightened", Always(Breaking), Patch;
    /// Whoever was let in still is.
    SecurityLoosened = "security-loosened", Always(Compatible), Patch;
    /// The operation is promised at other places than before; the old ones may still answer.
    OperationServersChanged = "operation-servers-changed", Always(Warning), Patch;

    // Parameters.
    /// Requests lack it and are refused; the client's method gets an argument.
    RequiredParameterAdded = "required-parameter-added", Always(Breaking), Major;
    /// Requests may go on without it; the request builder gets a method.
    OptionalParameterAdded = "optional-parameter-added", Always(Compatible), Minor;
    /// Requests still carry it: most servers ignore it, some refuse it; argument or method go.
    ParameterRemoved = "parameter-removed", Always(Warning), Major;
    /// Requests without it are refused; a method of the builder becomes an argument.
    ParameterBecameRequired = "parameter-became-required", Always(Breaking), Major;
    /// Requests that carry it are as good as before; an argument becomes a method.
    ParameterBecameOptional = "parameter-became-optional", Always(Compatible), Major;
    /// A path carries values, not names, and header names have no case; arguments are positional.
    ParameterRenamed = "parameter-renamed", Always(Compatible), Patch;
    /// Values arrive in a form that the server no longer expects.
    ParameterStyleChanged = "parameter-style-changed", Always(Breaking), Patch;
    /// The job of a header is local knowledge: the client treats it otherwise.
    ParameterRoleChanged = "parameter-role-changed", Always(Compatible), Minor;

    // Request bodies.
    /// Requests have no body and are refused; the client's method gets an argument.
    RequiredBodyAdded = "required-request-body-added", Always(Breaking), Major;
    /// Requests may go on without; the request builder gets a method.
    OptionalBodyAdded = "optional-request-body-added", Always(Compatible), Minor;
    /// Requests still carry one: most servers ignore it, some refuse it; argument or method go.
    BodyRemoved = "request-body-removed", Always(Warning), Major;
    /// Requests without one are refused; a method of the builder becomes an argument.
    BodyBecameRequired = "request-body-became-required", Always(Breaking), Major;
    /// Requests that carry one are as good as before; an argument becomes a method.
    BodyBecameOptional = "request-body-became-optional", Always(Compatible), Major;
    /// Nobody sends it yet; the enum of bodies is non-exhaustive.
    RequestMediaTypeAdded = "request-media-type-added", Always(Compatible), Minor;
    /// Clients that send it are refused; the enum of bodies loses a variant.
    RequestMediaTypeRemoved = "request-media-type-removed", Always(Breaking), Major;
    /// Deployed clients go on as they are; the regenerated one sends another media type.
    DefaultRequestMediaTypeChanged = "default-request-media-type-changed", Always(Compatible), Minor;

    // Responses.
    /// Clients that know the listed successes only meet one that they cannot read.
    SuccessResponseAdded = "success-response-added", Always(Warning), Patch;
    /// Clients wait for an answer that does not come any more.
    SuccessResponseRemoved = "success-response-removed", Always(Breaking), Patch;
    /// An error by another name is an error still; error bodies are read on demand.
    ErrorResponseAdded = "error-response-added", Always(Compatible), Patch;
    /// As above: clients lose nothing but a promise of what the error looks like.
    ErrorResponseRemoved = "error-response-removed", Always(Compatible), Patch;
    /// Clients that do not look at a body are not disturbed by one.
    ResponseBodyAdded = "response-body-added", Always(Compatible), Patch;
    /// Clients read a body that is not there.
    ResponseBodyRemoved = "response-body-removed", Always(Breaking), Patch;
    /// What the method of the client returns is another type, or a variant of it is gone.
    OutputChanged = "output-changed", Always(Compatible), Major;
    /// The enum over the statuses, which is non-exhaustive, gets a variant.
    OutputExtended = "output-extended", Always(Compatible), Minor;
    /// Clients ask for what they know; the enum of media types to accept is non-exhaustive.
    ResponseMediaTypeAdded = "response-media-type-added", Always(Compatible), Minor;
    /// Clients that ask for it get another or none; the enum loses a variant.
    ResponseMediaTypeRemoved = "response-media-type-removed", Always(Breaking), Major;
    /// Deployed clients go on as they are; the regenerated one asks for another first.
    DefaultResponseMediaTypeChanged =
        "default-response-media-type-changed", Always(Compatible), Minor;
    /// A header more does not disturb; there is a constant for it.
    ResponseHeaderAdded = "response-header-added", Always(Compatible), Minor;
    /// Clients read a header that was always there.
    RequiredResponseHeaderRemoved = "required-response-header-removed", Always(Breaking), Major;
    /// Clients had to live without it, but some may wait for it.
    OptionalResponseHeaderRemoved = "optional-response-header-removed", Always(Warning), Major;
    /// On the wire nothing changes; the constant of a header that the description has once stands elsewhere.
    ResponseHeaderMoved = "response-header-moved", Always(Compatible), Major;
    /// A promise more.
    ResponseHeaderBecameRequired = "response-header-became-required", Always(Compatible), Patch;
    /// Clients rely on a header that may now be missing.
    ResponseHeaderBecameOptional = "response-header-became-optional", Always(Breaking), Patch;

    // Types.
    /// Its uses are judged where they stand; the crate gets a type.
    TypeAdded = "type-added", Always(Compatible), Minor;
    /// All that is in the type allows it now.
    TraitGained = "trait-gained", Always(Compatible), Minor;
    /// What was added to the type, or to one in it, has no such trait: code that needs it stops compiling.
    TraitLost = "trait-lost", Always(Compatible), Major;
    /// A property has one value that constructors know, or has no longer.
    ConstructorChanged = "constructor-changed", Always(Compatible), Major;
    /// What holds itself is in a box; code that makes or takes it apart has to follow.
    BoxChanged = "box-changed", Always(Compatible), Major;
    /// Its uses are judged where they stand; the crate loses a type.
    TypeRemoved = "type-removed", Always(Compatible), Major;
    /// Judged by what the values were and are: values that one side cannot read break.
    TypeChanged = "type-changed", ByUse(Breaking, Breaking), Major;
    /// The same JSON values in another range or reading.
    FormatChanged = "format-changed", ByUse(Breaking, Breaking), Major;
    /// The name stands for another type; judged like a change of type.
    AliasRetargeted = "alias-retargeted", ByUse(Breaking, Breaking), Major;
    /// Old requests hold no null, which is fine; old readers expect none, which is not.
    BecameNullable = "became-nullable", ByUse(Compatible, Breaking), Major;
    /// Old requests may hold null and are refused; old readers can do without it.
    NoLongerNullable = "no-longer-nullable", ByUse(Breaking, Compatible), Major;
    /// Values that were allowed are refused; what clients receive only gets narrower.
    ConstraintTightened = "constraint-tightened", ByUse(Breaking, Compatible), Patch;
    /// More is allowed; clients may receive values that they did not have to expect.
    ConstraintLoosened = "constraint-loosened", ByUse(Compatible, Warning), Patch;
    /// Which values the two wordings allow cannot be compared.
    ConstraintChanged = "constraint-changed", ByUse(Warning, Warning), Patch;
    /// Documents have other names in them; codecs change, types do not.
    XmlChanged = "xml-changed", ByUse(Breaking, Breaking), Patch;

    // Enums.
    /// Old requests never hold it; old readers meet a value that their list lacks. Our enums keep
    /// unknown values and are non-exhaustive.
    EnumValueAdded = "enum-value-added", ByUse(Compatible, Warning), Minor;
    /// Requests that hold it are refused; receivers can do without it. The variant goes.
    EnumValueRemoved = "enum-value-removed", ByUse(Breaking, Compatible), Major;

    // Unions.
    /// Old requests never hold it; old readers meet a value that fits none they know. Our enums keep
    /// it and are non-exhaustive.
    UnionMemberAdded = "union-member-added", ByUse(Compatible, Warning), Minor;
    /// Requests that hold it are refused; receivers can do without it. The variant goes.
    UnionMemberRemoved = "union-member-removed", ByUse(Breaking, Compatible), Major;
    /// A value that was for one type may be read as another one.
    DiscriminatorChanged = "discriminator-changed", ByUse(Breaking, Breaking), Patch;

    // Objects.
    /// Old requests lack it and are refused; old readers skip it. `new` gets an argument.
    RequiredPropertyAdded = "required-property-added", ByUse(Breaking, Compatible), Major;
    /// As above, but a server that knows the default may fill it in.
    RequiredPropertyWithDefaultAdded =
        "required-property-with-default-added", ByUse(Warning, Compatible), Major;
    /// Old requests may lack it, old readers skip it. Structs without required fields are written
    /// with `..Default::default()`, the others are non-exhaustive.
    OptionalPropertyAdded = "optional-property-added", ByUse(Compatible, Compatible), Minor;
    /// Old requests still hold it, which open objects allow; old readers rely on it.
    RequiredPropertyRemoved = "required-property-removed", ByUse(Warning, Breaking), Major;
    /// Old requests may hold it, which open objects allow; old readers had to live without it.
    OptionalPropertyRemoved = "optional-property-removed", ByUse(Warning, Warning), Major;
    /// Old requests may hold it, and a closed object refuses what it does not name.
    ClosedPropertyRemoved = "closed-object-property-removed", ByUse(Breaking, Warning), Major;
    /// Requests without it are refused; readers get a promise more. `Option` goes.
    PropertyBecameRequired = "property-became-required", ByUse(Breaking, Compatible), Major;
    /// Requests that hold it are as good as before; readers rely on it. `Option` comes.
    PropertyBecameOptional = "property-became-optional", ByUse(Compatible, Breaking), Major;
    /// Servers ignore or refuse a read-only property in a request.
    PropertyBecameReadOnly = "property-became-read-only", ByUse(Warning, Compatible), Patch;
    /// Requests may hold it now.
    PropertyNoLongerReadOnly = "property-no-longer-read-only", ByUse(Compatible, Compatible), Patch;
    /// Requests lacked it as they had to, and now must hold it.
    RequiredPropertyNoLongerReadOnly =
        "required-property-no-longer-read-only", ByUse(Breaking, Compatible), Patch;
    /// Readers no longer get it, though they could live without.
    PropertyBecameWriteOnly = "property-became-write-only", ByUse(Compatible, Warning), Patch;
    /// Readers no longer get what was always there.
    RequiredPropertyBecameWriteOnly =
        "required-property-became-write-only", ByUse(Compatible, Breaking), Patch;
    /// Readers skip what they did not expect.
    PropertyNoLongerWriteOnly =
        "property-no-longer-write-only", ByUse(Compatible, Compatible), Patch;
    /// A request without the property now means something else.
    DefaultChanged = "property-default-changed", ByUse(Warning, Compatible), Patch;
    /// `new` takes the required properties by position, and equal types hide a swap.
    RequiredPropertiesReordered = "required-properties-reordered", ByUse(Compatible, Compatible), Major;
    /// Requests with other properties are refused; readers get less. The field for them goes.
    AdditionalClosed = "additional-properties-closed", ByUse(Breaking, Compatible), Major;
    /// Requests are as good as before; readers that insist on the list may fail. A field comes.
    AdditionalOpened = "additional-properties-opened", ByUse(Compatible, Warning), Minor;
    /// Other properties had any value and now must have one type; the field changes its type.
    AdditionalTyped = "additional-properties-typed", ByUse(Breaking, Compatible), Major;
    /// Other properties had one type and may now have any value; the field changes its type.
    AdditionalUntyped = "additional-properties-untyped", ByUse(Compatible, Breaking), Major;
}
