// Makes bodies for schemas by json-schema-faker. Reads lines of `schemas.py`, prints lines as `bodies.py`
// does. What it makes is not always valid: the test filters it by a validator. With some schemas it does not
// come to an end; a thread of its own can be ended.
import { createInterface } from "node:readline";
import { Worker, isMainThread, parentPort } from "node:worker_threads";

const BODIES = 4;
const SECONDS = 5;

if (isMainThread) {
  await make();
} else {
  await work();
}

async function make() {
  let worker = new Worker(new URL(import.meta.url));
  for await (const text of createInterface({ input: process.stdin })) {
    const { document, name, schema } = JSON.parse(text);
    const bodies = await made(worker, schema);
    if (bodies === undefined) {
      await worker.terminate();
      worker = new Worker(new URL(import.meta.url));
    }
    for (const body of bodies ?? []) console.log(JSON.stringify({ document, name, source: "faker", body }));
  }
  await worker.terminate();
}

/** The bodies, or nothing where there is no end. */
function made(worker, schema) {
  return new Promise((done) => {
    const clock = setTimeout(() => finish(undefined), SECONDS * 1000);
    const finish = (bodies) => {
      clearTimeout(clock);
      worker.off("message", finish);
      done(bodies);
    };
    worker.on("message", finish);
    worker.postMessage(schema);
  });
}

async function work() {
  const faker = await import("json-schema-faker");
  const generate = faker.generate ?? faker.default?.generate ?? faker.JSONSchemaFaker?.generate;
  parentPort.on("message", async (schema) => {
    const bodies = [];
    for (let seed = 1; seed <= BODIES; seed += 1) {
      try {
        const body = JSON.stringify(await generate(schema, { seed }));
        if (body !== undefined) bodies.push(body);
      } catch {
        // A schema that it cannot do.
      }
    }
    parentPort.postMessage(bodies);
  });
}
