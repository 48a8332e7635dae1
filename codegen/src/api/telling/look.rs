//! What values of a type look like from outside.

use std::collections::{BTreeMap, BTreeSet};

use super::{MOST, Marks};
use crate::api::{Api, Base, Enum, Kind, Object, Scalar, TypeId, TypeRef};

/// The types of JSON, without null.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sort {
    Boolean,
    Number,
    Text,
    Array,
    Object,
}

/// What values look like.
#[derive(Debug, Clone, Default)]
pub(crate) struct Look {
    pub(crate) sorts: BTreeSet<Sort>,
    /// What the items of arrays are; none where they may be anything.
    pub(crate) items: BTreeSet<Sort>,
    /// The only scalars that there are, as texts.
    pub(crate) values: Option<Vec<String>>,
    /// The objects that there are, unless there may be any.
    pub(crate) objects: Vec<TypeId>,
    pub(crate) any_object: bool,
}

/// The looks of the types of an API, each found out once.
#[derive(Debug)]
pub(super) struct Looks<'a> {
    api: &'a Api,
    known: BTreeMap<TypeId, Look>,
}

/// Unions nested more deeply than that may be anything.
const DEEPEST: usize = 32;

impl<'a> Looks<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        Self {
            api,
            known: BTreeMap::new(),
        }
    }

    pub(super) fn api(&self) -> &'a Api {
        self.api
    }

    /// Returns what values of the type look like.
    pub(super) fn of(&mut self, id: TypeId) -> Look {
        self.look(id, 0)
    }

    /// Returns the only values of a property.
    pub(super) fn values(&self, ty: TypeRef) -> Option<Vec<String>> {
        match &self.api[self.api.end(ty.id)].kind {
            Kind::Enum(list) if !ty.nullable && list.values.len() <= MOST => Some(texts(list)),
            _ => None,
        }
    }

    fn look(&mut self, id: TypeId, depth: usize) -> Look {
        let end = self.api.end(id);
        if let Some(known) = self.known.get(&end) {
            return known.clone();
        }
        if depth > DEEPEST {
            return Look::any();
        }
        // A union of itself adds nothing to itself.
        self.known.insert(end, Look::default());
        let look = self.new_look(end, depth);
        self.known.insert(end, look.clone());
        look
    }

    fn new_look(&mut self, id: TypeId, depth: usize) -> Look {
        match &self.api[id].kind {
            Kind::Any | Kind::Alias(_) => Look::any(),
            Kind::Never | Kind::Null => Look::default(),
            Kind::Boolean => Look::sort(Sort::Boolean),
            Kind::Integer(_) | Kind::Number(_) => Look::sort(Sort::Number),
            Kind::String(_) => Look::sort(Sort::Text),
            Kind::Enum(list) => of_enum(list),
            Kind::Array(items) => self.array(*items, depth),
            Kind::Tuple(tuple) => match tuple.prefix.first() {
                Some(first) => self.array(*first, depth),
                None => Look::sort(Sort::Array),
            },
            Kind::Map(_) => Look {
                any_object: true,
                ..Look::sort(Sort::Object)
            },
            Kind::Object(_) => Look {
                objects: vec![id],
                ..Look::sort(Sort::Object)
            },
            Kind::Union(union) => {
                let members = union.members.iter();
                members.fold(Look::default(), |look, member| {
                    look.or(self.look(member.ty.id, depth + 1))
                })
            }
        }
    }

    fn array(&mut self, items: TypeRef, depth: usize) -> Look {
        let items = if items.nullable {
            BTreeSet::new()
        } else {
            self.look(items.id, depth + 1).sorts
        };
        Look {
            items,
            ..Look::sort(Sort::Array)
        }
    }

    /// Returns, for each member, the properties of its objects whose values are no values of the same
    /// property in another member.
    pub(super) fn marks(&self, looks: &[Look]) -> Vec<Marks> {
        let all: Vec<BTreeMap<String, Vec<String>>> =
            looks.iter().map(|look| self.listed(look)).collect();
        let mut by_name: BTreeMap<&str, Vec<(usize, &Vec<String>)>> = BTreeMap::new();
        for (member, marks) in all.iter().enumerate() {
            for (name, values) in marks {
                by_name.entry(name).or_default().push((member, values));
            }
        }
        let tells = |member: usize, name: &str, values: &[String]| {
            let others = by_name.get(name).into_iter().flatten().take(MOST);
            let mut others = others.filter(|(other, _)| *other != member);
            others.any(|(_, other)| is_disjoint(values, other))
        };
        let marks = all.iter().enumerate().map(|(member, marks)| {
            let telling = marks
                .iter()
                .filter(|(name, values)| tells(member, name, values));
            telling
                .map(|(name, values)| (name.clone(), values.clone()))
                .collect()
        });
        marks.collect()
    }

    /// Returns the properties with few values that all objects of a look have.
    pub(super) fn listed(&self, look: &Look) -> BTreeMap<String, Vec<String>> {
        let mut objects = look.objects.iter().filter_map(|id| self.api.object(*id));
        let Some(first) = objects.next().filter(|_| !look.any_object) else {
            return BTreeMap::new();
        };
        let mut marks = self.listed_in(first);
        for object in objects {
            let other = self.listed_in(object);
            marks.retain(|name, values| {
                let more = other.get(name);
                values.extend(more.into_iter().flatten().cloned());
                more.is_some() && values.len() <= MOST
            });
        }
        marks
    }

    fn listed_in(&self, object: &Object) -> BTreeMap<String, Vec<String>> {
        let properties = object.properties.iter();
        let listed = properties
            .filter_map(|property| Some((property.name.clone(), self.values(property.ty)?)));
        listed.collect()
    }
}

