//! Small APIs for tests.

use crate::api::{
    Additional, Api, ApiKeyLocation, Base, Constraint, Content, Declared, Docs, Encodings, Enum,
    EnumValue, Format, Identity, Kind, Literal, Location, Map, Object, Operation, Owner, Parameter,
    PathPart, PathTemplate, Property, RareAnnotations, RareConstraints, RareXml, RequestBody,
    Requirement, Response, Role, Scalar, Scheme, SecurityScheme, Serialization, Server, Status,
    Step, Style, Tag, Type, TypeId, TypeRef, Xml,
};
use crate::source::{Origin, Pointer, Sources, Span};

/// An API and the ways to add to it.
pub(crate) struct Fixture {
    pub(crate) api: Api,
}

pub(crate) fn origin(pointer: &str) -> Origin {
    let file = Sources::default().add("openapi.yaml", "");
    let pointer = Pointer::parse(pointer).expect("a pointer");
    Origin {
        span: Span::new(file, 0, 0),
        value: Span::new(file, 0, 0),
        pointer,
    }
}

pub(crate) fn docs(description: &str) -> Docs {
    Docs {
        description: Some(description.to_owned()),
        ..Docs::default()
    }
}

pub(crate) fn plain(id: TypeId) -> TypeRef {
    TypeRef {
        id,
        nullable: false,
    }
}

pub(crate) fn nullable(id: TypeId) -> TypeRef {
    TypeRef { id, nullable: true }
}

impl Fixture {
    pub(crate) fn new() -> Self {
        Self {
            api: Api::new("Pet Store".to_owned(), "1.0".to_owned(), Docs::default()),
        }
    }

    pub(crate) fn component(&mut self, name: &str, kind: Kind) -> TypeId {
        self.ty(Identity::Component(name.to_owned()), kind)
    }

    pub(crate) fn inline(&mut self, owner: TypeId, step: Step, kind: Kind) -> TypeId {
        self.ty(
            Identity::Inline {
                owner: Owner::Type(owner),
                step,
            },
            kind,
        )
    }

    pub(crate) fn in_operation(&mut self, operation: &str, step: Step, kind: Kind) -> TypeId {
        self.ty(
            Identity::Inline {
                owner: Owner::Operation(operation.to_owned()),
                step,
            },
            kind,
        )
    }

    pub(crate) fn object(&mut self, name: &str, properties: Vec<Property>) -> TypeId {
        self.component(
            name,
            Kind::Object(object(properties, Additional::Any).into()),
        )
    }

    pub(crate) fn string(&mut self) -> TypeId {
        self.in_operation("none", Step::Items, Kind::String(None))
    }

    pub(crate) fn property(&mut self, owner: TypeId, property: Property) {
        if let Kind::Object(object) = &mut self.api[owner].kind {
            object.properties.push(property);
        }
    }

    fn ty(&mut self, identity: Identity, kind: Kind) -> TypeId {
        let origin = match &identity {
            Identity::Component(name) => origin(
                &[
                    "/components/schemas/",
                    &name.replace('~', "~0").replace('/', "~1"),
                ]
                .concat(),
            ),
            Identity::Inline { .. } => origin("/paths/x"),
        };
        self.api.add_type(Type {
            identity,
            docs: Docs::default(),
            kind,
            nullable: false,
            xml: RareXml::default(),
            constraints: RareConstraints::default(),
            text: None,
            annotations: RareAnnotations::default(),
            rules: None,
            origin,
        })
    }
}

pub(crate) fn object(properties: Vec<Property>, additional: Additional) -> Object {
    Object {
        properties,
        undescribed: Vec::new(),
        patterns: Vec::new(),
        names: None,
        additional,
        discriminator: None,
    }
}

pub(crate) fn map(values: TypeRef) -> Kind {
    Kind::Map(Box::new(Map {
        values,
        patterns: Vec::new(),
        names: None,
    }))
}

