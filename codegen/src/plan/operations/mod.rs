//! Operations: one request builder each, one file per tag, or per word of a path.

mod accept;
mod answers;
mod body;
mod content;
mod example;
mod failure;
mod form;
mod groups;
mod header;
mod names;
mod output;
mod parameter;
mod parts;
mod positions;
mod prose;
mod root;
mod shared_headers;

use std::borrow::Cow;
use std::collections::BTreeSet;

pub(crate) use body::{Body, BodyContent, BodyVariant, Conversion, Write, WriteForm};
pub(crate) use example::{Example, Sample};
pub(crate) use failure::{Failure, FailureStatuses, FailureVariant};
pub(crate) use groups::Group;
pub(crate) use header::{HeaderForm, ResponseHeader};
pub(crate) use names::OperationNames;
pub(crate) use output::{
    Arm, Choice, EventForm, Output, OutputVariant, Produce, Statuses, Streams,
};
pub(crate) use parameter::{Given, Parameter, Wire};
pub(crate) use parts::{Parts, Row, RowWire};
pub(crate) use root::Root;
pub(crate) use shared_headers::{HeaderFile, SharedHeaders};

use self::answers::Answers;
use super::closed_enum::ClosedEnum;
use super::docs::{Docs, plain_line};
use super::imports::{Importer, Imports, Policy};
use super::models::Types;
use super::names::Ident;
use super::rules::StaticPath;
use super::servers::{default_server, own_server};
use super::ty::{Intake, Ty};
use crate::api::{self, Api, Entry, Location, Outcome, PathPart, Requirement, Role, Scheme};
use crate::parallel::{self, Threads};

/// One file below `operations`.
#[derive(Debug)]
pub(crate) struct OperationFile {
    pub(crate) module: Ident,
    pub(crate) group: Group,
    pub(crate) docs: Docs,
    pub(crate) operations: Vec<Operation>,
    pub(crate) imports: Imports,
    /// The feature of the crate that the file is part of.
    pub(crate) feature: Option<String>,
}

/// One operation: its request builder and the method that makes it.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) name: Ident,
    pub(crate) method: Ident,
    /// What it does, in a line.
    pub(crate) summary: Option<String>,
    /// Of the builder.
    pub(crate) docs: Docs,
    /// Of the client's method.
    pub(crate) method_docs: Docs,
    pub(crate) example: Example,
    pub(crate) is_deprecated: bool,
    pub(crate) info: Info,
    /// In the order in which they are given: positional ones first.
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) path: Vec<PathStep>,
    pub(crate) body: Option<Body>,
    pub(crate) accept: Option<ClosedEnum>,
    pub(crate) output: Output,
    /// What it answers when it fails, where the description says that.
    pub(crate) failure: Option<Failure>,
    /// Of answers of any status.
    pub(crate) headers: Vec<ResponseHeader>,
}

/// What does not depend on the parameters.
#[derive(Debug)]
pub(crate) struct Info {
    pub(crate) id: String,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) accepts: Vec<String>,
    /// The media types of sequences.
    pub(crate) streams: Vec<String>,
    pub(crate) security: Vec<Vec<String>>,
    pub(crate) roles: Vec<(Role, String)>,
    /// What is checked of what the operation sends and answers.
    pub(crate) rules: Option<StaticPath>,
    /// The URL of its server, where it is not the client's.
    pub(crate) server: Option<String>,
}

/// A piece of the path; parameters by their place in [`Operation::parameters`].
#[derive(Debug)]
pub(crate) enum PathStep {
    Text(String),
    Parameter(usize),
}

/// A value that the client's method takes.
#[derive(Debug)]
pub(crate) struct Argument {
    pub(crate) name: Ident,
    pub(crate) intake: Intake,
}

