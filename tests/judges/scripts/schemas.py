"""Makes self-contained JSON Schemas of the component schemas of OpenAPI descriptions.

Reads a description (JSON, or YAML by PyYAML); gives for each chosen schema its name, one schema of draft
2020-12 with all that it refers to, and the examples that the description has of it. What a description
means without saying it is said: an object is one though no type is named, `nullable` is a type, an integer
has as many bits as its format has. Schemas that need many others are passed over: generators of bodies
would not come to an end with them.
"""

import json
import sys

KEYWORDS = {
    "type", "enum", "const", "required", "minItems", "maxItems", "uniqueItems", "minLength", "maxLength",
    "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format",
    "minProperties", "maxProperties",
}
LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
MAPS = ("properties", "patternProperties")
SINGLE = ("items", "additionalProperties", "not", "propertyNames")
MOST_REFERENCES = 30

# What integers of a format may be, and up to where every integer is a float.
BOUNDS = {f"int{bits}": (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) for bits in (8, 16, 32, 64)}
BOUNDS |= {f"uint{bits}": (0, 2 ** bits - 1) for bits in (8, 16, 32, 64)}
EXACT = (-(2 ** 53), 2 ** 53)


def read(path):
    """Reads a description; scalars of YAML as version 1.2 of it has them."""
    with open(path, encoding="utf-8-sig") as file:
        if path.endswith(".json"):
            return json.load(file)
        import yaml

        class Loader(yaml.CSafeLoader):
            pass

        Loader.yaml_implicit_resolvers = {
            letter: [(tag, pattern) for tag, pattern in resolvers
                     if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")]
            for letter, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
        }
        import re
        Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false|True|False)$"), "tTfF")
        return yaml.load(file, Loader)


class Converter:
    """Turns schemas of one description into schemas of JSON Schema."""

    def __init__(self, document):
        self.document = document
        self.prefix = "#/definitions/" if "swagger" in document else "#/components/schemas/"
        if "swagger" in document:
            self.named = document.get("definitions", {})
        else:
            self.named = document.get("components", {}).get("schemas", {})
        self.is_3_1 = str(document.get("openapi", "")).startswith("3.1")

    def whole(self, name, most=MOST_REFERENCES):
        """Returns a schema with all that it refers to, or nothing where that is too much."""
        self.needed = {}
        root = {"$ref": self.reference(name)}
        done = {}
        while len(done) < len(self.needed):
            if len(self.needed) > most:
                return None
            for name, key in list(self.needed.items()):
                if key not in done:
                    done[key] = self.convert(self.named[name])
        return {**root, "$defs": done}

    def reference(self, name):
        if name not in self.named:
            raise KeyError(name)
        return "#/$defs/" + self.needed.setdefault(name, f"d{len(self.needed)}")

    def convert(self, schema):
        if not isinstance(schema, dict):
            return schema
        if "$ref" in schema:
            if not schema["$ref"].startswith(self.prefix):
                raise KeyError(schema["$ref"])
            name = schema["$ref"][len(self.prefix):].replace("~1", "/").replace("~0", "~")
            return {"$ref": self.reference(name)}
        out = {key: value for key, value in schema.items() if key in KEYWORDS}
        for key in LISTS:
            if key in schema:
                out[key] = [self.convert(member) for member in schema[key]]
        for key in MAPS:
            if key in schema:
                out[key] = {name: self.convert(value) for name, value in schema[key].items()}
        for key in SINGLE:
            if key in schema:
                out[key] = self.convert(schema[key])
        return self.complete(out, schema)

    def complete(self, out, schema):
        for bound, strict in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
            if isinstance(out.get(strict), bool):
                is_strict = out.pop(strict)
                if is_strict and bound in out:
                    out[strict] = out.pop(bound)
        if "type" not in out:
            if "properties" in out or "additionalProperties" in out:
                out["type"] = "object"
            elif "items" in out:
                out["type"] = "array"
        self.bound(out, schema)
        is_nullable = schema.get("nullable") is True or schema.get("x-nullable") is True
        if not is_nullable or self.is_3_1:
            return out
        return {"anyOf": [out, {"type": "null"}]}

    def bound(self, out, schema):
        """Keeps values within what their formats hold."""
        # JSON has no octets: they are base64 there, whatever the format calls them (RFC 4648).
        if schema.get("format") in ("byte", "binary") or schema.get("contentEncoding") == "base64":
            out["pattern"] = "^([A-Za-z0-9+/]{4})*$"
        types = out.get("type")
        types = types if isinstance(types, list) else [types]
        if "enum" in out or not ({"integer", "number"} & set(types)):
            return
        if schema.get("format") in BOUNDS and types == ["number"]:
            out["type"] = "integer"
        least, most = BOUNDS.get(schema.get("format"), BOUNDS["int64"] if "integer" in types else EXACT)
        out["minimum"] = max(out.get("minimum", least), least)
        out["maximum"] = min(out.get("maximum", most), most)


def examples(schema):
    """Returns the examples that stand in a schema itself."""
    if not isinstance(schema, dict):
        return []
    found = [schema["example"]] if "example" in schema else []
    more = schema.get("examples")
    return found + (more if isinstance(more, list) else [])


def used_examples(document, prefix):
    """Returns the examples of bodies, by the name of their schema; those of lists count for their items."""
    found, open_nodes = {}, [document.get("paths", {}), document.get("components", {})]
    while open_nodes:
        node = open_nodes.pop()
        if isinstance(node, list):
            open_nodes.extend(node)
        if not isinstance(node, dict):
            continue
        open_nodes.extend(node.values())
        schema = node.get("schema")
        if not isinstance(schema, dict):
            continue
        bodies = [node["example"]] if "example" in node else []
        if isinstance(node.get("examples"), dict):
            named = (shared_example(document, example) for example in node["examples"].values())
            bodies += [example["value"] for example in named if isinstance(example, dict) and "value" in example]
        if isinstance(schema.get("items"), dict):
            schema = schema["items"]
            bodies = [item for body in bodies if isinstance(body, list) for item in body]
        reference = schema.get("$ref")
        if isinstance(reference, str) and reference.startswith(prefix):
            found.setdefault(reference[len(prefix):], []).extend(bodies)
    return found


def shared_example(document, example):
    """Follows a reference to an example of the components."""
    reference = example.get("$ref", "") if isinstance(example, dict) else ""
    if not reference.startswith("#/components/examples/"):
        return example
    return document.get("components", {}).get("examples", {}).get(reference.rsplit("/", 1)[1])


def main():
    """Prints a line of JSON for each schema: `schemas.py MOST DESCRIPTION...`."""
    most = int(sys.argv[1])
    for path in sys.argv[2:]:
        document = read(path)
        converter = Converter(document)
        used = used_examples(document, converter.prefix)
        chosen = []
        for name, schema in converter.named.items():
            try:
                whole = converter.whole(name)
            except (KeyError, RecursionError):
                continue
            if whole is not None:
                bodies = examples(schema) + used.get(name, [])
                chosen.append({"document": path, "name": name, "schema": whole, "examples": bodies})
        # Those with examples, then others from all over the description.
        chosen.sort(key=lambda line: not line["examples"])
        with_examples = sum(1 for line in chosen if line["examples"])
        first, rest = chosen[:with_examples], chosen[with_examples:]
        step = max(1, len(rest) // max(1, most - min(most, with_examples)))
        for line in (first[:most] + rest[::step])[:most]:
            print(json.dumps(line))


if __name__ == "__main__":
    main()
