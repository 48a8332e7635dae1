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
  "adyen-balance.json", "adyen-checkout.yaml", "buildomat.json", "figma.yaml", "keeper.json", "meilisearch.json", "museum.yaml",
  "petstore.yaml", "propolis-server.json", "spotify.yaml", "twilio-accounts.json", "twilio-messaging.yaml",
];

if (!existsSync(corpus)) skip(`${corpus} is absent`);
install(here, work, "@stoplight/prism-cli", "--ignore-scripts");
const load = createRequire(join(work, "package.json"));
buildPrograms();
const tally = new Tally(JSON.parse(readFileSync(join(here, "exceptions.json"), "utf8")));
for (const file of process.argv.length > 2 ? process.argv.slice(2) : files) await judge(read(file));
process.exitCode = tally.print();

function read(file) {
  const path = join(corpus, file);
  const client = basename(file).replace(/\.[a-z]+$/, "").replace(/[^A-Za-z0-9]+/g, "_").toLowerCase();
  return { file, path, client, description: load("yaml").parse(readFileSync(path, "utf8"), { maxAliasCount: -1 }) };
}

/** One program for each description: they are large to compile. */
async function judge(document) {
  generate(work, [document]);
  const caller = new Caller(buildCaller(work, `call-${document.client}`, [document]));
  const port = await freePort();
  const server = `http://127.0.0.1:${port}`;
  const prism = await serve(work, "prism", ["mock", "-p", String(port), "-h", "127.0.0.1", "--errors", document.path], server);
  for (const planned of plan(document, server, load)) {
    const name = `${document.file} ${planned.call.operation}`;
    const outcome = await caller.make(planned.call);
    const verdict = await planned.judge(outcome);
    tally.add(document.file, name, verdict);
    if (verdict.result !== "taken") continue;
    for (const { fault, call } of faults(planned)) {
      tally.addFault(document.file, `${name}, ${fault}`, await caller.make(call));
    }
  }
  caller.end();
  prism.kill();
}