/// Everything that planning an operation needs.
#[derive(Debug)]
pub(super) struct Context<'a, 'api> {
    pub(super) types: &'a Types<'api>,
    pub(super) names: &'a OperationNames,
    pub(super) headers: &'a SharedHeaders<'api>,
    pub(super) crate_name: Option<&'a Ident>,
    /// The server of operations that have none of their own.
    pub(super) server: Option<&'a api::Server>,
    pub(super) importer: Importer,
    pub(super) account: &'a mut Vec<Entry>,
}

impl Operation {
    /// Whether the client's method names a model.
    pub(super) fn takes_models(&self) -> bool {
        let mut takes = false;
        for mut argument in self.arguments() {
            argument
                .intake
                .ty_mut()
                .visit(&mut |ty| takes |= matches!(ty, Ty::Named(_)));
        }
        takes
    }

    /// What the client's method takes, in order.
    pub(crate) fn arguments(&self) -> Vec<Argument> {
        let parameters = self
            .parameters
            .iter()
            .filter(|parameter| parameter.is_positional());
        let mut arguments: Vec<Argument> = parameters
            .map(|parameter| Argument {
                name: parameter.name.clone(),
                intake: parameter.intake.clone(),
            })
            .collect();
        arguments.extend(
            self.body
                .as_ref()
                .filter(|body| body.is_required)
                .map(Body::argument),
        );
        arguments
    }
}

impl Context<'_, '_> {
    pub(super) fn degrade(
        &mut self,
        reason: impl Into<Cow<'static, str>>,
        origin: &crate::source::Origin,
    ) {
        self.account_for(Outcome::Degraded, reason.into(), origin);
    }

    /// Accounts for what does not come out at all.
    pub(super) fn ignore(
        &mut self,
        reason: impl Into<Cow<'static, str>>,
        origin: &crate::source::Origin,
    ) {
        self.account_for(Outcome::Ignored, reason.into(), origin);
    }

    fn account_for(
        &mut self,
        outcome: Outcome,
        reason: Cow<'static, str>,
        origin: &crate::source::Origin,
    ) {
        let origin = origin.clone();
        self.account.push(Entry {
            outcome,
            reason,
            matters: true,
            origin,
        });
    }
}

/// Plans one file per group, in the order of the groups. Returns what became weaker, too.
pub(crate) fn plan_operations(
    types: &Types<'_>,
    names: &OperationNames,
    headers: &SharedHeaders<'_>,
    crate_name: Option<&Ident>,
    threads: Threads,
) -> (Vec<OperationFile>, Vec<Entry>) {
    let server = default_server(types.api());
    // Tags differ much in size, so the operations are what threads take, each with imports of its own.
    let members: Vec<(usize, usize)> = names
        .files()
        .iter()
        .enumerate()
        .flat_map(|(file, names)| names.members.iter().map(move |index| (file, *index)))
        .collect();
    let planned = parallel::map(&members, threads, |(_, index)| {
        let mut account = Vec::new();
        let mut cx = Context {
            types,
            names,
            headers,
            crate_name,
            server,
            importer: Importer::new(Policy::Qualified),
            account: &mut account,
        };
        let operation = plan_operation(&mut cx, *index);
        (operation, cx.importer, account)
    });
    let mut planned = planned.into_iter();
    let mut account = Vec::new();
    let files = names.files().iter().map(|file| {
        let mut importer = Importer::new(Policy::Qualified);
        let mut operations = Vec::new();
        for (operation, imports, weaker) in planned.by_ref().take(file.members.len()) {
            importer.append(imports);
            account.extend(weaker);
            operations.push(operation);
        }
        import(&mut importer, &operations);
        OperationFile {
            module: file.module.clone(),
            group: file.group.clone(),
            docs: prose::file(types.api(), &file.group),
            operations,
            imports: importer.finish(),
            feature: None,
        }
    });
    let files = files.collect();
    (files, account)
}