pub(crate) fn constraint(keyword: &'static str, json: &str) -> Constraint {
    Constraint {
        keyword,
        value: Literal {
            json: Some(json.to_owned()),
            origin: origin("/x"),
        },
    }
}

pub(crate) fn property(name: &str, ty: TypeRef) -> Property {
    Property {
        name: name.to_owned(),
        ty,
        required: false,
        read_only: false,
        write_only: false,
        docs: Docs::default(),
        xml: RareXml::default(),
        default: None,
        examples: Vec::new(),
        origin: origin("/components/schemas/x"),
    }
}

pub(crate) fn required(name: &str, ty: TypeRef) -> Property {
    Property {
        required: true,
        ..property(name, ty)
    }
}

pub(crate) fn values(values: &[&str]) -> Kind {
    let value = |value: &&str| EnumValue {
        value: Scalar::String((*value).to_owned()),
        name: None,
        description: None,
        origin: origin("/x"),
    };
    Kind::Enum(Box::new(Enum {
        base: Base::String(None),
        is_constant: false,
        values: values.iter().map(value).collect(),
    }))
}

pub(crate) fn operation(id: &str, method: &str, parts: &[PathPart]) -> Operation {
    let text = parts.iter().map(|part| match part {
        PathPart::Literal(text) => text.clone(),
        PathPart::Parameter(name) => ["{", name, "}"].concat(),
    });
    Operation {
        id: id.to_owned(),
        method: method.to_owned(),
        path: PathTemplate {
            text: text.collect(),
            parts: parts.to_vec(),
        },
        docs: Docs::default(),
        tags: vec!["pet".to_owned()],
        parameters: Vec::new(),
        body: None,
        responses: Vec::new(),
        security: Vec::new(),
        servers: Vec::new(),
        callbacks: Vec::new(),
        external_docs: None,
        origin: origin("/paths/~1pets/post"),
    }
}

pub(crate) fn literal(text: &str) -> PathPart {
    PathPart::Literal(text.to_owned())
}

pub(crate) fn variable(name: &str) -> PathPart {
    PathPart::Parameter(name.to_owned())
}

pub(crate) fn parameter(name: &str, location: Location, ty: TypeId) -> Parameter {
    let (style, explode) = match location {
        Location::Path | Location::Header => (Style::Simple, false),
        Location::Query | Location::Cookie | Location::QueryString => (Style::Form, true),
    };
    Parameter {
        name: name.to_owned(),
        location,
        required: location == Location::Path,
        ty: plain(ty),
        serialization: Serialization::Style {
            style,
            explode,
            allow_reserved: false,
        },
        docs: docs("Describes *it*."),
        default: None,
        allow_empty: false,
        encodings: Encodings::default(),
        examples: Vec::new(),
        role: None,
        rules: None,
        origin: origin("/paths/~1pets/post/parameters/0"),
    }
}

pub(crate) fn content(media_type: &str, ty: Option<TypeRef>) -> Content {
    Content {
        media_type: media_type.to_owned(),
        ty,
        item: None,
        rules: None,
        item_rules: None,
        xml: RareXml::default(),
        encodings: Encodings::default(),
        examples: Vec::new(),
        origin: origin("/paths/~1pets/post/requestBody/content/x"),
    }
}

pub(crate) fn response(status: Status, content: Vec<Content>) -> Response {
    Response {
        status,
        docs: docs("An answer."),
        headers: Vec::new(),
        content,
        links: Vec::new(),
        origin: origin("/paths/~1pets/post/responses/x"),
    }
}

pub(crate) fn body(required: bool, content: Vec<Content>) -> RequestBody {
    RequestBody {
        docs: docs("The pet."),
        required,
        content,
        origin: origin("/x"),
    }
}

