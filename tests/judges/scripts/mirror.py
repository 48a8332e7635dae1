"""Writes the structs that somebody would write by hand for serde, and the part of the description they are for.

`mirror.py DESCRIPTION FOLDER NAME...` writes `openapi.json` with the named schemas and all that they refer to;
`mirror.rs` with a type for each of the same schemas: plain structs with serde's derives, closed enums of
texts, untagged enums for alternatives, no unknown fields; `Root0` is the first of the names; and
`schemas.jsonl` with the named schemas and their examples, as `schemas.py` prints them.
"""

import json
import os
import sys

import schemas as descriptions

HEAD = """// What serde's derives are measured on.
#![allow(warnings, reason = \"names and unused types do not matter here\")]

use std::collections::HashMap;
use serde::{Deserialize, Serialize};
use serde_json::Value;

"""


class Mirror:
    def __init__(self, document):
        self.document = document
        self.converter = descriptions.Converter(document)
        self.named = self.converter.named
        self.prefix = self.converter.prefix
        self.types, self.code, self.count = {}, [], 0

    def resolve(self, schema):
        while isinstance(schema, dict) and "$ref" in schema:
            schema = self.named[self.name_of(schema)]
        return schema

    def name_of(self, schema):
        return schema["$ref"][len(self.prefix):].replace("~1", "/").replace("~0", "~")

    def of_name(self, name):
        """Returns the type of a named schema; recursion goes through a box."""
        if name in self.types:
            ty = self.types[name]
            return f"Box<{ty}>" if ty.startswith("Rec") else ty
        self.count += 1
        self.types[name] = f"Rec{self.count}"
        ty = self.of(self.named[name])
        self.code.append(f"pub type {self.types[name]} = {ty};")
        self.types[name] = ty
        return ty

    def of(self, schema):
        if not isinstance(schema, dict):
            return "Value"
        if "$ref" in schema:
            return self.of_name(self.name_of(schema))
        members = [member for key in ("oneOf", "anyOf") for member in schema.get(key, [])
                   if not (isinstance(member, dict) and member.get("type") == "null")]
        if members:
            return self.of(members[0]) if len(members) == 1 else self.union(members)
        if "allOf" in schema:
            schema = self.merged(schema)
        types = schema.get("type")
        types = [ty for ty in (types if isinstance(types, list) else [types]) if ty != "null"]
        if len(types) > 1:
            return "Value"
        ty = types[0] if types else None
        if ty is None:
            ty = "object" if "properties" in schema else "array" if "items" in schema else None
        if ty == "string" and "enum" in schema:
            return self.enum([value for value in schema["enum"] if isinstance(value, str)])
        if ty == "array":
            return f"Vec<{self.of(schema.get('items'))}>"
        if ty == "object":
            return self.object(schema)
        return {"string": "String", "integer": "i64", "number": "f64", "boolean": "bool"}.get(ty, "Value")

    def merged(self, schema):
        whole = {"type": "object", "properties": {}, "required": list(schema.get("required", []))}
        parts = [*schema["allOf"], {"properties": schema.get("properties", {})}]
        if len(schema["allOf"]) == 1 and not schema.get("properties"):
            return self.resolve(schema["allOf"][0])
        for part in parts:
            part = self.resolve(part)
            if "allOf" in part:
                part = self.merged(part)
            whole["properties"].update(part.get("properties", {}))
            whole["required"] += part.get("required", [])
        return whole

    def fresh(self, prefix):
        self.count += 1
        return f"{prefix}{self.count}"

    def union(self, members):
        types = [self.of(member) for member in members]
        name = self.fresh("Union")
        variants = "".join(f"    V{index}({ty}),\n" for index, ty in enumerate(types))
        self.code.append(f"#[derive(Serialize, Deserialize)]\n#[serde(untagged)]\npub enum {name} {{\n{variants}}}")
        return name

    def enum(self, values):
        name = self.fresh("Enum")
        variants = "".join(f"    #[serde(rename = {json.dumps(value)})]\n    V{index},\n"
                           for index, value in enumerate(dict.fromkeys(values)))
        self.code.append(f"#[derive(Serialize, Deserialize)]\npub enum {name} {{\n{variants}}}")
        return name

    def object(self, schema):
        properties = schema.get("properties")
        if not properties:
            more = schema.get("additionalProperties")
            return f"HashMap<String, {self.of(more)}>" if isinstance(more, dict) else "HashMap<String, Value>"
        name, fields = self.fresh("Struct"), ""
        required = set(schema.get("required", []))
        for index, (key, value) in enumerate(properties.items()):
            ty, attributes = self.of(value), f"rename = {json.dumps(key)}"
            if key not in required:
                attributes += ', skip_serializing_if = "Option::is_none"'
            if key not in required or self.is_nullable(value):
                ty = f"Option<{ty}>"
            fields += f"    #[serde({attributes})]\n    pub f{index}: {ty},\n"
        self.code.append(f"#[derive(Serialize, Deserialize)]\npub struct {name} {{\n{fields}}}")
        return name

    def is_nullable(self, schema):
        schema = self.resolve(schema)
        if not isinstance(schema, dict):
            return False
        types, members = schema.get("type"), schema.get("oneOf", []) + schema.get("anyOf", [])
        is_typed = isinstance(types, list) and "null" in types
        return schema.get("nullable") is True or is_typed or any(self.is_null(member) for member in members)

    def is_null(self, member):
        return isinstance(member, dict) and (member.get("type") == "null" or self.is_nullable(member))


def all_needed(mirror, names):
    """Returns the names of all schemas that these refer to, in whatever place."""
    needed, open_nodes = set(names), [mirror.named[name] for name in names]
    while open_nodes:
        node = open_nodes.pop()
        open_nodes.extend(node.values() if isinstance(node, dict) else node if isinstance(node, list) else [])
        reference = node.get("$ref") if isinstance(node, dict) else None
        if isinstance(reference, str) and reference.startswith(mirror.prefix):
            name = mirror.name_of(node)
            if name not in needed:
                needed.add(name)
                open_nodes.append(mirror.named[name])
    return needed


def main():
    path, folder, names = sys.argv[1], sys.argv[2], sys.argv[3:]
    mirror = Mirror(descriptions.read(path))
    for index, name in enumerate(names):
        mirror.code.append(f"pub type Root{index} = {mirror.of_name(name)};")
    document, needed = mirror.document, all_needed(mirror, names)
    part = {
        "openapi": document["openapi"],
        "info": document["info"],
        "paths": {},
        "components": {"schemas": {name: mirror.named[name] for name in mirror.named if name in needed}},
    }
    with open(os.path.join(folder, "openapi.json"), "w", encoding="utf-8") as file:
        json.dump(part, file)
    used = descriptions.used_examples(document, mirror.prefix)
    with open(os.path.join(folder, "schemas.jsonl"), "w", encoding="utf-8") as file:
        for name in names:
            whole = mirror.converter.whole(name, 1000)
            bodies = descriptions.examples(mirror.named[name]) + used.get(name, [])
            print(json.dumps({"document": path, "name": name, "schema": whole, "examples": bodies}), file=file)
    with open(os.path.join(folder, "mirror.rs"), "w", encoding="utf-8") as file:
        file.write(HEAD + "\n\n".join(mirror.code) + "\n")


if __name__ == "__main__":
    main()
