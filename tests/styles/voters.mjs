// Three clients by other hands. Each takes a case and returns what it would send, or throws.

import { createRequire } from "node:module";
import oasToHar from "@readme/oas-to-har";
import Oas from "oas";
import { createQuerySerializer, defaultPathSerializer } from "openapi-fetch";

const Swagger = createRequire(import.meta.url)("swagger-client");

export const voters = [har, swagger, fetcher];

function har(one) {
  const document = described(one);
  const operation = new Oas(document).operation(Object.keys(document.paths)[0], "get");
  const convert = oasToHar.default ?? oasToHar;
  const request = convert(new Oas(document), operation, { [one.in]: { id: one.value } }).log.entries[0].request;
  const pairs = (list) => list.map(({ name, value }) => `${name}=${value}`);
  switch (one.in) {
    case "path": return request.url.replace("https://api.test/a/", "");
    case "query": return pairs(request.queryString).join("&");
    case "header": return request.headers.find(({ name }) => name.toLowerCase() === "id")?.value;
    default: return pairs(request.cookies).join("; ");
  }
}

function swagger(one) {
  const client = Swagger.default ?? Swagger;
  const request = client.buildRequest({ spec: described(one), operationId: "get", parameters: { id: one.value } });
  switch (one.in) {
    case "path": return request.url.replace("https://api.test/a/", "");
    case "query": return request.url.split("?").slice(1).join("?");
    case "header": return request.headers.id;
    default: return request.headers.Cookie;
  }
}

function fetcher({ in: place, style, explode, value }) {
  if (place === "query") return createQuerySerializer({ array: { style, explode }, object: { style, explode } })({ id: value });
  if (place !== "path") return undefined;
  const prefix = { simple: "", label: ".", matrix: ";" }[style];
  return defaultPathSerializer(`/a/{${prefix}id${explode ? "*" : ""}}`, { id: value }).replace("/a/", "");
}

function described({ in: place, style, explode, value }) {
  const parameter = { name: "id", in: place, required: true, style, explode, schema: schema(value) };
  const path = place === "path" ? "/a/{id}" : "/a";
  const get = { operationId: "get", parameters: [parameter], responses: {} };
  return { openapi: "3.1.1", info: { title: "t", version: "1" }, servers: [{ url: "https://api.test" }], paths: { [path]: { get } } };
}

function schema(value) {
  if (Array.isArray(value)) return { type: "array", items: { type: "string" } };
  if (typeof value === "object") return { type: "object", additionalProperties: { type: "string" } };
  return { type: typeof value === "number" ? "integer" : typeof value };
}
