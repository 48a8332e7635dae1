// What came of all calls: counted by description, and judged against what is known.

const RESULTS = ["taken", "refused", "misread", "unjudged"];
const FAULTS = ["unwritable", "rejected", "accepted"];

export class Tally {
  constructor(exceptions) {
    this.exceptions = exceptions;
    this.rows = new Map();
    this.complaints = [];
    this.excused = new Set();
  }

  add(file, name, { result, why }) {
    this.row(file)[result]++;
    if (result !== "taken") this.complain(name, `${result}: ${why}`);
  }

  /** A fault must be refused: by our types, which leave nothing to be sent, or by Prism. */
  addFault(file, name, { status }) {
    const result = status === null ? "unwritable" : status >= 400 ? "rejected" : "accepted";
    this.row(file)[result]++;
    if (result === "accepted") this.complain(name, "was taken although it has a fault");
  }

  complain(name, what) {
    const excuse = Object.entries(this.exceptions).find(([pattern]) => name.startsWith(pattern));
    if (excuse) this.excused.add(excuse[0]);
    else this.complaints.push(`${name}: ${what}`);
  }

  row(file) {
    if (!this.rows.has(file)) this.rows.set(file, Object.fromEntries([...RESULTS, ...FAULTS].map((result) => [result, 0])));
    return this.rows.get(file);
  }

  /** Prints the table and returns the exit status. */
  print() {
    const columns = [...RESULTS, ...FAULTS];
    console.log(["description".padEnd(24), ...columns].join("  "));
    for (const [file, row] of this.rows) {
      console.log([file.padEnd(24), ...columns.map((column) => String(row[column]).padStart(column.length))].join("  "));
    }
    for (const text of this.excused) console.log(`excused: ${text}: ${this.exceptions[text]}`);
    for (const text of this.complaints) console.log(text);
    return this.complaints.length > 0 ? 1 : 0;
  }
}
