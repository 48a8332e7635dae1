//! The table of codes: for each its name in the program, its number, its title and its explanation.
//!
//! A number is for ever: it is never given to another code. `E` stands for an error, `W` for a
//! warning; the hundreds stand for the stage. Rows are sorted by number, errors first.

use super::Severity;

macro_rules! codes {
    ($($name:ident = $id:literal, $title:literal, $explanation:literal;)*) => {
        /// What kind of thing is said.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Code {
            $(#[doc = concat!("Code `", $id, "`.")] $name,)*
        }

        impl Code {
            /// All codes, in the order of the table.
            pub(crate) const ALL: &[Self] = &[$(Self::$name),*];

            fn row(self) -> [&'static str; 3] {
                match self {
                    $(Self::$name => [$id, $title, $explanation],)*
                }
            }
        }
    };
}

impl Code {
    /// Returns the code with this number, as in `E0201`, in any capitals.
    pub(crate) fn parse(id: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.id().eq_ignore_ascii_case(id))
    }

    /// Returns the number, as in `E0201`.
    pub(crate) fn id(self) -> &'static str {
        self.row()[0]
    }

    /// Returns a title of a few words, as in `reference that leads nowhere`.
    pub(crate) fn title(self) -> &'static str {
        self.row()[1]
    }

    /// Returns a paragraph on what it means and what to do.
    pub(crate) fn explanation(self) -> &'static str {
        self.row()[2]
    }

    pub(crate) fn severity(self) -> Severity {
        if self.id().starts_with('E') {
            Severity::Error
        } else {
            Severity::Warning
        }
    }
}