/// An API with something of everything.
pub(crate) fn everything() -> Api {
    let mut all = Fixture::new();
    all.api.docs = docs("Sells pets. <b>See</b> https://pets.example/a_b.\n\n```\nlet x = 1;\n```");
    all.api.servers.push(Server {
        url: "https://pets.example/v1".to_owned(),
        template: "https://pets.example/v1".to_owned(),
        name: None,
        variables: Vec::new(),
        description: Some("Production.".to_owned()),
        origin: origin("/servers/0"),
    });
    all.api.tags.push(Tag {
        name: "pet".to_owned(),
        ..Tag::default()
    });
    add_schemes(&mut all);
    let types = add_types(&mut all);
    add_operations(&mut all, &types);
    all.api
}

fn add_schemes(all: &mut Fixture) {
    let key = |location| Scheme::ApiKey {
        location,
        name: "X-Key".to_owned(),
    };
    for (name, scheme) in [
        ("bearerAuth", Scheme::Bearer),
        ("basicAuth", Scheme::Basic),
        ("key", key(ApiKeyLocation::Header)),
        ("cookie", key(ApiKeyLocation::Cookie)),
        ("mtls", Scheme::Other("mutualTLS".to_owned())),
    ] {
        all.api.security_schemes.push(SecurityScheme {
            name: name.to_owned(),
            scheme,
            declared: Declared::ApiKey,
            docs: Docs::default(),
            origin: origin("/components/securitySchemes/x"),
        });
    }
}

struct Types {
    string: TypeId,
    integer: TypeId,
    pet: TypeId,
    pets: TypeId,
    status: TypeId,
    binary: TypeId,
}

fn add_types(all: &mut Fixture) -> Types {
    let string = all.string();
    let integer = all.in_operation("none", Step::Items, Kind::Integer(None));
    let any = all.in_operation("none", Step::Items, Kind::Any);
    let binary = all.in_operation("none", Step::Items, Kind::String(Some(Format::Binary)));
    let category = all.object("Category", vec![property("id", plain(integer))]);
    let pet = all.object("Shop.Pet", Vec::new());
    let status = all.inline(
        pet,
        Step::Property("status".to_owned()),
        values(&["available", "+1", "-1", "unknown", "", "日本", "available "]),
    );
    let tags = all.inline(
        pet,
        Step::Property("tags".to_owned()),
        Kind::Array(plain(string)),
    );
    let numbers = all.inline(
        pet,
        Step::Property("numbers".to_owned()),
        map(nullable(integer)),
    );
    for entry in [
        required("id", plain(integer)),
        required("input", plain(string)),
        required("nickname", nullable(string)),
        required("type", plain(status)),
        required("tags", plain(tags)),
        property("category", plain(category)),
        property("parent", plain(pet)),
        property("note", nullable(string)),
        property("anything", plain(any)),
        property("numbers", plain(numbers)),
        property("additional_properties", plain(string)),
        property("photo-urls\"", plain(tags)),
    ] {
        all.property(pet, entry);
    }
    if let Kind::Object(object) = &mut all.api[pet].kind {
        *object.properties[4].xml = Xml {
            name: Some("tag".to_owned()),
            wrapped: Some("tags".to_owned()),
            ..Xml::default()
        };
        object.properties[0].xml.attribute = true;
        object.properties[0].docs = docs("The id, <not a tag>, [Foo], https://x.example/.");
        object.properties[1].default = Some("\"x\"".to_owned());
    }
    all.api[pet].docs = docs("A pet.\n\n- one\n- two");
    all.api[tags]
        .constraints
        .keywords
        .push(constraint("maxItems", "4"));
    add_odd_types(all, string, pet);
    let pets = all.component("Pets", Kind::Array(plain(pet)));
    Types {
        string,
        integer,
        pet,
        pets,
        status,
        binary,
    }
}

