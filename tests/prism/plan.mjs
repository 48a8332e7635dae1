// Calls with valid values for the operations of a description, and the same with one fault.
//
// In: a description. Out: for each operation whose body is JSON or a form, or that has none, a call for
// the caller (tests/callers), and how its outcome is judged: what Prism refuses from us, another client
// sends too, so that a faulty sample or a faulty Prism is not held against us.

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const BODIES = /^(application\/([\w.-]+\+)?json|application\/x-www-form-urlencoded)\b/;

export function* plan(document, server, load) {
  const { description } = document;
  const sampler = load("openapi-sampler");
  const swagger = load("swagger-client").default ?? load("swagger-client");
  for (const [path, item] of Object.entries(description.paths ?? {})) {
    for (const method of METHODS.filter((method) => item[method])) {
      const operation = item[method];
      const parameters = merged(item.parameters, operation.parameters, description);
      const body = sampleBody(resolve(operation.requestBody, description), sampler, description);
      if (body === undefined) continue;
      const values = parameters.map((parameter) => ({ parameter, value: sampleParameter(parameter, sampler, description) }));
      const call = asCall(document, server, method, path, values, body);
      const judge = (outcome) => verdict(outcome, () => other(swagger, document, server, path, method, values, body));
      yield { call, values, body, judge };
    }
  }
}

/** The same call with one required value missing, or of a wrong type. */
export function* faults({ call, values, body }) {
  for (const { parameter, value } of values) {
    const place = parameter.in;
    if (call[place]?.[parameter.name] === undefined || place === "cookie") continue;
    if (parameter.required && place !== "path") {
      const { [parameter.name]: _, ...rest } = call[place];
      yield { fault: `without ${place} ${parameter.name}`, call: { ...call, [place]: rest } };
    }
    const wrong = wrongValue(parameter.schema ?? parameter, value);
    if (wrong !== undefined) {
      yield { fault: `${place} ${parameter.name} ${JSON.stringify(wrong)}`, call: { ...call, [place]: { ...call[place], [parameter.name]: wrong } } };
    }
  }
  if (body?.required) {
    const { body: _, ...rest } = call;
    yield { fault: "without its body", call: rest };
  }
}

function wrongValue(schema) {
  const type = [schema.type].flat()[0];
  if (type === "integer" || type === "number" || type === "boolean") return "not-one";
  if (type === "string" && schema.enum) return "none-of-these-values";
  return undefined;
}

function asCall({ client }, server, method, path, values, body) {
  const call = { client, operation: `${method.toUpperCase()} ${path}`, server, path: {}, query: {}, header: {}, cookie: {}, credentials: { "*": ["secret", "secret"] } };
  for (const { parameter, value } of values) {
    if (value !== undefined) call[parameter.in][parameter.name] = value;
  }
  if (body) call.body = { media_type: body.media_type, json: body.value };
  return call;
}

async function verdict(outcome, other) {
  if (outcome.status >= 200 && outcome.status < 300) {
    return outcome.error ? { result: "misread", why: outcome.error } : { result: "taken" };
  }
  const theirs = await other();
  // What another client cannot get through either says nothing of ours.
  if (theirs === undefined || theirs >= 300) return { result: "unjudged", why: outcome.error };
  return { result: "refused", why: `${outcome.error} (another client: ${theirs})` };
}

/** The status that another client gets for the same values. */
async function other(Swagger, { description }, server, path, method, values, body) {
  try {
    const spec = { ...description, servers: [{ url: server }] };
    const parameters = Object.fromEntries(values.filter(({ value }) => value !== undefined).map(({ parameter, value }) => [`${parameter.in}.${parameter.name}`, value]));
    const request = Swagger.buildRequest({ spec, pathName: path, method, parameters, requestBody: body?.value, requestContentType: body?.media_type });
    const headers = { ...request.headers, authorization: "Bearer secret" };
    const answer = await fetch(request.url, { method: request.method, headers, body: request.body });
    return answer.status;
  } catch {
    return undefined;
  }
}

/** Undefined for bodies of other media types, null where there is none. */
function sampleBody(requestBody, sampler, description) {
  if (!requestBody) return null;
  const media_type = Object.keys(requestBody.content ?? {}).find((type) => BODIES.test(type));
  if (!media_type) return undefined;
  const media = requestBody.content[media_type];
  const value = example(media) ?? sample(media.schema ?? {}, sampler, description, { skipReadOnly: true });
  return value === undefined ? undefined : { media_type, value, required: requestBody.required === true };
}

function sampleParameter(parameter, sampler, description) {
  if (!parameter.schema && !parameter.content) return undefined;
  if (parameter.content) return parameter.required ? sample(Object.values(parameter.content)[0].schema ?? {}, sampler, description) : undefined;
  const value = example(parameter) ?? sample(parameter.schema, sampler, description, { skipReadOnly: true });
  return value === null || value === "" ? undefined : value;
}

function example(object) {
  if (object.example !== undefined) return object.example;
  return Object.values(object.examples ?? {}).find((example) => example?.value !== undefined)?.value;
}

function sample(schema, sampler, description, options = {}) {
  try {
    return sampler.sample(schema, { quiet: true, ...options }, description);
  } catch {
    return undefined;
  }
}

/** A parameter of the operation stands for one of the path with the same name and place. */
function merged(shared = [], own = [], description) {
  const all = new Map();
  for (const parameter of [...shared, ...own].map((one) => resolve(one, description))) {
    all.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  // These three are not parameters, whatever a description says (OAS 3.1.1 4.8.12.1).
  const ignored = ["accept", "content-type", "authorization"];
  return [...all.values()].filter(({ in: place, name }) => place !== "header" || !ignored.includes(name.toLowerCase()));
}

function resolve(node, description) {
  for (let steps = 0; node?.$ref && steps < 16; steps++) {
    const tokens = node.$ref.replace(/^#\//, "").split("/").map((token) => decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"));
    node = tokens.reduce((at, token) => at?.[token], description);
  }
  return node;
}
