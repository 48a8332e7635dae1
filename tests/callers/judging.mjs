// What the judges that run in Node share: packages of npm, generated clients, and programs that call them.
//
// In: a folder with a lock file, descriptions. Out: a folder of work in the target folder with what was
// installed and made. It judges nothing, and knows no judge.

import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, extname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const project = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** The folder of work of one judge: `ENGROSS_PRISM`, or `target/prism`. */
export function workFolder(judge) {
  const work = resolve(process.env[`ENGROSS_${judge.toUpperCase()}`] ?? join(project, "target", judge));
  mkdirSync(work, { recursive: true });
  return work;
}

/** Ends the program: there is nothing to judge with. */
export function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(0);
}

/** Installs what the lock file beside a judge names, unless this package is there. */
export function install(here, work, probe, ...options) {
  for (const file of ["package.json", "package-lock.json"]) cpSync(join(here, file), join(work, file));
  if (existsSync(join(work, "node_modules", probe))) return;
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", ...options], { cwd: work });
  if (npm.error ?? npm.status !== 0) skip("npm cannot be reached");
}

/** Builds programs of the project, so that `program` finds them. */
export function buildPrograms() {
  must("cargo", ["build", "-q", "-p", "engross", "-p", "engross-callers"], project);
}

/** The path of a program that `buildPrograms` built. */
export function program(name) {
  return join(process.env.CARGO_TARGET_DIR ?? join(project, "target"), "debug", name);
}

/** Generates a crate for each description, in `clients` below the folder of work. */
export function generate(work, documents) {
  for (const { path, client } of documents) {
    const folder = join(work, "spec", client);
    const description = `openapi${extname(path)}`;
    mkdirSync(folder, { recursive: true });
    cpSync(path, join(folder, description));
    writeFileSync(join(folder, "engross.yaml"), [
      `description: ${description}`, `output: ../../clients/${client}`, "crate:", `  name: ${client.replaceAll("_", "-")}`,
      `  runtime-path: ${join(project, "runtime")}`, "",
    ].join("\n"));
    must(program("engross"), ["generate", join(folder, "engross.yaml"), "--message-format", "short"], work);
  }
}

/** Builds the program that calls every operation of these clients, and returns its path. */
export function buildCaller(work, name, documents) {
  const folder = join(work, "callers", name);
  mkdirSync(folder, { recursive: true });
  must(program("write-caller"), [folder, ...documents.map(({ client }) => join(work, "clients", client))], work);
  must("cargo", ["build", "-q", "--manifest-path", join(folder, "Cargo.toml"), "--target-dir", join(work, "target")], project);
  return join(work, "target/debug", name);
}

/** A running program of `buildCaller`. */
export class Caller {
  constructor(path) {
    this.child = spawn(path, { stdio: ["pipe", "pipe", "inherit"] });
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  /** Makes a call, and returns what came of it. */
  async make(call) {
    this.child.stdin.write(JSON.stringify(call) + "\n");
    const { value, done } = await this.lines.next();
    if (done) throw new Error(`the caller ended at ${JSON.stringify(call)}`);
    return JSON.parse(value);
  }

  end() {
    this.child.stdin.end();
  }
}

/** Starts a server, and returns it once it answers. */
export async function serve(work, command, args, url, isThere = () => true) {
  const child = spawn(join(work, "node_modules/.bin", command), args, { cwd: work, stdio: "ignore" });
  for (let i = 0; i < 1200 && child.exitCode === null; i++) {
    if (await fetch(url).then(isThere, () => false)) return child;
    await new Promise((done) => setTimeout(done, 100));
  }
  child.kill();
  throw new Error(`${command} does not answer`);
}

export function freePort() {
  return new Promise((done) => {
    const listener = createServer().listen(0, () => {
      const { port } = listener.address();
      listener.close(() => done(port));
    });
  });
}

/** Runs a command that has to succeed. */
export function must(command, args, cwd) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
  if (error ?? status !== 0) throw new Error(`${command} ${args.join(" ")}: ${error ?? `exit status ${status}`}`);
}
