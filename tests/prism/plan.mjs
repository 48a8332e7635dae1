// Calls with valid values for the operations of a description, and the same with one fault.
//
// In: a description. Out: for each operation a call for the caller (tests/callers), and how its outcome
// is judged: what Prism refuses from us, another client sends too, so that a faulty sample or a faulty
// Prism is not held against us.

import { WAYS, operations } from "./operations.mjs";

/** For each operation the attempts to call it; the next one counts where nobody can say what is wrong. */
export function* plan(document, server, load) {
  const library = load("openapi-sampler");
  const swagger = load("swagger-client");
  const ways = WAYS.map((way) => [...operations(document.description, library, way)]);
  for (const name of new Set(ways.flat().map(nameOf))) {
    const attempts = ways.flat().filter((operation) => nameOf(operation) === name);
    yield attempts.map((operation) => {
      const judge = (outcome) => verdict(outcome, () => other(swagger.default ?? swagger, document, server, operation));
      return { ...operation, call: asCall(document, server, operation), judge };
    });
  }
}

function nameOf({ method, path }) {
  return `${method.toUpperCase()} ${path}`;
}

function asCall({ client }, server, { values, body, ...operation }) {
  const call = { client, operation: nameOf(operation), server, path: {}, query: {}, header: {}, cookie: {}, credentials: { "*": ["secret", "secret"] } };
  for (const { parameter, value } of values) {
    if (value !== undefined) call[parameter.in][parameter.name] = value;
  }
  if (body) call.body = { media_type: body.media_type, json: body.value };
  return call;
}

async function verdict(outcome, other) {
  if (outcome.status < 400 && outcome.status !== null) {
    // A status that the description does not call a success is an error with nothing to read.
    const isSuccess = outcome.status >= 200 && outcome.status < 300;
    return isSuccess && outcome.error ? { result: "misread", why: outcome.error } : { result: "taken" };
  }
  // What Prism says of itself, after it took the request.
  if (outcome.status === 500 && outcome.error.includes("prism/errors#")) return { result: "unanswered", why: outcome.error };
  const theirs = await other();
  // What another client cannot get through either says nothing of ours.
  if (typeof theirs !== "number" || theirs >= 300) return { result: "unjudged", why: `${outcome.error} (another client: ${theirs})` };
  return { result: "refused", why: `${outcome.error} (another client: ${theirs})` };
}

/** The status that another client gets for the same values. */
async function other(Swagger, { description }, server, { path, method, values, body, described }) {
  try {
    const place = description.swagger ? { host: new URL(server).host, schemes: ["http"], basePath: "/" } : { servers: [{ url: server }] };
    const paths = { [path]: { [method]: { ...described, operationId: "judged", servers: undefined } } };
    const parameters = Object.fromEntries(values.filter(({ value }) => value !== undefined).map(({ parameter, value }) => [`${parameter.in}.${parameter.name}`, value]));
    const ofBody = Object.fromEntries(described.parameters.filter(({ in: place }) => place === "body").map(({ name }) => [name, body?.value]));
    const ofForm = description.swagger && Object.keys(ofBody).length === 0 ? body?.value : {};
    const request = Swagger.buildRequest({
      spec: { ...description, ...place, paths }, operationId: "judged", parameters: { ...parameters, ...ofBody, ...ofForm },
      requestBody: body?.value, requestContentType: body?.media_type,
    });
    const headers = { ...request.headers, authorization: credentials(description) };
    const answer = await fetch(request.url, { method: request.method, headers, body: request.body });
    return answer.status;
  } catch (error) {
    return error.message;
  }
}

function credentials({ components, securityDefinitions }) {
  const schemes = Object.values(components?.securitySchemes ?? securityDefinitions ?? {});
  const isBasic = schemes.some(({ type, scheme }) => type === "basic" || scheme?.toLowerCase() === "basic");
  return isBasic ? `Basic ${btoa("secret:secret")}` : "Bearer secret";
}

/** The same call with one required value missing, or with one of a wrong type. */
export function* faults({ call, values, body }) {
  for (const { parameter } of values) {
    const place = parameter.in;
    if (call[place]?.[parameter.name] === undefined || place === "cookie") continue;
    const put = (values) => ({ ...call, [place]: values });
    if (parameter.required && place !== "path" && !isPreset(parameter.schema ?? parameter)) {
      yield { fault: `without ${place} ${parameter.name}`, call: put(without(call[place], parameter.name)) };
    }
    const wrong = wrongValue(parameter.schema ?? parameter);
    if (wrong !== undefined) {
      yield { fault: `${place} ${parameter.name} ${JSON.stringify(wrong)}`, call: put({ ...call[place], [parameter.name]: wrong }) };
    }
  }
  if (body?.required) yield { fault: "without its body", call: without(call, "body") };
  if (body) yield* bodyFaults(call, body);
}

function* bodyFaults(call, { media_type, value, properties, requiredProperties }) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  const put = (json) => ({ ...call, body: { media_type, json } });
  for (const [name, property] of Object.entries(properties)) {
    if (value[name] === undefined || property?.readOnly) continue;
    if (requiredProperties.includes(name)) yield { fault: `without body ${name}`, call: put(without(value, name)) };
    const wrong = wrongValue(property ?? {});
    if (wrong !== undefined) yield { fault: `body ${name} ${JSON.stringify(wrong)}`, call: put({ ...value, [name]: wrong }) };
  }
}

/** Whether a parameter has one value, which a client sends by itself: it cannot be left out. */
function isPreset(schema) {
  return schema.enum?.length === 1 || "const" in schema;
}

function without(object, name) {
  const { [name]: _, ...rest } = object;
  return rest;
}

function wrongValue(schema) {
  const types = [schema.type].flat();
  if (types.some((type) => type === "integer" || type === "number" || type === "boolean")) return types.includes("string") ? undefined : "not-one";
  return types.includes("string") && schema.enum ? "none-of-these-values" : undefined;
}
