// The operations of a description with a value for each of their parameters and for their body.
//
// In: a description of OpenAPI 2.0 or 3. Out: the operations whose body is JSON or a form, or that have
// none, in one form for all versions. Values are the description's examples, or what a third-party
// sampler makes; whether they are valid, nobody here knows.

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const JSON_TYPE = /^application\/([\w.-]+\+)?json\b/;
const FORM_TYPE = /^application\/x-www-form-urlencoded\b/;
// These are not parameters, whatever a description says (OAS 3.1.1 4.8.12.1).
const NO_PARAMETERS = ["accept", "content-type", "authorization"];

export function* operations(description, sampler) {
  const cx = { description, sampler };
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
  const value = example ?? sample(cx, schema);
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
  if (parameter.content) return parameter.required ? sample(cx, Object.values(parameter.content)[0].schema ?? {}) : undefined;
  const value = example(cx, parameter) ?? sample(cx, parameter.schema ?? parameter);
  return value === null || value === "" ? undefined : value;
}

function example(cx, object) {
  if (object.example !== undefined) return object.example;
  const examples = Object.values(object.examples ?? {}).map((one) => resolve(one, cx.description));
  return examples.find((one) => one?.value !== undefined)?.value;
}

function sample({ sampler, description }, schema) {
  try {
    return sampler.sample(schema, { quiet: true, skipReadOnly: true, enablePatterns: true }, description);
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
