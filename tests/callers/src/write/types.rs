//! Types as a caller writes them: paths that begin at the generated crate.

use std::collections::BTreeMap;

use proc_macro2::Span;
use syn::visit_mut::{self, VisitMut};
use syn::{
    GenericArgument, Ident, Item, PathArguments, PathSegment, Type, TypeParamBound, UseTree,
};

/// Types that every file knows.
const PRELUDE: [&str; 13] = [
    "bool", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "f32", "f64", "String", "Self",
];
const GENERIC: [&str; 3] = ["Vec", "Option", "Box"];

/// What a file calls by names of other modules.
pub(crate) struct Imports(BTreeMap<String, Vec<Ident>>);

impl Imports {
    pub(crate) fn new(items: &[Item]) -> Self {
        let mut imports = Self(BTreeMap::new());
        for item in items {
            if let Item::Use(item) = item {
                imports.add(&item.tree, &mut Vec::new());
            }
        }
        imports
    }

    /// Returns the type with paths that begin with `generated`, or with a crate.
    pub(crate) fn qualify(&self, ty: &Type) -> Type {
        let mut ty = ty.clone();
        Qualify(self).visit_type_mut(&mut ty);
        ty
    }

    fn add(&mut self, tree: &UseTree, path: &mut Vec<Ident>) {
        match tree {
            UseTree::Path(tree) => {
                path.push(tree.ident.clone());
                self.add(&tree.tree, path);
                path.pop();
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add(tree, path)),
            UseTree::Name(name) => self.insert(&name.ident, &name.ident, path),
            UseTree::Rename(rename) => self.insert(&rename.rename, &rename.ident, path),
            UseTree::Glob(_) => {}
        }
    }

    fn insert(&mut self, name: &Ident, item: &Ident, path: &[Ident]) {
        let path = if item == "self" {
            path.to_vec()
        } else {
            [path, std::slice::from_ref(item)].concat()
        };
        self.0.insert(name.to_string(), path);
    }

    fn resolve(&self, path: &syn::Path) -> Option<Vec<PathSegment>> {
        let first = path.segments.first()?;
        let name = first.ident.to_string();
        if PRELUDE.contains(&name.as_str()) || GENERIC.contains(&name.as_str()) {
            return None;
        }
        let mut segments: Vec<PathSegment> = path.segments.iter().cloned().collect();
        if let Some(import) = self.0.get(&name) {
            let arguments = segments.remove(0).arguments;
            let mut head: Vec<PathSegment> =
                import.iter().cloned().map(PathSegment::from).collect();
            if let Some(last) = head.last_mut() {
                last.arguments = arguments;
            }
            head.extend(segments);
            segments = head;
        } else if name != "super" {
            segments.insert(0, segment("operations"));
        }
        Some(segments)
    }
}

fn segment(name: &str) -> PathSegment {
    PathSegment::from(Ident::new(name, Span::call_site()))
}

struct Qualify<'a>(&'a Imports);

impl VisitMut for Qualify<'_> {
    fn visit_type_path_mut(&mut self, ty: &mut syn::TypePath) {
        visit_mut::visit_type_path_mut(self, ty);
        let Some(mut segments) = self.0.resolve(&ty.path) else {
            return;
        };
        let is_runtime = segments
            .first()
            .is_some_and(|first| first.ident == "engross_runtime");
        segments.retain(|segment| segment.ident != "super" && segment.ident != "self");
        if !is_runtime {
            segments.insert(0, segment("generated"));
        }
        ty.path.segments = segments.into_iter().collect();
    }
}

/// The type of the value that an argument is made of, as in `String` for `impl Into<String>` and
/// `Vec<i64>` for `impl IntoIterator<Item = i64>`.
pub(crate) fn held(ty: &Type) -> Type {
    let Type::ImplTrait(bounds) = ty else {
        return ty.clone();
    };
    let bound = bounds.bounds.iter().find_map(|bound| match bound {
        TypeParamBound::Trait(bound) => bound.path.segments.last(),
        _ => None,
    });
    match bound.and_then(first_argument) {
        Some(GenericArgument::Type(inner)) => inner.clone(),
        Some(GenericArgument::AssocType(item)) => {
            let inner = held(&item.ty);
            syn::parse_quote!(Vec<#inner>)
        }
        _ => ty.clone(),
    }
}

/// The type of the items, where a type is a `Vec`.
pub(crate) fn item(ty: &Type) -> Option<&Type> {
    let Type::Path(ty) = ty else { return None };
    let last = ty.path.segments.last().filter(|last| last.ident == "Vec")?;
    match first_argument(last)? {
        GenericArgument::Type(item) => Some(item),
        _ => None,
    }
}

fn first_argument(segment: &PathSegment) -> Option<&GenericArgument> {
    match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.first(),
        _ => None,
    }
}

/// The name of a type without its module and its arguments.
pub(crate) fn last_segment(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(ty) => Some(ty.path.segments.last()?.ident.to_string()),
        _ => None,
    }
}
