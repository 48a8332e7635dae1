// Where most other clients write something else, and the clause that makes ours right.

const LABEL = "label: lists that are not exploded have commas (OAS 3.1.1 4.8.12.4, as RFC 6570 3.2.5; until 3.0.3 and 3.1.0 it said dots)";
const ASCII = "header: values are US-ASCII (RFC 9110 5.5); others are refused before anything is sent";
const DOTS = "path: a segment `.` or `..` would be taken away (RFC 3986 5.2.4), so it is refused before anything is sent";
const NAMES = "names of properties are data: what stands in them for data is percent-encoded (RFC 3986 2.2)";

/** Returns the clause for a difference, if there is one. */
export function clause(one, ours, theirs) {
  if (ours === undefined && one.in === "path") return [".", ".."].includes(theirs) ? DOTS : undefined;
  if (ours === undefined) return one.in === "header" && /[^\x20-\x7e]/.test(theirs) ? ASCII : undefined;
  const separated = (text) => meaning(text).replaceAll(",", ".");
  if (one.style === "label" && !one.explode && separated(ours) === separated(theirs)) return LABEL;
  if (typeof one.value !== "object" || Array.isArray(one.value) || one.in === "header") return undefined;
  return meaning(ours) === meaning(theirs) ? NAMES : undefined;
}

/** What a text says once nothing of it is percent-encoded. */
function meaning(text) {
  return text.replaceAll(/(%[0-9A-Fa-f]{2})+/g, (octets) => decodeURIComponent(octets));
}
