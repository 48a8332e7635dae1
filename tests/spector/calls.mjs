// What a scenario asks of a client, as calls for the caller (tests/callers).
//
// In: a scenario of Spector, the OpenAPI documents of its specification, and values that the scenario
// keeps to itself (`arguments.json`). Out: one call for each request, or why there is none.

export function calls(scenario, documents, given, server) {
  const own = documents.filter(({ spec }) => spec === scenario.spec);
  if (own.length === 0) return { reason: "its document does not compile to OpenAPI" };
  const planned = [];
  for (const [index, api] of scenario.apis.entries()) {
    const extra = given[index] ?? {};
    const match = find(own, api, extra.server_variables ?? {});
    if (!match) return { reason: `OpenAPI has no operation for ${api.method.toUpperCase()} ${api.uri}` };
    planned.push(merge(call(match, api, server), extra));
  }
  return { calls: planned };
}

function call({ document, path, method, prefix, values }, api, server) {
  const request = api.request ?? {};
  const made = {
    client: document.client,
    operation: `${method.toUpperCase()} ${path}`,
    server: server + prefix,
    path: { ...values, ...plain(request.pathParams ?? {}) },
    query: plain(request.query ?? {}),
    header: plain(request.headers ?? {}),
    cookie: {},
  };
  if (request.body) made.body = body(request.body, server);
  const type = api.response?.body?.contentType;
  if (type) made.accept = made.header.accept ?? type;
  return made;
}

/** What is given stands for what was made of the scenario; parameters are added to each other. */
function merge(made, extra) {
  const merged = { ...made };
  for (const [key, value] of Object.entries(extra)) {
    const isMap = value && typeof value === "object" && !Array.isArray(value) && key !== "body";
    merged[key] = isMap ? { ...made[key], ...value } : value;
  }
  return merged;
}

export function body(mock, server) {
  const media_type = mock.contentType;
  if (mock.kind === "multipart") {
    const files = (mock.files ?? []).map((file) => ({ ...file, buffer: Buffer.from(file.buffer).toString("base64") }));
    return { media_type, multipart: { parts: mock.parts ?? {}, files } };
  }
  const raw = resolve(mock.rawContent, server);
  if (Buffer.isBuffer(raw)) return { media_type, base64: raw.toString("base64") };
  return { media_type, text: raw };
}

/** Values that know the server's address only when they are asked. */
function resolve(value, server) {
  return value && typeof value.serialize === "function" ? value.serialize({ baseUrl: server }) : value;
}

/** Matchers (`match.dateTime`, ...) stand for one of the values that they accept. */
function plain(values) {
  return JSON.parse(JSON.stringify(values, (_, value) => resolve(value, "") ?? null));
}

/** The operation that a request is for: the most literal template that its target fits, of the
 * version that the target names, or else of the last one. */
function find(documents, api, variables) {
  const found = [];
  for (const document of documents) {
    for (const { path, method, prefixes } of operations(document)) {
      if (method !== api.method) continue;
      for (const prefix of prefixes) {
        const values = fits(prefix + path, api.uri, variables);
        if (values) found.push({ document, path, method, values, prefix: fill(prefix, { ...variables, ...values }) });
      }
    }
  }
  const holes = ({ path }) => (path.match(/\{/g) ?? []).length;
  const isNamed = ({ document, values }) => Object.values(values).some((value) => document.path.endsWith(`.${value}.yaml`));
  return found.reverse().sort((a, b) => holes(a) - holes(b) || isNamed(b) - isNamed(a))[0];
}

function operations({ description: { paths, servers } }) {
  const prefixes = (servers ?? [{ url: "" }]).map(({ url }) => url.replace(/^(https?:\/\/[^/{]*|\{endpoint\}|\{host\})/, "").replace(/\/$/, ""));
  const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => ({ path, method, prefixes: [...new Set(prefixes)] })),
  );
}

function fits(template, uri, variables) {
  const names = [];
  const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = template.split(/(\{[^}]*\})/).map((part) => {
    if (!part.startsWith("{")) return escape(part);
    names.push(part.slice(1, -1));
    return "([^/]+?)";
  });
  const match = new RegExp(`^${pattern.join("")}$`).exec(uri.split("?")[0]);
  if (!match) return undefined;
  const decode = (text) => (text.startsWith(":") ? variables[text.slice(1)] ?? text : decodeURIComponent(text));
  return Object.fromEntries(names.map((name, i) => [name, decode(match[i + 1])]));
}

function fill(template, values) {
  return template.replace(/\{([^}]*)\}/g, (_, name) => values[name] ?? "");
}
