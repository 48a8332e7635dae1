//! Every Rust decision: names, types, boxes, derives, documentation, files and their order.
//!
//! Takes the API and the configuration, returns a [`Plan`] that leaves nothing open: emission writes
//! it out and never asks. Knows no tokens and no text of Rust.

pub(crate) mod client;
pub(crate) mod closed_enum;
mod dependencies;
pub(crate) mod docs;
mod features;
#[cfg(test)]
pub(crate) mod fixture;
pub(crate) mod imports;
pub(crate) mod lints;
pub(crate) mod manifest;
mod media;
pub(crate) mod models;
pub(crate) mod names;
mod notes;
pub(crate) mod operations;
pub(crate) mod renames;
pub(crate) mod replacements;
pub(crate) mod rules;
pub(crate) mod servers;
mod settings;
mod status;
pub(crate) mod ty;

pub(crate) use crate::api::{ApiKeyLocation, Location, Role, Sort, Style, Xml, XmlText};
pub(crate) use settings::{CrateForm, ExampleProgram, ExtraDependency, Form, Settings};

use self::client::{Client, plan_client};
use self::docs::{Docs, plain_line};
use self::features::plan_features;
use self::lints::{Allows, plan_allows};
use self::manifest::{Manifest, package_name, plan_crate_name, plan_manifest, runtime_features};
use self::models::{ModelFile, Types, plan_models};
use self::names::Ident;
use self::operations::{HeaderFile, OperationFile, OperationNames, SharedHeaders, plan_operations};
use self::renames::{Fault, Renames};
use self::replacements::Replacements;
use self::rules::{Rules, plan_rules};
use self::servers::{ServerType, plan_servers};
use crate::api::{Api, Entry};
use crate::config::Config;
use crate::parallel;

/// Generated code, decided.
#[derive(Debug)]
pub(crate) struct Plan {
    /// The name of the crate in code, as in `partner_center`; in module form the module's.
    pub(crate) name: Ident,
    /// The name of the package, as in `partner-center`.
    pub(crate) package: String,
    /// The description as headers name it, on one line.
    pub(crate) source: String,
    /// The version of the generator, for the root's header.
    pub(crate) version: &'static str,
    pub(crate) root: Root,
    /// None where there is nothing to call.
    pub(crate) client: Option<Client>,
    /// Those that callers may choose from, as types.
    pub(crate) servers: Vec<ServerType>,
    pub(crate) models: Vec<ModelFile>,
    pub(crate) operations: Vec<OperationFile>,
    /// None where the description has no headers of answers apart from these.
    pub(crate) headers: Option<HeaderFile>,
    /// None where clients check nothing.
    pub(crate) rules: Option<Rules>,
    pub(crate) allows: Allows,
    /// What planning made weaker, beyond what lowering did.
    pub(crate) account: Vec<Entry>,
    /// Prefixes of the configuration that no schema's name begins with.
    pub(crate) unused_trims: Vec<String>,
    /// Formats of the configuration that nothing has.
    pub(crate) unused_formats: Vec<String>,
    /// What is wrong with other entries of the configuration.
    pub(crate) faults: Vec<Fault>,
}

/// The file that everything hangs on.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "there is one of it")]
pub(crate) enum Root {
    Crate {
        manifest: Manifest,
        name: Ident,
        docs: Docs,
    },
    /// Included, so it cannot document itself.
    Module,
}

/// Decides everything.
pub(crate) fn plan(api: &Api, config: &Config, settings: &Settings) -> Plan {
    let renames = Renames::new(api, config);
    let threads = settings.threads;
    let replaced = Replacements::new(api, config, &settings.form);
    let (names, types) = parallel::join(
        threads,
        || OperationNames::new(api, &renames),
        || Types::new(api, config, renames.clone(), replaced, threads),
    );
    let faults = faults(&types, &names, config);
    let mut account = types.account();
    let name = plan_crate_name(api, config);
    let mut root = plan_root(api, config, settings, &name);
    let crate_name = match &root {
        Root::Crate { .. } => Some(&name),
        Root::Module => None,
    };
    let shared = SharedHeaders::new(&types);
    let (mut operations, weaker) = plan_operations(&types, &names, &shared, crate_name, threads);
    let headers = shared.plan(&types);
    account.extend(weaker);
    let mut models = plan_models(&types, config, threads);
    if let Root::Crate { manifest, .. } = &mut root {
        manifest.features = plan_features(&mut models, &mut operations, headers.as_ref());
        let imports = models.iter().map(|file| &file.imports);
        let imports = imports.chain(operations.iter().map(|file| &file.imports));
        let imports = imports.chain(headers.iter().map(|file| &file.imports));
        manifest.runtime_features = runtime_features(imports);
    }
    let rules = config.validate.then(|| {
        let (rules, weaker) = plan_rules(&types, &models, &mut operations);
        account.extend(weaker);
        rules
    });
    if let (Root::Crate { manifest, .. }, Some(_)) = (&mut root, &rules) {
        manifest.runtime_features.insert("validate");
    }
    let servers = if operations.is_empty() {
        Vec::new()
    } else {
        plan_servers(api, &mut account)
    };
    Plan {
        rules,
        source: plain_line(&settings.source),
        package: package_name(config, &name),
        version: env!("CARGO_PKG_VERSION"),
        client: (!operations.is_empty()).then(|| plan_client(api, &operations, &servers)),
        allows: plan_allows(&models, &operations, headers.as_ref(), &servers),
        models,
        operations,
        headers,
        servers,
        root,
        name,
        account,
        faults,
        unused_trims: types.unused_trims().to_vec(),
        unused_formats: types.unused_formats().to_vec(),
    }
}

/// Returns what of the configuration has no effect.
fn faults(types: &Types<'_>, names: &OperationNames, config: &Config) -> Vec<Fault> {
    let api = types.api();
    let item = |id| types.item(id);
    let method = |id: &str| names.method(api, id);
    let mut faults = types.renames().faults(api, config, item, method);
    faults.extend(types.replaced().faults.iter().cloned());
    faults.extend(models::overrides::faults(types, config));
    faults.extend(dependencies::faults(types.replaced(), config));
    faults
}

fn plan_root(api: &Api, config: &Config, settings: &Settings, name: &Ident) -> Root {
    match &settings.form {
        Form::Crate(form) => {
            let manifest = plan_manifest(api, config, form, name);
            Root::Crate {
                manifest,
                name: name.clone(),
                docs: root_docs(api),
            }
        }
        Form::Module => Root::Module,
    }
}

fn root_docs(api: &Api) -> Docs {
    let title = plain_line(&api.title);
    let version = plain_line(&api.version);
    let docs = Docs::new().paragraph(&[
        docs::Piece::Text(if title.is_empty() { "A client" } else { &title }),
        docs::Piece::Text(", version "),
        docs::Piece::Text(&version),
        docs::Piece::Text("."),
    ]);
    let docs = docs.optional(api.docs.summary.as_deref());
    docs.optional(api.docs.description.as_deref())
}
