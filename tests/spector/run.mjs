// Spector judges generated clients: it serves the scenarios of its specifications, and says which
// of them it saw done right.
//
// In: nothing but npm. Out: a table on the standard output; the exit status is 1 where a scenario
// fails that `exceptions.json` does not list, or passes that it lists.

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Caller, buildCaller, buildPrograms, freePort, generate, install, must, serve, workFolder } from "../callers/judging.mjs";
import { calls } from "./calls.mjs";
import { judge, table } from "./verdict.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const work = workFolder("spector");
const specs = join(work, "node_modules/@typespec/http-specs");
const port = await freePort();
const server = `http://localhost:${port}`;

// The peers' ranges of prereleases do not meet; the lock file says what is meant.
install(here, work, "@typespec/http-specs", "--legacy-peer-deps");
commit();
const documents = await compile();
buildPrograms();
generate(work, documents);
const caller = new Caller(buildCaller(work, "spector-caller", documents));
const verdicts = await run(await load());
caller.end();
process.exitCode = table(verdicts, read(join(here, "exceptions.json")));

/** The server asks git which version of the specifications it serves. */
function commit() {
  if (existsSync(join(work, ".git"))) return;
  must("git", ["init", "-q", "."], work);
  must("git", ["add", "package.json"], work);
  must("git", ["-c", "user.name=spector", "-c", "user.email=spector@localhost", "commit", "-qm", "specifications"], work);
}

/** TypeSpec to OpenAPI; what OpenAPI cannot say does not compile, and is reported so. */
async function compile() {
  const require = createRequire(join(work, "package.json"));
  const { compile, NodeHost } = await import(pathToFileURL(require.resolve("@typespec/compiler")));
  const yaml = require("yaml");
  const found = [];
  for (const main of walk(join(specs, "specs"), "main.tsp")) {
    const spec = relative(join(specs, "specs"), dirname(main));
    const out = join(work, "documents", spec);
    if (!existsSync(join(out, "done"))) {
      mkdirSync(out, { recursive: true });
      const options = { "@typespec/openapi3": { "emitter-output-dir": out } };
      // Whether it can be said or not, what there is of it is in the folder.
      await compile(NodeHost, main, { emit: ["@typespec/openapi3"], options }).catch(() => undefined);
      writeFileSync(join(out, "done"), "");
    }
    // Specifications stand in each other's folders.
    for (const name of readdirSync(out).filter((name) => name.endsWith(".yaml")).sort()) {
      const client = `${spec}_${name}`.replace(/\.yaml$/, "").replace(/[^A-Za-z0-9]+/g, "_").toLowerCase();
      const description = yaml.parse(readFileSync(join(out, name), "utf8"));
      found.push({ spec, path: join(out, name), client, description });
    }
  }
  return found;
}

async function load() {
  const all = [];
  for (const file of walk(join(specs, "dist/specs"), "mockapi.js")) {
    const { Scenarios } = await import(pathToFileURL(file));
    const spec = relative(join(specs, "dist/specs"), dirname(file));
    for (const [name, scenario] of Object.entries(Scenarios)) all.push({ spec, name, ...scenario });
  }
  return all;
}

/** One scenario after the other; a server that a request ended is started again. */
async function run(scenarios) {
  const given = JSON.parse(readFileSync(join(here, "arguments.json"), "utf8"), content);
  let judging = await start();
  const verdicts = [];
  for (const scenario of scenarios) {
    const planned = calls(scenario, documents, given[scenario.name] ?? [], server);
    const outcomes = [];
    for (const call of planned.calls ?? []) outcomes.push(await caller.make(call));
    let seen = await coverage(scenario.name);
    if (seen === undefined) {
      judging.kill();
      judging = await start();
      seen = "the server ended";
    }
    verdicts.push(judge(scenario, planned, outcomes, seen, server));
  }
  judging.kill();
  return verdicts;
}

function start() {
  return serve(work, "tsp-spector", ["serve", join(specs, "specs"), "--port", String(port)], `${server}/.coverage`, (answer) => answer.ok);
}

async function coverage(name) {
  const seen = await fetch(`${server}/.coverage`).then((answer) => answer.json(), () => undefined);
  if (seen === undefined) return undefined;
  const results = [seen].flat().map(({ results }) => results[name]);
  return results.find((result) => result !== undefined) ?? "not-implemented";
}

/** A file that is named has the content of that asset of the specifications. */
function content(_, value) {
  if (value?.asset === undefined) return value;
  const { asset, ...file } = value;
  return { ...file, buffer: readFileSync(join(specs, "assets", asset)).toString("base64") };
}

function* walk(folder, ending) {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path, ending);
    else if (entry.name.endsWith(ending)) yield path;
  }
}

function read(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}
