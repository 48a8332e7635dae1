// Prism stands in for the servers of real descriptions: it refuses what they would refuse.
//
// In: npm, and a folder of descriptions (`shared/corpus` beside the project, or ENGROSS_SHARED); the
// arguments are names of files in it. Out: a table; the exit status is 1 where Prism refuses a valid
// request of ours that it takes from another client, where its answer cannot be read, or where it takes
// a request with a fault.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Caller, buildCaller, buildPrograms, freePort, generate, install, project, serve, skip, workFolder } from "../callers/judging.mjs";
import { faults, plan } from "./plan.mjs";
import { Tally } from "./tally.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const work = workFolder("prism");
const corpus = join(process.env.ENGROSS_SHARED ?? join(project, "../shared"), "corpus");
const files = [
  "buildomat.json", "docker-engine.yaml", "keeper.json", "meilisearch.json", "museum.yaml", "nexus.json",
  "petstore.yaml", "propolis-server.json", "spotify.yaml", "twilio-accounts.json", "twilio-messaging.yaml",
];

if (!existsSync(corpus)) skip(`${corpus} is absent`);
install(here, work, "@stoplight/prism-cli", "--ignore-scripts");
const load = createRequire(join(work, "package.json"));
buildPrograms();
const tally = new Tally(JSON.parse(readFileSync(join(here, "exceptions.json"), "utf8")));
for (const file of process.argv.length > 2 ? process.argv.slice(2) : files) {
  await judge(read(file)).catch((error) => tally.complain(file, error.message));
  tally.show(file);
}
process.exitCode = tally.finish();

function read(file) {
  const path = join(corpus, file);
  const client = basename(file).replace(/\.[a-z]+$/, "").replace(/[^A-Za-z0-9]+/g, "_").toLowerCase();
  return { file, path, client, description: load("yaml").parse(readFileSync(path, "utf8"), { maxAliasCount: -1 }) };
}

/** One program for each description: they are large to compile. */
async function judge(document) {
  generate(work, [document]);
  const program = buildCaller(work, `call-${document.client}`, [document]);
  const prisms = [await start(document), await start(document, "--dynamic")];
  const caller = new Caller(program);
  for (const attempts of plan(document, prisms[0].url, load)) {
    const { verdict, planned } = await call(caller, attempts, prisms[1].url);
    const name = `${document.file} ${planned.call.operation}`;
    tally.add(document.file, name, verdict);
    if (verdict.result !== "taken") continue;
    for (const { fault, call } of faults(planned)) {
      tally.addFault(document.file, `${name}, ${fault}`, await caller.make(call));
    }
  }
  caller.end();
  for (const { child } of prisms) child.kill();
}

/** Makes one attempt after the other, up to the first that says something of ours. */
async function call(caller, attempts, dynamic) {
  let last;
  for (const planned of attempts) {
    let verdict = await planned.judge(await caller.make(planned.call));
    // Its examples do not fit the description: what it makes up itself may.
    if (verdict.result === "unanswered") {
      verdict = await planned.judge(await caller.make({ ...planned.call, server: dynamic }));
      verdict.why = `made up: ${verdict.why}`;
    }
    last = { verdict, planned };
    if (verdict.result !== "unjudged" && verdict.result !== "unanswered") break;
  }
  return last;
}

async function start({ path }, ...options) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = await serve(work, "prism", ["mock", "-p", String(port), "-h", "127.0.0.1", "--errors", ...options, path], url);
  return { url, child };
}
