import { isEmail, mailboxOf } from "#shared/employee/email.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { type ImportProblem, importProblem } from "./import-problem.ts";
import type { ImportedPerson, JudgedRow } from "./judge-row.ts";

interface Seen {
  readonly row: number;
  /** Of the row's texts, so that a long file needs little memory. */
  readonly digest: string;
  readonly column: { readonly heading: string; readonly value: string };
}

/** All rows of a file: who stands there twice, and which address two people have. Two rows are never merged. */
export class RowBook {
  readonly #people = new Map<Nip, ImportedPerson>();
  readonly #seen = new Map<Nip, Seen>();
  readonly #mailboxes = new Map<string, number>();
  readonly #heading: string;

  /** @param heading the file's own name of the number's column */
  constructor(heading: string) {
    this.#heading = heading;
  }

  /** Who can be taken, in the order of the file. */
  get people(): readonly ImportedPerson[] {
    return [...this.#people.values()];
  }

  /** Everybody whose number can be read, also those who cannot be taken. */
  get nips(): ReadonlySet<Nip> {
    return new Set(this.#seen.keys());
  }

  /** @returns what is wrong with the row, and with an earlier one because of it */
  add({ reading, nip, person }: JudgedRow): readonly ImportProblem[] {
    const before = nip && this.#seen.get(nip);
    if (nip && before) return [...reading.problems, ...this.#repeated(nip, before, reading)];
    if (nip) this.#seen.set(nip, this.#seenIn(reading));
    const owner = this.#ownerOfAddress(reading);
    if (owner !== undefined)
      reading.add(reading.emailField, "email-taken-in-file", { params: { row: owner } });
    else if (nip && person) this.#people.set(nip, person);
    return reading.problems;
  }

  #seenIn(reading: JudgedRow["reading"]): Seen {
    const value = (reading.cells[reading.place("nip")] ?? "").trim();
    return {
      row: reading.row,
      digest: digestOf(reading.content),
      column: { heading: this.#heading, value },
    };
  }

  /** Equal rows count once. Of rows that differ nobody knows which is right, so neither is taken. */
  #repeated(nip: Nip, before: Seen, reading: JudgedRow["reading"]): readonly ImportProblem[] {
    const now = this.#seenIn(reading);
    const code = now.digest === before.digest ? "person-twice-in-file" : "person-differs-in-file";
    const at = (seen: Seen, other: Seen) =>
      importProblem({
        ...{ row: seen.row, column: seen.column.heading, value: seen.column.value, code },
        params: { row: other.row },
      });
    if (code === "person-twice-in-file") return [at(now, before)];
    const isFirst = this.#people.delete(nip);
    return isFirst ? [at(before, now), at(now, before)] : [at(now, before)];
  }

  /** The row of another person with this address. */
  #ownerOfAddress(reading: JudgedRow["reading"]): number | undefined {
    const email = reading.text(reading.emailField);
    if (!isEmail(email)) return undefined;
    const mailbox = mailboxOf(email);
    const owner = this.#mailboxes.get(mailbox);
    if (owner === undefined) this.#mailboxes.set(mailbox, reading.row);
    return owner;
  }
}

/** Two FNV-1a hashes of 32 bits: it tells equal rows from others, and keeps nothing secret. */
function digestOf(text: string): string {
  let [a, b] = [0x811c9dc5, 0x1000193];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) + 1;
  }
  return `${a} ${b} ${text.length}`;
}
