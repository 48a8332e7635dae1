// Makes bodies for schemas by json-schema-faker. Reads lines of `schemas.py`, prints lines as `bodies.py`
// does. What it makes is not always valid: the test filters it by a validator.
import { createInterface } from "node:readline";
import * as faker from "json-schema-faker";

const BODIES = 4;
const generate = faker.generate ?? faker.default?.generate ?? faker.JSONSchemaFaker?.generate;

for await (const text of createInterface({ input: process.stdin })) {
  const { document, name, schema } = JSON.parse(text);
  for (let seed = 1; seed <= BODIES; seed += 1) {
    try {
      const body = await generate(schema, { seed });
      if (body !== undefined) console.log(JSON.stringify({ document, name, source: "faker", body: JSON.stringify(body) }));
    } catch {
      // A schema that it cannot do.
    }
  }
}
