// Prism stands in for the servers of real descriptions: it refuses what they would refuse.
//
// In: npm, and a folder of descriptions (`shared/corpus` beside the project, or ENGROSS_SHARED); the
// arguments are names of files in it. Out: a table; the exit status is 1 where Prism refuses a valid
// request of ours that it takes from another client, where its answer cannot be read, or where it takes
// a request with a fault.

import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { basename, dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { faults, plan } from "./plan.mjs";
import { Tally } from "./tally.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const project = resolve(here, "../..");
const work = process.env.ENGROSS_PRISM ?? join(project, "target/prism");
const corpus = join(process.env.ENGROSS_SHARED ?? join(project, "../shared"), "corpus");
const files = [
  "adyen-balance.json", "adyen-checkout.yaml", "buildomat.json", "figma.yaml", "keeper.json", "meilisearch.json", "museum.yaml",
  "petstore.yaml", "propolis-server.json", "spotify.yaml", "twilio-accounts.json", "twilio-messaging.yaml",
];

if (!existsSync(corpus)) skip(`${corpus} is absent`);
if (!install()) skip("npm cannot be reached");
const load = createRequire(join(work, "package.json"));
const documents = (process.argv.length > 2 ? process.argv.slice(2) : files).map(read);
generate();
const caller = build();
const tally = new Tally(JSON.parse(readFileSync(join(here, "exceptions.json"), "utf8")));
for (const document of documents) await judge(document);
process.exitCode = tally.print();

function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(0);
}

function install() {
  mkdirSync(work, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) cpSync(join(here, file), join(work, file));
  if (existsSync(join(work, "node_modules/@stoplight/prism-cli"))) return true;
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: work });
  return !npm.error && npm.status === 0;
}

function read(file) {
  const path = join(corpus, file);
  const client = basename(file).replace(/\.[a-z]+$/, "").replace(/[^A-Za-z0-9]+/g, "_").toLowerCase();
  return { file, path, client, description: load("yaml").parse(readFileSync(path, "utf8"), { maxAliasCount: -1 }) };
}

function generate() {
  must("cargo", ["build", "-q", "-p", "engross", "-p", "engross-callers"], project);
  for (const { path, client } of documents) {
    const folder = join(work, "spec", client);
    mkdirSync(folder, { recursive: true });
    cpSync(path, join(folder, basename(path)));
    writeFileSync(join(folder, "engross.yaml"), [
      `description: ${basename(path)}`, `output: ../../clients/${client}`, "crate:", `  name: ${client.replaceAll("_", "-")}`,
      `  runtime-path: ${join(project, "runtime")}`, "",
    ].join("\n"));
    must(join(target(), "debug/engross"), ["generate", join(folder, "engross.yaml"), "--message-format", "short"]);
  }
}

function build() {
  const folders = documents.map(({ client }) => join(work, "clients", client));
  must(join(target(), "debug/write-caller"), [join(work, "caller"), ...folders]);
  must("cargo", ["build", "-q", "--manifest-path", join(work, "caller/Cargo.toml"), "--target-dir", join(work, "target")], project);
  return join(work, "target/debug/caller");
}

async function judge(document) {
  const port = await freePort();
  const server = `http://127.0.0.1:${port}`;
  const prism = await serve(document, port);
  const client = spawn(caller, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: client.stdout })[Symbol.asyncIterator]();
  const make = async (call) => {
    client.stdin.write(JSON.stringify(call) + "\n");
    return JSON.parse((await lines.next()).value);
  };
  for (const planned of plan(document, server, load)) {
    const name = `${document.file} ${planned.call.operation}`;
    const outcome = await make(planned.call);
    const verdict = await planned.judge(outcome);
    tally.add(document.file, name, verdict);
    if (verdict.result !== "taken") continue;
    for (const { fault, call } of faults(planned)) {
      tally.addFault(document.file, `${name}, ${fault}`, await make(call));
    }
  }
  client.stdin.end();
  prism.kill();
}

async function serve({ path }, port) {
  const command = join(work, "node_modules/.bin/prism");
  const prism = spawn(command, ["mock", "-p", String(port), "-h", "127.0.0.1", "--errors", path], { cwd: work, stdio: "ignore" });
  for (let i = 0; i < 1200; i++) {
    if (await fetch(`http://127.0.0.1:${port}/`).then(() => true, () => false)) return prism;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("Prism does not answer");
}

function freePort() {
  return new Promise((done) => {
    const listener = createServer().listen(0, () => {
      const { port } = listener.address();
      listener.close(() => done(port));
    });
  });
}

function target() {
  return process.env.CARGO_TARGET_DIR ?? join(project, "target");
}

function must(command, args, cwd = work) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
  if (error ?? status !== 0) throw new Error(`${command} ${args.join(" ")}: ${error ?? `exit status ${status}`}`);
}
