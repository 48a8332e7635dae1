// Other clients vote on how parameters are written: two of three must agree with ours.
//
// In: npm, for the clients; the number of random values for each style (10,000). Out: a table; the exit
// status is 1 where ours stands alone without a clause of the specification that makes it right.

import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildPrograms, install, program, workFolder } from "../callers/judging.mjs";
import { cases } from "./values.mjs";
import { clause } from "./clauses.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const work = workFolder("styles");
const count = Number(process.argv[2] ?? 10_000);

install(here, work, "swagger-client", "--ignore-scripts");
buildPrograms();
// A module finds the packages beside it.
cpSync(join(here, "voters.mjs"), join(work, "voters.mjs"));
const { voters } = await import(pathToFileURL(join(work, "voters.mjs")));
process.exitCode = run();

function run() {
  let status = 0;
  console.log(["style".padEnd(28), "agreed", "excused", "no vote", "alone"].join("  "));
  for (const form of forms()) {
    const all = cases(form, count);
    const ours = write(all);
    const tally = { agreed: 0, excused: 0, "no vote": 0, alone: 0 };
    const reasons = new Map();
    for (const [index, one] of all.entries()) {
      const { verdict, reason } = judge(one, ours[index]);
      tally[verdict]++;
      if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    const name = `${form.in} ${form.style}${form.explode ? " explode" : ""}`;
    console.log([name.padEnd(28), ...Object.entries(tally).map(([key, n]) => String(n).padStart(key.length < 6 ? 6 : key.length))].join("  "));
    for (const [reason, n] of [...reasons].slice(0, 8)) console.log(`    ${n}: ${reason}`);
    if (tally.alone > 0) status = 1;
  }
  return status;
}

function judge(one, ours) {
  const votes = voters.map((voter) => vote(voter, one));
  const winner = votes.find((text, index) => text !== undefined && votes.indexOf(text) !== index);
  if (winner === undefined) return { verdict: "no vote" };
  if (winner === ours) return { verdict: "agreed" };
  const excuse = clause(one, ours, winner);
  if (excuse) return { verdict: "excused", reason: excuse };
  return { verdict: "alone", reason: `${JSON.stringify(one.value)}: ours ${JSON.stringify(ours)}, theirs ${JSON.stringify(winner)}` };
}

/** What a client would send; characters that no URI has are encoded when it is sent. */
function vote(voter, one) {
  let text;
  try {
    text = voter(one);
  } catch {
    return undefined;
  }
  if (typeof text !== "string") return undefined;
  const isUri = one.in === "path" || one.in === "query";
  return isUri ? text.replace(/[^\x21-\x7e]|["<>\\^`{|}[\]]/gu, encodeURIComponent) : text;
}

function write(all) {
  const input = all.map((one) => JSON.stringify(one)).join("\n");
  const { stdout, status } = spawnSync(program("write-parameters"), { input, encoding: "utf8", maxBuffer: 1 << 30, stdio: ["pipe", "pipe", "inherit"] });
  if (status !== 0) throw new Error("write-parameters failed");
  return stdout.trimEnd().split("\n").map((line) => JSON.parse(line) ?? undefined);
}

/** Style and place, as the specification combines them (OAS 3.1.1 4.8.12.2). */
function forms() {
  const styles = [
    ["path", "simple"], ["path", "label"], ["path", "matrix"], ["query", "form"], ["query", "spaceDelimited"],
    ["query", "pipeDelimited"], ["query", "deepObject"], ["header", "simple"], ["cookie", "form"],
  ];
  return styles.flatMap(([place, style]) => [false, true].map((explode) => ({ in: place, style, explode })));
}
