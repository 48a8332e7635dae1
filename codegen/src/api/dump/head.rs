//! What stands before types and operations: who the API is, servers, security schemes, tags.

use super::super::{
    Api, ApiKeyLocation, Declared, ExternalDocs, Flow, Info, Scheme, SecurityScheme, Server, Tag,
};
use super::out::Out;
use super::{docs, line};
use crate::source::{Origin, Pointer};

/// Writes everything but types and operations.
pub(super) fn api(out: &mut Out, api: &Api) {
    if let Some(origin) = &api.info.origin {
        out.at(&Origin {
            pointer: Pointer::root(),
            ..origin.clone()
        });
    }
    line(out, format_args!("api {:?} {}", api.title, api.version));
    docs(out, "  ", &api.docs);
    info(out, &api.info);
    external_docs(out, "  ", api.external_docs.as_ref());
    for item in &api.servers {
        server(out, "", item);
    }
    for item in &api.security_schemes {
        security_scheme(out, item);
    }
    for item in &api.tags {
        tag(out, item);
    }
}

/// Writes a server with its variables.
pub(super) fn server(out: &mut Out, indent: &str, server: &Server) {
    out.at(&server.origin);
    line(out, format_args!("{indent}server {}", server.url));
    if server.template != server.url {
        line(out, format_args!("{indent}  template {}", server.template));
    }
    texts(
        out,
        indent,
        &[("name", &server.name), ("description", &server.description)],
    );
    for variable in &server.variables {
        out.at(&variable.origin);
        let values = match variable.values.join(" | ") {
            values if values.is_empty() => values,
            values => format!(" of {values}"),
        };
        line(
            out,
            format_args!(
                "{indent}  variable {}: default {:?}{values}",
                variable.name, variable.default
            ),
        );
        if let Some(text) = &variable.description {
            line(out, format_args!("{indent}    description {text:?}"));
        }
    }
}

/// Writes where more is to be read.
pub(super) fn external_docs(out: &mut Out, indent: &str, docs: Option<&ExternalDocs>) {
    let Some(docs) = docs else {
        return;
    };
    out.at(&docs.origin);
    line(out, format_args!("{indent}see {}", docs.url));
    texts(out, indent, &[("description", &docs.description)]);
}

fn info(out: &mut Out, info: &Info) {
    let is_empty =
        info.terms_of_service.is_none() && info.contact.is_none() && info.license.is_none();
    let Some(origin) = info.origin.as_ref().filter(|_| !is_empty) else {
        return;
    };
    out.at(origin);
    line(out, format_args!("  info"));
    texts(out, "  ", &[("terms", &info.terms_of_service)]);
    if let Some(contact) = &info.contact {
        out.at(&contact.origin);
        line(out, format_args!("    contact"));
        let parts = [
            ("name", &contact.name),
            ("url", &contact.url),
            ("email", &contact.email),
        ];
        texts(out, "    ", &parts);
    }
    if let Some(license) = &info.license {
        out.at(&license.origin);
        line(out, format_args!("    license {:?}", license.name));
        let parts = [("identifier", &license.identifier), ("url", &license.url)];
        texts(out, "    ", &parts);
    }
}

fn tag(out: &mut Out, tag: &Tag) {
    if let Some(origin) = &tag.origin {
        out.at(origin);
    }
    line(out, format_args!("tag {}", tag.name));
    let parts = [
        ("summary", &tag.summary),
        ("description", &tag.description),
        ("parent", &tag.parent),
        ("kind", &tag.kind),
    ];
    texts(out, "", &parts);
    external_docs(out, "  ", tag.external_docs.as_ref());
}

fn security_scheme(out: &mut Out, scheme: &SecurityScheme) {
    let name = &scheme.name;
    out.at(&scheme.origin);
    match &scheme.scheme {
        Scheme::Bearer => line(out, format_args!("scheme {name}: bearer")),
        Scheme::Basic => line(out, format_args!("scheme {name}: basic")),
        Scheme::ApiKey {
            location,
            name: key,
        } => {
            let location = match location {
                ApiKeyLocation::Header => "header",
                ApiKeyLocation::Query => "query",
                ApiKeyLocation::Cookie => "cookie",
            };
            line(out, format_args!("scheme {name}: key in {location} {key}"));
        }
        Scheme::Http(kind) => line(out, format_args!("scheme {name}: http {kind}")),
        Scheme::Other(kind) => line(out, format_args!("scheme {name}: other ({kind})")),
    }
    docs(out, "  ", &scheme.docs);
    declared(out, &scheme.declared);
}

/// Writes what the line on what callers bring does not say.
fn declared(out: &mut Out, declared: &Declared) {
    match declared {
        Declared::Http { bearer_format, .. } => texts(out, "", &[("format", bearer_format)]),
        Declared::ApiKey | Declared::MutualTls => {}
        Declared::OAuth2 {
            flows,
            metadata_url,
        } => {
            line(out, format_args!("  oauth2"));
            texts(out, "  ", &[("metadata", metadata_url)]);
            for item in flows {
                flow(out, item);
            }
        }
        Declared::OpenIdConnect { url } => {
            line(out, format_args!("  openIdConnect"));
            texts(out, "  ", &[("url", url)]);
        }
    }
}

fn flow(out: &mut Out, flow: &Flow) {
    out.at(&flow.origin);
    line(out, format_args!("  flow {}", flow.kind));
    let parts = [
        ("authorization", &flow.authorization_url),
        ("device", &flow.device_authorization_url),
        ("token", &flow.token_url),
        ("refresh", &flow.refresh_url),
    ];
    texts(out, "  ", &parts);
    for (name, description) in &flow.scopes {
        line(out, format_args!("    scope {name} {description:?}"));
    }
}

/// Writes the texts that there are, one level below an item.
pub(super) fn texts(out: &mut Out, indent: &str, parts: &[(&str, &Option<String>)]) {
    for (label, text) in parts {
        if let Some(text) = text {
            line(out, format_args!("{indent}  {label} {text:?}"));
        }
    }
}
