// Spector judges generated clients: it serves the scenarios of its specifications, and says which
// of them it saw done right.
//
// In: nothing but npm. Out: a table on the standard output; the exit status is 1 where a scenario
// fails that `exceptions.json` does not list, or passes that it lists.

import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { calls } from "./calls.mjs";
import { judge, table } from "./verdict.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const project = resolve(here, "../..");
const work = process.env.ENGROSS_SPECTOR ?? join(project, "target/spector");
const specs = join(work, "node_modules/@typespec/http-specs");
const port = await freePort();
const server = `http://localhost:${port}`;

if (!install()) {
  console.log("skipped: npm cannot be reached");
  process.exit(0);
}
const documents = await compile();
generate(documents);
const caller = build(documents);
const scenarios = await load();
const verdicts = await run(scenarios, documents, caller);
process.exitCode = table(verdicts, read(join(here, "exceptions.json")));

/** Whether the scenarios are there; only npm has them. */
function install() {
  mkdirSync(work, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) cpSync(join(here, file), join(work, file));
  if (existsSync(specs)) return true;
  // The peers' ranges of prereleases do not meet; the lock file says what is meant.
  const npm = spawnSync("npm", ["ci", "--legacy-peer-deps", "--no-audit", "--no-fund"], { cwd: work });
  if (npm.error ?? npm.status !== 0) return false;
  // The server asks git which version of the specifications it serves.
  must("git", ["init", "-q", "."]);
  must("git", ["add", "package.json"]);
  must("git", ["-c", "user.name=spector", "-c", "user.email=spector@localhost", "commit", "-qm", "specifications"]);
  return true;
}

function freePort() {
  return new Promise((done) => {
    const listener = createServer().listen(0, () => {
      const { port } = listener.address();
      listener.close(() => done(port));
    });
  });
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

function generate(documents) {
  must("cargo", ["build", "-q", "-p", "engross", "-p", "engross-callers"], project);
  for (const { path, client } of documents) {
    const folder = join(work, "spec", client);
    mkdirSync(folder, { recursive: true });
    cpSync(path, join(folder, "openapi.yaml"));
    const name = client.replaceAll("_", "-");
    const output = join("../../clients", client);
    writeFileSync(join(folder, "engross.yaml"), [
      "description: openapi.yaml", `output: ${output}`, "crate:", `  name: ${name}`, `  runtime-path: ${join(project, "runtime")}`, "",
    ].join("\n"));
  }
  must(join(target(), "debug/engross"), ["generate", "--message-format", "short"]);
}

function build(documents) {
  const folders = documents.map(({ client }) => join(work, "clients", client));
  must(join(target(), "debug/write-caller"), [join(work, "caller"), ...folders]);
  must("cargo", ["build", "-q", "--manifest-path", join(work, "caller/Cargo.toml"), "--target-dir", join(work, "target")], project);
  return join(work, "target/debug/caller");
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
async function run(scenarios, documents, caller) {
  const given = read(join(here, "arguments.json"));
  let judging = await start();
  const client = spawn(caller, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: client.stdout })[Symbol.asyncIterator]();
  const verdicts = [];
  for (const scenario of scenarios) {
    const planned = calls(scenario, documents, given[scenario.name] ?? [], server);
    const outcomes = [];
    for (const call of planned.calls ?? []) {
      client.stdin.write(JSON.stringify(call) + "\n");
      outcomes.push(JSON.parse((await lines.next()).value));
    }
    let seen = await coverage(scenario.name);
    if (seen === undefined) {
      judging.kill();
      judging = await start();
      seen = "the server ended";
    }
    verdicts.push(judge(scenario, planned, outcomes, seen, server));
  }
  client.stdin.end();
  judging.kill();
  return verdicts;
}

async function start() {
  const command = join(work, "node_modules/.bin/tsp-spector");
  const child = spawn(command, ["serve", join(specs, "specs"), "--port", String(port)], { cwd: work, stdio: "ignore" });
  for (let i = 0; i < 600; i++) {
    if (await fetch(`${server}/.coverage`).then((answer) => answer.ok, () => false)) return child;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("Spector's server does not answer");
}

async function coverage(name) {
  const seen = await fetch(`${server}/.coverage`).then((answer) => answer.json(), () => undefined);
  if (seen === undefined) return undefined;
  const results = [seen].flat().map(({ results }) => results[name]);
  return results.find((result) => result !== undefined) ?? "not-implemented";
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

function target() {
  return process.env.CARGO_TARGET_DIR ?? join(project, "target");
}

function read(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

function must(command, args, cwd = work) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
  if (error ?? status !== 0) throw new Error(`${command} ${args.join(" ")}: ${error ?? `exit status ${status}`}`);
}