codes! {
    // 01: reading.
    UnreadableFile = "E0101", "file that cannot be read",
        "The system refused to give the content of the file, or it is not a plain file. The message \
         ends with the system's own words. Check the path and its permissions.";
    FileTooLarge = "E0102", "file beyond the limit of size",
        "Descriptions are read whole, so their size is limited, for one file and for all files \
         together. A description beyond that is a mistake or an attack; split it or shorten it.";
    NotUtf8 = "E0103", "text that is not UTF-8",
        "Descriptions are read as UTF-8, the only encoding that JSON allows between systems and the \
         usual one of YAML. Save the file as UTF-8.";
    EmptyFile = "E0104", "file without content",
        "The file has nothing in it but blanks and comments, so it describes nothing.";
    InvalidJson = "E0105", "invalid JSON",
        "The text breaks the grammar of JSON (RFC 8259). JSON has no comments, no trailing commas, no \
         single quotes, and quotes around every key. A file called `.json` is always read as JSON.";
    InvalidYaml = "E0106", "invalid YAML",
        "The text breaks the grammar of YAML 1.2. The usual causes are tabs in the indentation, an \
         indentation that fits no line above, a missing blank after a colon, and unquoted text with \
         `: ` or ` #` in it or with a special first character such as `*`, `&`, `@`, `%` or `[`.";
    DuplicateKey = "E0107", "key given twice",
        "One object has the same key twice. Which of the two values counts differs from tool to tool, \
         so neither is taken. Remove or rename one of them. Keys are compared as text: `200` and \
         `\"200\"` are the same key.";
    TooDeep = "E0108", "nesting beyond the limit",
        "Objects and arrays stand in each other beyond any sensible depth. No description written for \
         use does that.";
    TooLarge = "E0109", "description beyond the limit of values",
        "The description has more values than can be handled, counting what stands behind every alias \
         as often as it is used, and the parameters, bodies, responses and security requirements of \
         each operation, shared or not. A small text that grows like that is an attack.";
    SeveralDocuments = "E0110", "several YAML documents in one file",
        "A line `---` starts another document. A description is one document; keep the others in files \
         of their own.";
    UnsupportedKey = "E0111", "key that is not a scalar",
        "YAML allows objects and arrays as keys; JSON and so OpenAPI do not. A key such as `{id}` must \
         be quoted, or YAML takes it for an object.";
    TagMismatch = "E0112", "value that does not fit its tag",
        "A YAML tag such as `!!int` says what the value is, and the value is something else.";
    BadAlias = "E0113", "alias that leads nowhere",
        "An alias `*name` repeats the value marked `&name` before it in the same file. It can name \
         neither a later value nor the value it stands in.";
    BadMergeKey = "E0114", "merge key without an object",
        "A merge key `<<` takes over the entries of an object, or of several objects in a list, usually \
         through aliases. It takes nothing else.";

    // 02: references.
    UnresolvedReference = "E0201", "reference that leads nowhere",
        "The part of a `$ref` after `#` is a path of keys and array positions from the root of the \
         file, and some step of it does not exist. In it, `/` within a key is written `~1` and `~` is \
         written `~0`. From OpenAPI 3.1 on it can also be the name that an `$anchor` gives to a schema, \
         and below a schema with an `$id` both count from that schema.";
    MissingFile = "E0202", "reference to a file that is missing",
        "The part of a `$ref` before `#` is a path relative to the file it stands in, and there is no \
         file. Capitals count.";
    ReferenceOutsideFolder = "E0203", "reference out of the description's folder",
        "A description may only refer to files in the folder of its first file and below it, and in \
         folders that the configuration allows under `references.folders`. Nothing else on the machine \
         is read, whatever the description says: no absolute path, no `..` beyond the folder, no \
         symbolic link out of it.";
    RemoteReference = "E0204", "reference to another machine",
        "The reference is a URL, and nothing that was read calls itself so by `$id` or `$self`. Nothing \
         is fetched, because generation must give the same result everywhere and always, unless the \
         configuration allows the origin under `references.origins`. Better save the file beside the \
         description and refer to it by its path.";
    CircularReference = "E0205", "references that only lead to each other",
        "A `$ref` leads to another `$ref` and so on back to the first, so there is nothing to be found. \
         (A schema that contains itself somewhere below is fine.)";
    MalformedReference = "E0206", "reference that cannot be understood",
        "A `$ref` is a path of a file, a fragment `#/...`, or both. In the path, folders are separated \
         by `/` on every system.";
    UnreadReference = "E0207", "reference to a file that was not read",
        "Files are read where a `$ref` names them. References within examples, defaults, enumerations \
         and extensions are plain values, so the files they name are not read.";

    MalformedIdentifier = "E0220", "identifier that cannot be understood",
        "An `$id` and a `$self` are URIs or relative paths, without anything after `#`. An `$anchor` is a \
         name of letters, digits, `-`, `_` and `.` that begins with a letter or `_` (JSON Schema 2020-12, \
         8.2).";
    DuplicateIdentifier = "E0221", "identifier given twice",
        "Two schemas have the same `$id`, or two below the same `$id` the same `$anchor` or \
         `$dynamicAnchor`, so that a reference to it could mean either.";
    FailedFetch = "E0222", "document that could not be fetched",
        "The configuration allows the origin of a reference under `references.origins`, and the document \
         did not come: the machine cannot be reached, answers with something else than the document, \
         redirects to another origin, or this build is without the feature `network`.";
    UnusedAllowance = "E0223", "allowed folder or origin without a reference",
        "The configuration allows a folder or an origin under `references`, and no reference leads there. \
         A setting that matches nothing is a mistake, and this one would open a door for nothing.";
    LongReference = "E0224", "reference over too many others",
        "A `$ref` leads to another `$ref`, and so on, more often than anybody can follow: 32 times, or 256 \
         times between schemas.";
    // 023: overlays.
    OverlayVersion = "E0230", "overlay that cannot be read",
        "A file that is named as an overlay must be an OpenAPI Overlay document of version 1.0 or 1.1, \
         and say so in the key `overlay`.";
    InvalidOverlay = "E0231", "overlay that breaks its specification",
        "The Overlay Specification wants another key or another kind of value here. An overlay has \
         `overlay`, `info` (with `title` and `version`), `actions` and, if need be, `extends`; an action \
         has a `target` and one of `update`, `remove` and, from 1.1 on, `copy`.";
    OverlayMismatch = "E0232", "overlay for another description",
        "The overlay says in `extends` which description it was written for, and it is applied to \
         another one. A relative reference counts from the overlay's own folder; a URL must be the \
         description's `$self`.";
    InvalidQuery = "E0233", "invalid JSONPath",
        "Targets of overlays are JSONPath queries as RFC 9535 has them, as in `$.paths.*.get` or \
         `$.paths[*][?@.deprecated == true]`. Names with anything but letters, digits and `_` are \
         quoted, as in `$.info['x-audience']`. Extensions of other tools are not understood.";
    UnmatchedAction = "E0234", "overlay action that matches nothing",
        "The query selects nothing in the description as it is when the action's turn comes. The \
         specification lets such an action pass; here it is a mistake, because what was to be changed \
         stays unchanged without a word: the description has changed, or the query is misspelt. Queries \
         look at the first file only and do not follow `$ref`.";
    ImpossibleAction = "E0235", "overlay action that cannot be applied",
        "An object can be merged into an object only; a list is appended to a list, and so is anything \
         else that is the target's own update; a single value takes the place of a single value, from \
         version 1.1 on. All targets of an action are of one kind. What is copied is exactly one value. \
         The description itself cannot be removed.";
    OverlayLimit = "E0236", "overlay beyond the limits",
        "Queries with several `..` or with filters in filters can need more steps than there are atoms, \
         and updates can double a description again and again; so the work and the growth are limited, \
         far beyond what overlays in use need.";

    // 024: filters.
    UnmatchedFilter = "E0240", "filter that matches nothing",
        "An entry of `include` or `exclude` fits no operation of the description. A setting that matches \
         nothing is a mistake: the description has changed, or the entry is misspelt. Tags, ids and paths \
         are compared with capitals; in a path, `*` stands for any text.";
    EmptySelection = "E0241", "filters that leave nothing",
        "No operation is left. Every list of `include` makes the API smaller: an operation must fit one \
         entry of each. Of `exclude`, one entry that fits is enough to leave an operation out.";

    // 03: the objects of OpenAPI.
    UnsupportedVersion = "E0301", "version of OpenAPI that cannot be read",
        "The first file must be an OpenAPI document of version 3.0, 3.1 or 3.2, and say so in the key \
         `openapi`, or one of Swagger 2.0, which says `swagger: \"2.0\"`.";
    WrongKind = "E0302", "value of the wrong kind",
        "OpenAPI wants another kind of value here: an object, a list, a text, a number or a flag. In \
         YAML, a missing `- ` or a wrong indentation is the usual cause.";
    MissingKey = "E0303", "required key that is missing",
        "OpenAPI demands this key, and nothing can be made of the object without it.";
    UnknownValue = "E0304", "value that is not one of the known ones",
        "The key takes one of a few words, and this is none of them. Capitals count.";
    InvalidPath = "E0305", "path that cannot be understood",
        "A path begins with `/`, and each parameter in it stands in braces, as in `/pets/{petId}`. A \
         brace must be closed before the next one is opened.";
    InvalidName = "E0306", "name that cannot be sent",
        "The name of a header, and that of a method, is made of letters, digits and a few signs such as \
         `-` and `_`, without blanks (RFC 9110, 5.6.2). The name of a path parameter stands in braces in \
         the path, so it has none itself.";

    SeveralBodies = "E0307", "request with several bodies",
        "In Swagger 2.0, the body is a parameter `in: body`, of which there is one at most, or it is made \
         of all parameters `in: formData`. A request cannot have both.";
    InvalidHost = "E0308", "host that is more or less than a host",
        "In Swagger 2.0, `host` is a name and, if need be, a port, as in `api.example.org:8080`. What \
         stands before it in a URL is under `schemes`, what stands behind it is `basePath`.";

    ExclusiveKeys = "E0310", "keys that exclude each other",
        "OpenAPI has two keys for the same thing, and an object has both, so that one of them would be \
         ignored. Which one differs from tool to tool. Keep one of them.";
    KeyNotAllowed = "E0311", "key that is not allowed in its place",
        "The key is one of the object's, but not with what the object says besides: for its place (`in`), \
         its style or its media type the key has no meaning, and OpenAPI forbids it.";
    EmptyList = "E0312", "list that must not be empty",
        "The list says which values there are. An empty one would say that there are none. Remove the key \
         if every value is allowed.";
    QueryStringConflict = "E0313", "whole query and a part of it",
        "A parameter `in: querystring` is the whole query of a URL (OAS 3.2, 4.12.1), so there can be no \
         second one, and no parameters `in: query` beside it.";
    MethodWithKey = "E0314", "additional operation with a method that has a key",
        "`additionalOperations` is for methods that OpenAPI has no key for, in their own capitals, as in \
         `COPY`. The others have keys of path items, as in `get`.";
    UnknownParentTag = "E0341", "tag under one that does not exist",
        "The `parent` of a tag is the name of another tag, and both are declared in the list `tags` of \
         the description (OAS 3.2, 4.22).";
    CircularTags = "E0342", "tags that stand under each other",
        "The `parent` of a tag leads to another tag and so on back to the first, so the tags are no tree.";

    // 04: the model of the API.
    DuplicateOperationId = "E0401", "operation id given twice",
        "Every `operationId` is unique in a description (OAS 3.1, 4.8.10), because it names the \
         operation for everybody.";
    // `E0402` was what is `W0375` now.
    UnknownSecurityScheme = "E0403", "security scheme that does not exist",
        "A security requirement names a scheme under `components.securitySchemes` (in Swagger 2.0, \
         `securityDefinitions`), and there is none with this name. All operations that say nothing of \
         their own need it.";

    // 05: what was configured.
    UnmatchedRole = "E0501", "header role without a header",
        "The configuration gives a role to a header, and no operation has a header parameter with that \
         name, in any capitals. A setting that matches nothing is a mistake.";
    InvalidConfiguration = "E0502", "configuration that cannot be used",
        "`engross.yaml` has a key that does not exist, a value of the wrong type, or lacks one that is \
         needed. The README lists all keys.";
    UnmatchedPrefix = "E0503", "prefix to trim that no name has",
        "The configuration trims a prefix from the names of schemas, and no schema's name starts with \
         it. A setting that matches nothing is a mistake: the description has changed, or the prefix is \
         misspelt.";

    Refused = "E0590", "client that is less than its description",
        "With `--strict` (in a build script, `Build::strict`), a client is refused where anything of \
         its description came out weaker or was left out, but for what nobody misses, such as examples. \
         Each is a warning of the same run, and the report of `--report` lists every place.";

    UnmatchedFormat = "E0620", "format of the configuration that nothing has",
        "The configuration says which type holds the values of a format, but no schema has that format \
         with a type (integer, number or string) whose values it can hold. Remove the line, or \
         correct it; `integer` and `number` stand for those without a format.";
    UnmatchedOverride = "E0640", "override that is for nothing",
        "An entry of `rename`, `replace` or `derive` in the configuration names a schema, a property, a \
         variant or an operation that the description does not have, or a schema that has no type of \
         its own; or an entry of `crate.dependencies` names a crate that nothing is from. A setting \
         that matches nothing is a mistake: the description has changed, or the entry is misspelt.";
    UnusableName = "E0641", "name that an item cannot get",
        "The configuration renames an item to what is no name in Rust for such an item, or to the name of \
         another one. Types are spelled in camel case, everything else in snake case.";

    // 01: reading.
    IgnoredTag = "W0101", "YAML tag without a meaning here",
        "A tag that YAML's core schema does not know, such as `!include`, is passed over, and the value \
         is read as if it had none. What the tag was to do does not happen.";

    // 02: references.
    CountsFromFile = "W0220", "reference that counts from the wrong place",
        "Below a schema with an `$id`, the path after `#` counts from that schema, not from the top of the \
         file (JSON Schema 2020-12, 8.2.1). There is nothing at that path, but there is at the same path \
         from the top of the file, which is what was taken. Other tools may not find it.";
    // 023: overlays.
    NoEffect = "W0230", "overlay action without an effect",
        "The action changes nothing, or says something that `remove: true` makes pointless.";
    UnknownExtends = "W0231", "overlay for what may be another description",
        "The overlay says the URL of the description it was written for, and the description does not say \
         its own URL, so nothing can be compared. Nothing is fetched. Name the description by its path.";

    // 03: the objects of OpenAPI.
    UnknownKey = "W0301", "key that OpenAPI does not know",
        "The key means nothing here and is ignored, but it looks like one that does. Keys of your own \
         begin with `x-`.";
    UnquotedText = "W0302", "number or flag where a text is due",
        "YAML reads unquoted digits as a number and `true` as a flag. What is written is taken as text; \
         quotes make it one for every tool.";
    EmptyValue = "W0303", "key without a value",
        "Nothing stands behind the key, which is read as if the key were absent. Give it a value or \
         remove it.";
    SamePath = "W0340", "paths that only names of parameters tell apart",
        "Two paths that are equal but for the names in braces are the same path to OpenAPI, and must not \
         both exist (OAS 3.1, 4.8.8). Clients have no trouble with them; other tools may take only one. \
         Join their operations under one path.";
    UnknownLinkTarget = "W0341", "link to an operation that does not exist",
        "A link names an operation by its `operationId` or by a reference, and the description has no \
         such operation. The link is kept as it is written; nobody can follow it.";

    DiscriminatorTarget = "W0350", "discriminator that names no schema",
        "The `mapping` of a discriminator says which schema the values with a certain text are for, by name or by \
        reference. This one names none, so it is passed over. Correct the name, or add the schema.";
    ForeignVersion = "W0360", "key of another version of OpenAPI",
        "The key means something in another version of OpenAPI than the one that the document names, and \
         nothing in this one, so it is ignored. Write what this version has for it, or name that version.";
    MisplacedKey = "W0361", "key that belongs elsewhere",
        "The key is one of OpenAPI, but not of the object it stands in, and is ignored. In YAML, an \
         indentation that is too deep or not deep enough is the usual cause.";
    EmptyRange = "W0362", "bounds that no value fits",
        "A lower bound is above the upper one, or a length is below zero. Nothing could be sent that fits.";
    InvalidPattern = "W0363", "pattern that is no regular expression",
        "`pattern` is a regular expression in the dialect of ECMA-262. This one cannot be read in any.";
    DefaultMismatch = "W0364", "default or example that does not fit",
        "A default or an example is of another type than the one described beside it, or none of the listed \
         values. One of the two is wrong.";
    UnlikelyStatus = "W0365", "status that is probably a slip",
        "Statuses of HTTP go from 100 to 599. Ranges are written with capitals, as in `4XX`.";
    EmptyCombination = "W0367", "`allOf`, `oneOf` or `anyOf` without schemas",
        "These lists need at least one schema; an empty one says nothing.";
    MissingDiscriminator = "W0368", "alternative without its discriminator",
        "The discriminator of a union names a property whose value tells the alternatives apart, so each of \
         them must describe and require it.";
    UnlikelyMediaType = "W0369", "key of `content` that is no media type",
        "The keys of `content` are media types, made of a type, `/` and a subtype, as in `application/json`. \
         In YAML, a missing line or a wrong indentation is the usual cause.";
    ComponentName = "W0370", "name that a component should not have",
        "The names of components are made of `A-Z`, `a-z`, `0-9`, `.`, `_` and `-` (OAS 3.1, 4.8.7.1). Other \
         tools may refuse this one.";
    UnusedServerVariable = "W0371", "server variable that is not in the URL",
        "A variable of a server takes the place of its name in braces in the server's URL, and the URL has \
         no such name.";
    SimilarEnumValues = "W0372", "values of an enumeration that are nearly the same",
        "Two values differ in capitals or signs only, so that both want the same name in code. Each gets one \
         of its own, with a suffix. Often one of them is a slip.";
    ArrayWithoutItems = "W0373", "array that does not say what its items are",
        "Before OpenAPI 3.1, a schema with `type: array` must have `items`. Without it, items can be \
         anything.";
    RemoteComponent = "W0374", "component on another machine",
        "The component is a reference to a URL, and nothing is fetched. Nothing in the description needs the \
         component, so it is left out, and all else is there.";
    UnlikePath = "W0375", "path and path parameters that differ",
        "Each name in braces in a path must be declared as a parameter `in: path` by the path item or \
         by each of its operations, and the other way round. Names are compared with capitals. Which of the \
         two is right cannot be known, so the operation is left out; all others are there.";
    UnknownSchemeOfOperation = "W0376", "operation with a security scheme that does not exist",
        "A security requirement of an operation names a scheme under `components.securitySchemes` (in \
         Swagger 2.0, `securityDefinitions`), and there is none with this name. Where the operation has no \
         other alternative, it is left out, because it could not be authorized; all others are there.";
    BesideReference = "W0377", "key beside a reference and behind it",
        "A path item that is a `$ref` may have keys of its own beside it; together with those of the \
         path item that it leads to they make the whole. OpenAPI leaves open what counts where both \
         have the same key. Engross takes the one beside the `$ref`, other tools may take the other.";
    QuotedValue = "W0378", "flag or number in quotes",
        "Quotes make a text of what stands in them, where OpenAPI has a flag or a number. It is taken \
         as what is meant; other tools may refuse it, or take every text for true.";
    MissingNote = "W0380", "key that OpenAPI demands and no client needs",
        "Before OpenAPI 3.1, every operation must have `responses`; before 3.2, every response must have a \
         `description`. A flow of OAuth 2 must have the URLs where a token is got, and `scopes`, be they \
         none. A client can be made without them, but other tools may refuse the description.";
    SpellingOfFormat = "W0381", "format that is spelled unlike a known one",
        "A `format` may be any text, and what is not known changes nothing: values are plain ones of their \
         type. This one differs in capitals and signs only from a format that is known, as in `datetime` \
         for `date-time`, so it was probably meant to be that.";
    DuplicateTag = "W0390", "tag declared twice",
        "The names of tags must be unique. Of several declarations the first one counts, so \
         that what the others say is lost.";

    // 04: the model of the API.
    DerivedNameTaken = "W0401", "operations that get the same name",
        "An operation without an `operationId` is named after its method and path, and another one has \
         that name already, so that a number was added. The number can change when operations are \
         added; an `operationId` never does.";
    DuplicateParameter = "W0402", "parameter declared twice",
        "Two parameters of one list have the same name and place. The first one counts. (An operation \
         may override a parameter of its path item; that is no mistake.)";
    DuplicateEnumValue = "W0403", "enumeration that lists a value twice",
        "The values of an enumeration should be unique. The second one is passed over.";
    LostAuthorization = "W0404", "`Authorization` header without a security scheme",
        "OpenAPI says that a header parameter `Authorization` shall be ignored, because security \
         schemes describe it. Here no scheme does, so clients could not authenticate at all.";
    UnknownServerVariable = "W0405", "server variable that is not described",
        "A name in braces in the URL of a server must be among its variables, which give its default. \
         It is left in the URL as it stands.";
    UnknownRequired = "W0406", "required property that is not described",
        "The list `required` names a property that `properties` does not describe, often because of a \
         misspelling. The model has no field for it.";
    OptionalPathParameter = "W0407", "path parameter that is not required",
        "A path without one of its parameters is another path, so OpenAPI demands `required: true`. The \
         parameter is taken as required.";

    // 05: what deserves a look.
    Degraded = "W0501", "something weaker than described",
        "The output is correct but says less than the description, as in any value instead of a choice \
         between schemas. The report of a run lists every place.";
    Ignored = "W0502", "something left out",
        "A part of the description has no counterpart in the output; nothing else suffers from that. \
         The report of a run lists every place.";
    Skipped = "W0503", "operation left out",
        "The operation needs something that cannot be generated yet, so nothing of it was generated. \
         All other operations are there.";
    RoleOfWrongType = "W0504", "header role that is not a text",
        "Roles such as an idempotency key make up values of their own, which are texts. The header is \
         described as something else.";
    NoSuccess = "W0505", "operation without a success",
        "None of the described responses is a success, so every answer comes back as an error. A `2XX` \
         or `default` response is missing.";
    UnexpectedBody = "W0506", "body where HTTP expects none",
        "The body of a GET, HEAD, DELETE or TRACE request has no meaning in HTTP (RFC 9110, 9.3); many \
         servers and proxies drop it or refuse the request.";
    CaseCollision = "W0507", "properties that differ in capitals only",
        "The configuration says that capitals of property names do not count, but an object has two \
         properties that only capitals tell apart. They are matched exactly first.";

    // 06: what models cannot say.
    OverlappingMembers = "W0600", "members of a union that overlap",
        "Neither types, nor values, nor required properties tell two members of `oneOf` or `anyOf` apart. \
         A value that fits both is read as the first of them that it fits best; nothing of it is lost.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_unique_and_sorted() {
        let ids: Vec<_> = Code::ALL.iter().map(|code| code.id()).collect();
        assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
    }

    #[test]
    fn numbers_are_well_formed() {
        for code in Code::ALL {
            let (letter, number) = code.id().split_at(1);
            assert!(["E", "W"].contains(&letter), "{}", code.id());
            assert!(number.len() == 4 && number.bytes().all(|b| b.is_ascii_digit()));
            assert_eq!(Code::parse(&code.id().to_lowercase()), Some(*code));
        }
        assert_eq!(Code::parse("E9999"), None);
    }

    #[test]
    fn titles_are_short_and_explanations_are_paragraphs() {
        for code in Code::ALL {
            let (title, explanation) = (code.title(), code.explanation());
            assert!(title.len() <= 60 && !title.ends_with('.'), "{title}");
            assert!(
                explanation.len() >= 60 && explanation.ends_with(['.', ')']),
                "{title}"
            );
            assert!(!explanation.contains("  "), "{title}");
        }
    }
}
