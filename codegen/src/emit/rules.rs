//! Tables of what is checked: statics, and the models that can be checked.

use std::collections::BTreeSet;

use super::emit_condition;
use crate::plan::Location;
use crate::plan::names::Ident;
use crate::plan::rules::{
    Answer, Argument, Checked, OperationFile, OperationTables, Rule, RuleFile, Rules, Static,
    StaticPath, Table,
};
use crate::tokens::{ToTokens, TokenStream, quote};

/// Emits the root of the folder: its modules and what stands in no file of models.
pub(super) fn emit_rules_root(rules: &Rules) -> TokenStream {
    let operations = (!rules.operations.is_empty()).then(|| {
        quote!(
            pub(crate) mod operations;
        )
    });
    let modules = rules.files.iter().filter_map(|file| file.module.as_ref());
    let modules = modules.map(|name| quote!(pub(crate) mod #name;));
    let root = rules.files.iter().filter(|file| file.module.is_none());
    let statics = root.map(emit_rules);
    quote!(#operations #(#modules)* #(#statics)*)
}

pub(super) fn emit_rules(file: &RuleFile) -> TokenStream {
    let mut names = Names::default();
    names.add_models(file);
    let uses = names.emit();
    let from = Place::of(file);
    let statics = file.statics.iter().map(|item| emit_static(item, &from));
    let models = file.models.iter();
    let models = models.map(|item| emit_checked(item, &from, &file.features));
    quote!(#uses #(#statics)* #(#models)*)
}

pub(super) fn emit_operation_rules_root(files: &[OperationFile]) -> TokenStream {
    let modules = files.iter().map(|file| {
        let (condition, name) = (emit_condition(file.feature.as_slice()), &file.module);
        quote!(#condition pub(crate) mod #name;)
    });
    quote!(#(#modules)*)
}

pub(super) fn emit_operation_rules(file: &OperationFile) -> TokenStream {
    let mut names = Names::default();
    names.add_operations(file);
    let uses = names.emit();
    let statics = file.tables.iter().map(|(name, tables)| {
        let tables = emit_operation(tables);
        quote!(pub(crate) static #name: OperationRules = #tables;)
    });
    quote!(#uses #(#statics)*)
}

fn emit_static(item: &Static, from: &Place<'_>) -> TokenStream {
    let (name, rules) = (&item.name, item.rules.iter().map(|rule| from.rule(rule)));
    quote!(pub(crate) static #name: Rules = Rules(&[#(#rules),*]);)
}

fn emit_checked(item: &Checked, from: &Place<'_>, features: &[String]) -> TokenStream {
    let (model, table, condition) = (
        &item.model,
        from.table(&item.table),
        emit_condition(features),
    );
    quote! {
        #condition
        impl Validate for super::super::models::#model {
            const RULES: &'static Rules = #table;
        }
    }
}

fn emit_operation(tables: &OperationTables) -> TokenStream {
    let OperationTables {
        parameters,
        bodies,
        body_items,
        answers,
        answer_items,
    } = tables;
    let from = Place::Operations;
    let parameters = parameters.iter().map(|(location, name, table)| {
        let (place, table) = (emit_place(*location), from.table(table));
        quote!((ParameterPlace::#place, #name, #table))
    });
    let parameters = emit_field(&quote!(parameters), parameters);
    let body = |(media_type, table): &(String, Table)| {
        let table = from.table(table);
        quote!((#media_type, #table))
    };
    let bodies = emit_field(&quote!(bodies), bodies.iter().map(body));
    let body_items = emit_field(&quote!(body_items), body_items.iter().map(body));
    let answer = |answer: &Answer| {
        let Answer {
            status,
            media_type,
            table,
        } = answer;
        let table = from.table(table);
        quote!((#status, #media_type, #table))
    };
    let answers = emit_field(&quote!(answers), answers.iter().map(answer));
    let answer_items = emit_field(&quote!(answer_items), answer_items.iter().map(answer));
    quote! {
        OperationRules {
            #parameters
            #bodies
            #body_items
            #answers
            #answer_items
            ..OperationRules::NONE
        }
    }
}

fn emit_field(name: &TokenStream, rows: impl Iterator<Item = TokenStream>) -> Option<TokenStream> {
    let rows: Vec<TokenStream> = rows.collect();
    (!rows.is_empty()).then(|| quote!(#name: &[#(#rows),*],))
}

fn emit_place(location: Location) -> TokenStream {
    match location {
        Location::Path => quote!(Path),
        Location::Query => quote!(Query),
        Location::QueryString => quote!(QueryString),
        Location::Header => quote!(Header),
        Location::Cookie => quote!(Cookie),
    }
}

/// The file that names tables.
enum Place<'a> {
    Root,
    Module(&'a Ident),
    Operations,
}

impl<'a> Place<'a> {
    fn of(file: &'a RuleFile) -> Self {
        file.module.as_ref().map_or(Self::Root, Self::Module)
    }

    fn table(&self, table: &Table) -> TokenStream {
        match table {
            Table::Known(word) => {
                let word = super::imports::word(word);
                quote!(Rules::#word)
            }
            Table::Static(path) => {
                let path = self.path(path);
                quote!(&#path)
            }
            Table::Inline(rules) => {
                let rules = rules.iter().map(|rule| self.rule(rule));
                quote!(&Rules(&[#(#rules),*]))
            }
        }
    }

    fn path(&self, path: &StaticPath) -> TokenStream {
        let name = &path.name;
        let up = match self {
            Self::Root => TokenStream::new(),
            Self::Module(own) if path.module.as_ref() == Some(own) => TokenStream::new(),
            Self::Module(_) => quote!(super::),
            Self::Operations => quote!(super::super::),
        };
        match &path.module {
            Some(module) if !matches!(self, Self::Module(own) if *own == module) => {
                quote!(#up #module::#name)
            }
            Some(_) | None => quote!(#up #name),
        }
    }

    fn rule(&self, rule: &Rule) -> TokenStream {
        let name = super::imports::word(rule.name);
        let argument = match &rule.argument {
            Argument::None => return quote!(Rule::#name),
            Argument::Type(ty) => emit_type(ty),
            Argument::Types(types) => {
                let types = types.iter().map(|ty| emit_type(ty));
                quote!(&[#(#types),*])
            }
            Argument::Text(text) => quote!(#text),
            Argument::Texts(texts) => quote!(&[#(#texts),*]),
            Argument::Count(count) => count.to_token_stream(),
            Argument::Table(table) => self.table(table),
            Argument::Tables(tables) => {
                let tables = tables.iter().map(|table| self.table(table));
                quote!(&[#(#tables),*])
            }
            Argument::Named(named) => {
                let rows = named.iter().map(|(name, table)| {
                    let table = self.table(table);
                    quote!((#name, #table))
                });
                quote!(&[#(#rows),*])
            }
            Argument::NamedTexts(named) => {
                let rows = named
                    .iter()
                    .map(|(name, texts)| quote!((#name, &[#(#texts),*])));
                quote!(&[#(#rows),*])
            }
            Argument::Contains { item, min, max } => return self.contains(item, *min, *max),
            Argument::If {
                condition,
                then,
                otherwise,
            } => {
                let condition = self.table(condition);
                let [then, otherwise] =
                    [then, otherwise].map(|table| self.optional(table.as_ref()));
                return quote! {
                    Rule::If { condition: #condition, then: #then, otherwise: #otherwise }
                };
            }
        };
        quote!(Rule::#name(#argument))
    }

    fn contains(&self, item: &Table, min: u64, max: Option<u64>) -> TokenStream {
        let item = self.table(item);
        let max = max.map_or_else(|| quote!(None), |max| quote!(Some(#max)));
        quote!(Rule::Contains { item: #item, min: #min, max: #max })
    }

    fn optional(&self, table: Option<&Table>) -> TokenStream {
        table.map_or_else(
            || quote!(None),
            |table| {
                let table = self.table(table);
                quote!(Some(#table))
            },
        )
    }
}

fn emit_type(name: &str) -> TokenStream {
    let name = super::imports::word(name);
    quote!(JsonType::#name)
}

/// What a file imports of the runtime.
#[derive(Debug, Default)]
struct Names(BTreeSet<&'static str>);

impl Names {
    fn emit(&self) -> TokenStream {
        let names: Vec<TokenStream> = self
            .0
            .iter()
            .map(|name| super::imports::word(name))
            .collect();
        match names.as_slice() {
            [] => TokenStream::new(),
            [name] => quote!(use engross_runtime::private::#name;),
            names => quote!(use engross_runtime::private::{#(#names),*};),
        }
    }

    fn add_models(&mut self, file: &RuleFile) {
        for item in &file.statics {
            self.add_rules(&item.rules);
        }
        if !file.models.is_empty() {
            self.0.extend(["Rules", "Validate"]);
        }
    }

    fn add_operations(&mut self, file: &OperationFile) {
        self.0.insert("OperationRules");
        for (_, tables) in &file.tables {
            if !tables.parameters.is_empty() {
                self.0.insert("ParameterPlace");
            }
            let parameters = tables.parameters.iter().map(|(_, _, table)| table);
            let bodies = tables.bodies.iter().chain(&tables.body_items);
            let answers = tables.answers.iter().chain(&tables.answer_items);
            parameters
                .chain(bodies.map(|(_, table)| table))
                .chain(answers.map(|answer| &answer.table))
                .for_each(|table| self.add_table(table));
        }
    }

    fn add_table(&mut self, table: &Table) {
        match table {
            Table::Known(_) => drop(self.0.insert("Rules")),
            Table::Static(_) => {}
            Table::Inline(rules) => self.add_rules(rules),
        }
    }

    fn add_rules(&mut self, rules: &[Rule]) {
        self.0.insert("Rules");
        for rule in rules {
            self.0.insert("Rule");
            match &rule.argument {
                Argument::Type(_) | Argument::Types(_) => drop(self.0.insert("JsonType")),
                Argument::Table(table) | Argument::Contains { item: table, .. } => {
                    self.add_table(table);
                }
                Argument::Tables(tables) => tables.iter().for_each(|it| self.add_table(it)),
                Argument::Named(named) => named.iter().for_each(|(_, it)| self.add_table(it)),
                Argument::If {
                    condition,
                    then,
                    otherwise,
                } => {
                    self.add_table(condition);
                    let others = then.iter().chain(otherwise);
                    others.for_each(|table| self.add_table(table));
                }
                Argument::None
                | Argument::Text(_)
                | Argument::Texts(_)
                | Argument::Count(_)
                | Argument::NamedTexts(_) => {}
            }
        }
    }
}
