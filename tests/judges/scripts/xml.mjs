// Makes schemas with `xml` objects at random, and for each what a third-party writer (openapi-sampler)
// makes of random values. Prints a description with the schemas as components, then on each line the name
// of a schema and its text in XML.
//
// The writer's limits: a root with one property has no element of its own, all items of a list are the same
// value, a flag that is true has no value as an attribute, and an element around items does not name them.
import { sample } from "openapi-sampler";

const SCHEMAS = 120;
const ALPHABET = [..."abcXYZ019-_.äß日😀<>&\"'];["];
const random = generator(20261122);
const schemas = Object.fromEntries(Array.from({ length: SCHEMAS }, (_, index) => [`S${index}`, object(0)]));

const description = { openapi: "3.1.0", info: { title: "XML", version: "1" }, paths: {}, components: { schemas } };
console.log(JSON.stringify(description));
for (const [name, schema] of Object.entries(schemas)) {
  const xml = sample(schema, { format: "xml" }, description);
  console.log(JSON.stringify({ name, body: xml.replace(/\n */g, "") }));
}

function object(depth) {
  const count = 2 + random(4);
  const properties = Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, property(index, depth)]));
  // The root's name is not taken from the component.
  return { type: "object", properties, xml: depth === 0 ? { name: `root${random(100)}` } : undefined };
}

function property(index, depth) {
  const kinds = depth < 2 ? [scalar, scalar, list, list, nested] : [scalar];
  return kinds[random(kinds.length)](index, depth);
}

function scalar(index) {
  const schema = value();
  const elements = [undefined, { name: `e${index}` }, { namespace: `urn:${index}`, prefix: `n${index}` }];
  const attributes = schema.type === "boolean" ? [] : [{ attribute: true }, { attribute: true, name: `a${index}` }];
  const xml = [...elements, ...attributes];
  return { ...schema, xml: xml[random(xml.length)] };
}

function value() {
  const values = [
    () => ({ type: "string", example: text() }), () => ({ type: "integer", example: random(2_000_001) - 1_000_000 }),
    () => ({ type: "boolean", example: random(2) === 0 }), () => ({ type: "number", example: random(10_000) / 8 }),
  ];
  return values[random(values.length)]();
}

function list(index, depth) {
  const items = random(3) === 0 ? object(depth + 1) : value();
  const xml = [undefined, { wrapped: true }, { wrapped: true, name: `outer${index}` }][random(3)];
  items.xml = xml?.name || random(2) === 0 ? { name: `item${index}` } : undefined;
  return { type: "array", minItems: 1 + random(3), items, xml };
}

function nested(index, depth) {
  const xml = [undefined, { name: `o${index}` }][random(2)];
  return { ...object(depth + 1), xml };
}

function text() {
  return Array.from({ length: 1 + random(8) }, () => ALPHABET[random(ALPHABET.length)]).join("");
}

/** A small generator with a seed (xorshift). */
function generator(seed) {
  let state = seed;
  return (bound) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % bound;
  };
}
