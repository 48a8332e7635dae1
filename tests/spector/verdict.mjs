// What is made of a scenario: the judge's word, and whether the answer was read whole.

import { body } from "./calls.mjs";
import { isDeepStrictEqual } from "node:util";

/** Spector says whether the request was right; whether the answer was, only its content can. */
export function judge(scenario, planned, outcomes, seen, server) {
  const verdict = { spec: scenario.spec, name: scenario.name };
  if (planned.reason) return { ...verdict, result: "absent", why: planned.reason };
  if (seen !== "pass") {
    const errors = outcomes.map(({ error, status }) => error ?? `status ${status}`);
    return { ...verdict, result: "fail", why: `${seen}: ${errors.join("; ")}` };
  }
  const misread = scenario.apis.map((api, index) => difference(api, outcomes[index], server)).find(Boolean);
  return misread ? { ...verdict, result: "fail", why: misread } : { ...verdict, result: "pass" };
}

/** What was read from the answer, against what was sent; only JSON tells. */
function difference(api, outcome, server) {
  const mock = api.response?.body;
  const ok = api.response.status < 400;
  if (ok && outcome.error) return `the answer was not read: ${outcome.error}`;
  if (!ok || !mock || !/json$/.test(mock.contentType) || outcome.value?.debug !== undefined) return undefined;
  const { text } = body(mock, server);
  const expected = text === undefined ? undefined : JSON.parse(text);
  // What is a file for the description is octets for the caller, who shows them in base64.
  const isFile = outcome.value === Buffer.from(text ?? "").toString("base64");
  return isFile || isDeepStrictEqual(outcome.value, expected) ? undefined : `read ${JSON.stringify(outcome.value)} of ${text}`;
}

/** Prints the table and returns the exit status. */
export function table(verdicts, exceptions) {
  const specs = [...new Set(verdicts.map(({ spec }) => spec))];
  const count = (list, result) => list.filter((verdict) => verdict.result === result).length;
  const row = (name, list) => console.log([name.padEnd(48), ...["pass", "fail", "absent"].map((result) => String(count(list, result)).padStart(6))].join(""));
  console.log(`${"specification".padEnd(48)}  pass  fail absent`);
  for (const spec of specs) row(spec, verdicts.filter((verdict) => verdict.spec === spec));
  row("all", verdicts);
  let status = 0;
  for (const { name, result, why } of verdicts) {
    const excuse = exceptions[name];
    if (result === "fail" && excuse === undefined) status = complain(`${name} fails: ${why}`);
    if (result === "fail" && excuse !== undefined) console.log(`excused: ${name}: ${excuse}`);
    if (result === "pass" && excuse !== undefined) status = complain(`${name} passes, although exceptions.json lists it`);
  }
  const reasons = new Set(verdicts.filter(({ result }) => result === "absent").map(({ spec, why }) => `${spec}: ${why}`));
  for (const reason of reasons) console.log(`absent: ${reason}`);
  return status;
}

function complain(text) {
  console.log(text);
  return 1;
}
