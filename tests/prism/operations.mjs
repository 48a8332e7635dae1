// The operations of a description with a value for each of their parameters and for their body.
//
// In: a description of OpenAPI 2.0 or 3. Out: the operations whose body is JSON or a form, or that have
// none, in one form for all versions. There are several ways to values: the description's examples, what a
// third-party sampler makes without them, the same with two items in each list, and what is required alone.
// Whether they are valid, nobody here knows.

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const JSON_TYPE = /^application\/([\w.-]+\+)?json\b/;
const FORM_TYPE = /^application\/x-www-form-urlencoded\b/;
// These are not parameters, whatever a description says (OAS 3.1.1 4.8.12.1).
const NO_PARAMETERS = ["accept", "content-type", "authorization"];

/** Texts for patterns that the sampler cannot read. */
const TEXTS = ["a", "ab", "name", "a-name", "a.b", "a:b", "1", "1.0.0", "abcdef0123456789", "00000000-0000-4000-8000-000000000000", "A1", "/a"];

export const WAYS = ["examples", "samples", "pairs", "required"];

export function* operations(document, library, way) {
  const description = way === "examples" ? document : withoutExamples(document);
  const cx = { description, way, sampler: prepared(library, way) };
  for (const [path, item] of Object.entries(description.paths ?? {})) {
    for (const method of METHODS.filter((method) => item[method])) {
      const operation = item[method];
      const all = merged(cx, item.parameters, operation.parameters);
      const body = description.swagger ? oldBody(cx, operation, all) : newBody(cx, operation);
      if (body === undefined) continue;
      const values = all.filter(isParameter).map((parameter) => ({ parameter, value: parameterValue(cx, parameter) }));
      const described = { ...operation, parameters: all, requestBody: resolve(operation.requestBody, description) };
      yield { path, method, values, body, described };
    }
  }
}

/** A parameter of the operation stands for one of the path with the same name and place. */
function merged(cx, shared = [], own = []) {
  const all = new Map();
  for (const parameter of [...shared, ...own].map((one) => resolve(one, cx.description))) {
    all.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...all.values()];
}

function isParameter({ in: place, name }) {
  if (place === "header") return !NO_PARAMETERS.includes(name.toLowerCase());
  return place !== "body" && place !== "formData";
}

/** Undefined for bodies of other media types, null where there is none. */
function newBody(cx, operation) {
  const requestBody = resolve(operation.requestBody, cx.description);
  if (!requestBody) return null;
  const types = Object.keys(requestBody.content ?? {});
  const media_type = types.find((type) => JSON_TYPE.test(type) || FORM_TYPE.test(type));
  if (!media_type) return undefined;
  const { schema = {}, ...media } = requestBody.content[media_type];
  return body(cx, media_type, schema, example(cx, media), requestBody.required === true);
}

/** Bodies of 2.0 are parameters: one of them, or the fields of a form. */
function oldBody(cx, operation, parameters) {
  const types = operation.consumes ?? cx.description.consumes ?? [];
  const whole = parameters.find((parameter) => parameter.in === "body");
  if (whole) {
    const media_type = types.find((type) => JSON_TYPE.test(type)) ?? (types.length === 0 ? "application/json" : undefined);
    return media_type && body(cx, media_type, whole.schema ?? {}, undefined, whole.required === true);
  }
  const fields = parameters.filter((parameter) => parameter.in === "formData");
  if (fields.length === 0) return null;
  const media_type = types.find((type) => FORM_TYPE.test(type));
  if (!media_type || fields.some(({ type }) => type === "file")) return undefined;
  const properties = Object.fromEntries(fields.map((field) => [field.name, { ...field, required: undefined }]));
  const required = fields.filter((field) => field.required).map(({ name }) => name);
  return body(cx, media_type, { type: "object", properties, required }, undefined, required.length > 0);
}

function body(cx, media_type, schema, example, required) {
  // Of what may be anything, the sampler makes nothing.
  const value = example ?? (Object.keys(schema).length === 0 ? {} : sample(cx, schema));
  if (value === undefined) return undefined;
  return { media_type, value, required, ...members(cx, schema) };
}

/** The properties of an object and which of them must be there, as far as they stand in one schema. */
function members({ description }, schema) {
  const found = { properties: {}, requiredProperties: [] };
  const whole = resolve(schema, description);
  for (const part of [whole, ...(whole?.allOf ?? [])].map((part) => resolve(part, description))) {
    Object.assign(found.properties, part?.properties);
    found.requiredProperties.push(...(part?.required ?? []));
  }
  for (const [name, property] of Object.entries(found.properties)) found.properties[name] = resolve(property, description);
  return found;
}

function parameterValue(cx, parameter) {
  if (cx.way === "required" && !parameter.required) return undefined;
  if (parameter.content) return parameter.required ? sample(cx, Object.values(parameter.content)[0].schema ?? {}) : undefined;
  const value = example(cx, parameter) ?? sample(cx, parameter.schema ?? parameter);
  return value === null || value === "" ? undefined : value;
}

function example(cx, object) {
  if (cx.way !== "examples") return undefined;
  if (object.example !== undefined) return object.example;
  const examples = Object.values(object.examples ?? {}).map((one) => resolve(one, cx.description));
  return examples.find((one) => one?.value !== undefined)?.value;
}

/** The sampler, with texts that fit their pattern and as many items as are wanted. */
function prepared(library, way) {
  library.sampleString ??= library._samplers.string;
  library.sampleArray ??= library._samplers.array;
  library._registerSampler("string", (schema, ...more) => {
    const text = library.sampleString(schema, ...more);
    return !schema.pattern || fits(text, schema.pattern) ? text : TEXTS.find((text) => fits(text, schema.pattern)) ?? text;
  });
  library._registerSampler("array", (schema, ...more) => {
    const minItems = Math.min(Math.max(schema.minItems ?? 1, way === "pairs" ? 2 : 1), schema.maxItems ?? Infinity);
    // Of what may be anything, the sampler makes nothing.
    const items = Object.keys(schema.items ?? {}).length === 0 ? { type: "string" } : schema.items;
    return library.sampleArray({ ...schema, minItems, items }, ...more);
  });
  return library;
}

/** Examples that stand in schemas are not always of their type. Properties can have that name. */
function withoutExamples(node, holdsNames = false) {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map((item) => withoutExamples(item));
  const entries = Object.entries(node).filter(([key]) => holdsNames || (key !== "example" && key !== "examples"));
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutExamples(value, !holdsNames && key === "properties")]));
}

function fits(text, pattern) {
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return true;
  }
}

function sample({ sampler, description, way }, schema) {
  try {
    const skipNonRequired = way === "required";
    return sampler.sample(schema, { quiet: true, skipReadOnly: true, skipNonRequired, enablePatterns: true }, description);
  } catch {
    return undefined;
  }
}

function resolve(node, description) {
  for (let steps = 0; node?.$ref && steps < 16; steps++) {
    const tokens = node.$ref.replace(/^#\//, "").split("/").map((token) => decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"));
    node = tokens.reduce((at, token) => at?.[token], description);
  }
  return node;
}