fn add_odd_types(all: &mut Fixture, string: TypeId, pet: TypeId) {
    for name in [
        "Option",
        "Error",
        "Field",
        "Client",
        "foo-bar",
        "foo_bar",
        "CreatePet",
        "Self",
    ] {
        all.object(name, vec![property("x", plain(string))]);
    }
    let tree = all.component("Tree", Kind::Any);
    all.api[tree].kind = Kind::Array(plain(tree));
    let alias = all.component("Alias", Kind::Alias(plain(pet)));
    let endless = all.component("Endless", Kind::Alias(plain(alias)));
    all.api[endless].kind = Kind::Alias(plain(endless));
    let empty = object(Vec::new(), Additional::Forbidden);
    let empty = all.component("Empty", Kind::Object(empty.into()));
    let typed = object(
        vec![required("a", plain(alias)), required("e", plain(empty))],
        Additional::Typed(plain(string)),
    );
    all.component("Typed", Kind::Object(typed.into()));
    let needed = (0..9).map(|index| required(&format!("is_{index}"), plain(string)));
    let needed = needed.collect();
    all.object("Many", needed);
}

fn add_operations(all: &mut Fixture, types: &Types) {
    let json = |ty| vec![content("application/json", Some(plain(ty)))];
    let pet_id = [
        literal("/v"),
        variable("version"),
        literal("/pets/"),
        variable("id"),
    ];
    let mut create = operation("createPet", "POST", &pet_id);
    let optional = |name, location, ty| Parameter {
        required: false,
        ..parameter(name, location, ty)
    };
    create.parameters = vec![
        parameter("id", Location::Path, types.integer),
        parameter("version", Location::Path, types.string),
        parameter("id", Location::Query, types.string),
        optional("body", Location::Query, types.status),
        optional("to_date", Location::Query, types.integer),
        optional("tags", Location::Query, types.pets),
        Parameter {
            role: Some(Role::IdempotencyKey),
            ..optional("ms-requestid", Location::Header, types.string)
        },
        optional("session", Location::Cookie, types.string),
    ];
    create.parameters[5].serialization = Serialization::Style {
        style: Style::DeepObject,
        explode: true,
        allow_reserved: true,
    };
    create.parameters[7].serialization = Serialization::Content("application/json".to_owned());
    let media = ["application/json", "text/json", "application/xml"];
    let mut contents: Vec<Content> = media
        .iter()
        .map(|media| content(media, Some(plain(types.pet))))
        .collect();
    contents.push(content("text/plain", Some(plain(types.string))));
    create.body = Some(body(false, contents));
    create.docs = Docs {
        summary: Some("Creates a pet.".to_owned()),
        ..docs("At *once*.")
    };
    create.security = vec![Requirement {
        schemes: vec!["bearerAuth".to_owned()],
        ..Requirement::default()
    }];
    let both = ["application/json", "application/xml"];
    let both = both
        .iter()
        .map(|media| content(media, Some(plain(types.pet))))
        .collect();
    create.responses = vec![
        response(Status::Code(200), both),
        response(Status::Code(204), Vec::new()),
        response(Status::Range(2), json(types.pets)),
        response(Status::Default, Vec::new()),
    ];
    let mut list = operation("list pets", "GET", &[literal("/pets")]);
    list.docs.deprecated = true;
    list.responses = vec![response(Status::Default, json(types.pets))];
    let mut put = operation("put", "PUT", &[literal("/pets")]);
    put.body = Some(body(true, json(types.pets)));
    put.tags = vec!["Mod".to_owned()];
    put.responses = vec![
        response(Status::Code(200), Vec::new()),
        response(Status::Code(204), Vec::new()),
    ];
    let mut upload = operation("from_bytes", "PUT", &[literal("/pets/picture")]);
    upload.tags = Vec::new();
    upload.body = Some(body(
        true,
        vec![content(
            "application/octet-stream",
            Some(plain(types.binary)),
        )],
    ));
    upload.responses = vec![response(Status::Code(404), Vec::new())];
    all.api.operations = vec![create, list, put, upload];
}
