// What came of all calls: counted by description, and judged against what is known.

const RESULTS = ["taken", "refused", "misread", "unanswered", "unjudged"];
const FAULTS = ["unwritable", "rejected", "accepted"];

export class Tally {
  constructor(exceptions) {
    this.exceptions = exceptions;
    this.rows = new Map();
    this.complaints = [];
    this.excused = [];
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
    const isOf = ({ operation = "", says = "", also = "" }) => name.startsWith(operation) && what.includes(says) && what.includes(also);
    const excuse = this.exceptions.find(isOf);
    if (excuse) this.excused.push(`${name}: ${excuse.why}`);
    else this.complaints.push(`${name}: ${what}`);
  }

  row(file) {
    if (!this.rows.has(file)) this.rows.set(file, Object.fromEntries([...RESULTS, ...FAULTS].map((result) => [result, 0])));
    return this.rows.get(file);
  }

  /** Prints what came of one description. */
  show(file) {
    const columns = [...RESULTS, ...FAULTS];
    if (this.rows.size <= 1) console.log(["description".padEnd(24), ...columns].join("  "));
    console.log([file.padEnd(24), ...columns.map((column) => String(this.row(file)[column]).padStart(column.length))].join("  "));
  }

  /** Prints what there is to say of single calls, and returns the exit status. */
  finish() {
    for (const text of this.excused) console.log(`excused: ${text}`);
    for (const text of this.complaints) console.log(text);
    return this.complaints.length > 0 ? 1 : 0;
  }
}
