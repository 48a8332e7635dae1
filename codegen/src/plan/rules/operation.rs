//! What operations demand: the tables of parameters, bodies and answers.

use std::collections::BTreeMap;

use super::{StaticPath, Table, Tables};
use crate::api::{Api, Content, Location, Operation, RulesId};
use crate::plan::names::{Claim, Ident, Kind, Scope, is_exact};
use crate::plan::operations;

/// The tables of a file of operations.
#[derive(Debug)]
pub(crate) struct OperationFile {
    pub(crate) module: Ident,
    pub(crate) tables: Vec<(Ident, OperationTables)>,
    /// The feature of the crate that the file is part of.
    pub(crate) feature: Option<String>,
}

/// The tables of one operation.
#[derive(Debug, Default)]
pub(crate) struct OperationTables {
    pub(crate) parameters: Vec<(Location, String, Table)>,
    /// By media type.
    pub(crate) bodies: Vec<(String, Table)>,
    pub(crate) body_items: Vec<(String, Table)>,
    pub(crate) answers: Vec<Answer>,
    pub(crate) answer_items: Vec<Answer>,
}

/// The table of an answer.
#[derive(Debug)]
pub(crate) struct Answer {
    /// As in `200`.
    pub(crate) status: String,
    pub(crate) media_type: String,
    pub(crate) table: Table,
}

impl OperationTables {
    pub(crate) fn is_empty(&self) -> bool {
        self.parameters.is_empty()
            && self.bodies.is_empty()
            && self.body_items.is_empty()
            && self.answers.is_empty()
            && self.answer_items.is_empty()
    }
}

/// Plans the tables of all operations that have any, and tells these where they are.
pub(super) fn plan_tables(
    tables: &Tables<'_>,
    files: &mut [operations::OperationFile],
) -> Vec<OperationFile> {
    let all: BTreeMap<&str, &Operation> = tables
        .api
        .operations
        .iter()
        .map(|operation| (operation.id.as_str(), operation))
        .collect();
    let planned = files.iter_mut().map(|file| {
        let names = static_names(file);
        let mut found = Vec::new();
        for (operation, name) in file.operations.iter_mut().zip(names) {
            let Some(described) = all.get(operation.info.id.as_str()) else {
                continue;
            };
            let demanded = tables.operation(described);
            if !demanded.is_empty() {
                operation.info.rules = Some(StaticPath {
                    module: Some(file.module.clone()),
                    name: name.clone(),
                });
                found.push((name, demanded));
            }
        }
        OperationFile {
            module: file.module.clone(),
            tables: found,
            feature: file.feature.clone(),
        }
    });
    planned.filter(|file| !file.tables.is_empty()).collect()
}

fn static_names(file: &operations::OperationFile) -> Vec<Ident> {
    let claims = file.operations.iter().map(|operation| {
        let name = operation.name.as_str().to_owned();
        Claim {
            identity: operation.info.id.clone(),
            rank: u8::from(!is_exact(&name, Kind::Static)),
            spellings: vec![name],
        }
    });
    Scope::new(Kind::Static).claim_all(&claims.collect::<Vec<_>>())
}

impl Tables<'_> {
    /// Returns what an operation demands. What any value fits is no demand.
    fn operation(&self, operation: &Operation) -> OperationTables {
        let mut tables = OperationTables::default();
        for parameter in &operation.parameters {
            if let Some(table) = self.demanded(parameter.rules) {
                let name = parameter.name.clone();
                tables.parameters.push((parameter.location, name, table));
            }
        }
        for content in operation.body.iter().flat_map(|body| &body.content) {
            let named = |table| (content.media_type.clone(), table);
            tables
                .bodies
                .extend(self.demanded(content.rules).map(named));
            tables
                .body_items
                .extend(self.demanded(content.item_rules).map(named));
        }
        for response in &operation.responses {
            for content in &response.content {
                let answer = |table| Answer {
                    status: response.status.to_string(),
                    media_type: content.media_type.clone(),
                    table,
                };
                tables
                    .answers
                    .extend(self.demanded(content.rules).map(answer));
                tables
                    .answer_items
                    .extend(self.demanded(content.item_rules).map(answer));
            }
        }
        tables
    }

    fn demanded(&self, rules: Option<RulesId>) -> Option<Table> {
        let table = self.table(rules?);
        (!matches!(table, Table::Known("ANY"))).then_some(table)
    }
}

/// Returns the sets that operations apply, and how often.
pub(super) fn roots(api: &Api) -> BTreeMap<RulesId, usize> {
    let mut roots = BTreeMap::new();
    for operation in &api.operations {
        let parameters = operation.parameters.iter().filter_map(|it| it.rules);
        let bodies = operation.body.iter().flat_map(|body| &body.content);
        let answers = operation.responses.iter().flat_map(|it| &it.content);
        let of = |content: &Content| [content.rules, content.item_rules];
        let contents = bodies.chain(answers).flat_map(of).flatten();
        for id in parameters.chain(contents) {
            *roots.entry(id).or_default() += 1;
        }
    }
    roots
}
