//! What a file imports: exactly what it names, and nothing under a name that is taken.

use std::collections::BTreeSet;

use super::names::Ident;
use super::ty::{Intake, Ty};

/// The imports of one file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Imports {
    /// From the runtime's root, as in `Bytes`.
    pub(crate) runtime: BTreeSet<&'static str>,
    /// From the runtime's module for generated code, as in `Field`.
    pub(crate) private: BTreeSet<&'static str>,
    pub(crate) models: BTreeSet<Ident>,
    /// Whether the module of models itself is imported, for qualified names.
    pub(crate) models_module: bool,
    /// The models that are named by that module.
    qualified: BTreeSet<Ident>,
}

impl Imports {
    /// Every model that the file names.
    pub(crate) fn all_models(&self) -> impl Iterator<Item = &Ident> {
        self.models.iter().chain(&self.qualified)
    }
}

/// How a file may name models.
#[derive(Debug)]
pub(crate) enum Policy {
    /// Beside them; these stand in the file itself.
    Sibling(BTreeSet<Ident>),
    /// By their names, but for these, which mean something else in the file.
    Bare(BTreeSet<String>),
    /// By their module, so that a name more or less leaves the rest of the file as it is.
    Qualified,
}

/// Collects the imports of one file.
#[derive(Debug)]
pub(crate) struct Importer {
    policy: Policy,
    imports: Imports,
}

impl Importer {
    pub(crate) fn new(policy: Policy) -> Self {
        Self {
            policy,
            imports: Imports::default(),
        }
    }

    pub(crate) fn finish(self) -> Imports {
        self.imports
    }

    /// Adds what a part of the file needs.
    pub(crate) fn append(&mut self, part: Self) {
        let Imports {
            private,
            runtime,
            models_module,
            models,
            qualified,
        } = part.imports;
        self.imports.private.extend(private);
        self.imports.runtime.extend(runtime);
        self.imports.models_module |= models_module;
        self.imports.models.extend(models);
        self.imports.qualified.extend(qualified);
    }

    pub(crate) fn runtime(&mut self, names: &[&'static str]) {
        self.imports.runtime.extend(names);
    }

    pub(crate) fn private(&mut self, names: &[&'static str]) {
        self.imports.private.extend(names);
    }

    /// Returns the type as the file writes it.
    pub(crate) fn ty(&mut self, mut ty: Ty) -> Ty {
        ty.visit(&mut |ty| self.one(ty));
        ty
    }

    /// The same for what a function takes.
    pub(crate) fn intake(&mut self, mut intake: Intake) -> Intake {
        intake.ty_mut().visit(&mut |ty| self.one(ty));
        intake
    }

    fn one(&mut self, ty: &mut Ty) {
        match ty {
            Ty::Bytes => self.runtime(&["Bytes"]),
            Ty::Number => self.runtime(&["Number"]),
            Ty::Foreign(foreign) => self.runtime(foreign.module().as_slice()),
            Ty::Value => self.runtime(&["Value"]),
            Ty::Map(_) => self.runtime(&["Map"]),
            Ty::Runtime(name) => self.runtime(&[name]),
            Ty::AdditionalProperties => self.runtime(&["AdditionalProperties"]),
            Ty::Named(named) => named.is_qualified = self.model(&named.name),
            Ty::Bool
            | Ty::Integer(_) | Ty::Own(_)
            // Named in full: descriptions have secrets of their own.
            | Ty::Secret
            | Ty::F32
            | Ty::F64
            | Ty::String
            | Ty::Option(_)
            | Ty::Box(_)
            | Ty::Vec(_)
            | Ty::Local(_) => {}
        }
    }

    /// Imports the model and says whether its name must be qualified.
    fn model(&mut self, name: &Ident) -> bool {
        let is_qualified = match &self.policy {
            Policy::Sibling(own) if own.contains(name) => return false,
            Policy::Sibling(_) => false,
            Policy::Bare(taken) => taken.contains(name.as_str()),
            Policy::Qualified => true,
        };
        if is_qualified {
            self.imports.models_module = true;
            self.imports.qualified.insert(name.clone());
        } else {
            self.imports.models.insert(name.clone());
        }
        is_qualified
    }
}