fn plan_operation(cx: &mut Context<'_, '_>, index: usize) -> Operation {
    let api = cx.types.api();
    let operation = &api.operations[index];
    let names = &cx.names.operations[index];
    let (name, method) = (names.name.clone(), names.method.clone());
    let parameters = parameter::plan_parameters(cx, operation);
    let body = body::plan_body(cx, operation, index);
    let headers = header::plan_headers(cx, operation, &name);
    let answers = Answers::new(operation, &headers.answers);
    let (output, accepts) = output::plan_output(cx, operation, index, &answers);
    let failure = failure::plan_failure(cx, operation, index, &answers);
    let accept = accept::plan_accept(operation, &names.accept, &accepts);
    let server = own_server(cx.server, operation);
    Operation {
        docs: prose::builder(
            operation,
            server,
            &answers,
            (output.choice.as_ref(), failure.as_ref()),
        ),
        summary: operation.docs.summary.as_deref().map(plain_line),
        method_docs: prose::method(cx.types, operation, &parameters),
        example: example::plan_example(cx, operation, &method, &parameters, body.as_ref()),
        is_deprecated: operation.docs.deprecated,
        info: Info {
            server: server.map(|server| server.url.clone()),
            ..plan_info(api, operation, accepts, output.streams.media_types.clone())
        },
        path: plan_path(operation, &parameters),
        name,
        method,
        parameters,
        body,
        accept,
        output,
        failure,
        headers: headers.constants,
    }
}

fn plan_info(
    api: &Api,
    operation: &api::Operation,
    accepts: Vec<String>,
    streams: Vec<String>,
) -> Info {
    let roles: BTreeSet<(Role, String)> = operation
        .parameters
        .iter()
        .filter_map(|parameter| Some((parameter.role?, parameter.name.clone())))
        .collect();
    Info {
        id: operation.id.clone(),
        method: operation.method.clone(),
        path: operation.path.text.clone(),
        accepts,
        streams,
        security: operation
            .security
            .iter()
            .map(|all| offered(api, all))
            .collect(),
        roles: roles.into_iter().collect(),
        rules: None,
        server: None,
    }
}

/// Returns the schemes that clients have credentials for. What others ask for is not in the request:
/// a certificate is the transport's business.
fn offered(api: &Api, all: &Requirement) -> Vec<String> {
    let is_offered = |name: &&String| {
        let mut schemes = api.security_schemes.iter();
        let scheme = schemes.find(|scheme| scheme.name == **name);
        !scheme.is_some_and(|scheme| matches!(scheme.scheme, Scheme::Other(_)))
    };
    all.schemes.iter().filter(is_offered).cloned().collect()
}

fn plan_path(operation: &api::Operation, parameters: &[Parameter]) -> Vec<PathStep> {
    let step = |part: &PathPart| match part {
        PathPart::Literal(text) => PathStep::Text(text.clone()),
        PathPart::Parameter(name) => {
            let is_it = |parameter: &Parameter| {
                parameter.wire.location == Location::Path && parameter.wire.name == *name
            };
            match parameters.iter().position(is_it) {
                Some(index) => PathStep::Parameter(index),
                // Lowering skips such operations; text is what a careless reader would expect.
                None => PathStep::Text(["{", name, "}"].concat()),
            }
        }
    };
    let mut path: Vec<PathStep> = operation.path.parts.iter().map(step).collect();
    if path.is_empty() {
        path.push(PathStep::Text(String::new()));
    }
    path
}

/// Imports what the planned operations call.
fn import(importer: &mut Importer, operations: &[Operation]) {
    importer.runtime(&["Bytes", "Client", "Error", "Response", "Sending", "http"]);
    importer.private(&[
        "Operation",
        "OperationInfo",
        "RequestWriter",
        "ResponseReader",
    ]);
    for parameter in operations
        .iter()
        .flat_map(|operation| &operation.parameters)
    {
        importer.private(&["Parameter"]);
        if parameter.wire.style.is_some() {
            importer.private(&["Style"]);
        }
    }
}