impl Look {
    /// Whether all values are objects.
    pub(crate) fn is_of_objects(&self) -> bool {
        self.sorts.len() == 1 && self.sorts.contains(&Sort::Object)
    }

    /// Whether values may be objects.
    pub(crate) fn has_objects(&self) -> bool {
        self.sorts.contains(&Sort::Object)
    }

    /// Whether values may be of all types.
    pub(crate) fn is_any(&self) -> bool {
        self.sorts.len() == 5
    }

    fn any() -> Self {
        let sorts = [Sort::Boolean, Sort::Number, Sort::Text, Sort::Array];
        Self {
            sorts: sorts.into_iter().chain([Sort::Object]).collect(),
            any_object: true,
            ..Self::default()
        }
    }

    fn sort(sort: Sort) -> Self {
        Self {
            sorts: BTreeSet::from([sort]),
            ..Self::default()
        }
    }

    fn or(mut self, other: Self) -> Self {
        if self.sorts.is_empty() {
            return other;
        }
        if other.sorts.is_empty() {
            return self;
        }
        self.values = match (self.has_scalars(), other.has_scalars()) {
            (true, true) => {
                let both = self.values.zip(other.values);
                both.map(|(own, more)| [own, more].concat())
            }
            (true, false) => self.values,
            (false, _) => other.values,
        };
        let mut has_any_items = false;
        for (sorts, items) in [(&self.sorts, &self.items), (&other.sorts, &other.items)] {
            has_any_items |= sorts.contains(&Sort::Array) && items.is_empty();
        }
        self.items.extend(&other.items);
        if has_any_items {
            self.items.clear();
        }
        self.sorts.extend(other.sorts);
        self.objects.extend(other.objects);
        self.any_object |= other.any_object;
        if self.objects.len() > MOST {
            self.objects.clear();
            self.any_object = true;
        }
        self
    }

    fn has_scalars(&self) -> bool {
        self.sorts.iter().copied().any(is_scalar)
    }
}

fn is_scalar(sort: Sort) -> bool {
    matches!(sort, Sort::Boolean | Sort::Number | Sort::Text)
}

fn of_enum(list: &Enum) -> Look {
    let sorts = match list.base {
        Base::Boolean => BTreeSet::from([Sort::Boolean]),
        Base::Integer(_) | Base::Number(_) => BTreeSet::from([Sort::Number]),
        Base::String(_) => BTreeSet::from([Sort::Text]),
        Base::Mixed => list.values.iter().map(|value| sort(&value.value)).collect(),
    };
    Look {
        sorts,
        values: (list.values.len() <= MOST).then(|| texts(list)),
        ..Look::default()
    }
}

fn sort(value: &Scalar) -> Sort {
    match value {
        Scalar::Boolean(_) => Sort::Boolean,
        Scalar::Number(_) => Sort::Number,
        Scalar::String(_) => Sort::Text,
    }
}

fn texts(list: &Enum) -> Vec<String> {
    let values = list.values.iter();
    values.map(|value| value.value.text().to_owned()).collect()
}

pub(super) fn is_disjoint(some: &[String], others: &[String]) -> bool {
    let some: BTreeSet<&String> = some.iter().collect();
    !others.iter().any(|other| some.contains(other))
}
