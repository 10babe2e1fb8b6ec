/** A judged file against the records that are there: what would be new, change, or is no longer in the file. */
import { isSameMailbox, mailboxOf } from "#shared/employee/email.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { keptChange } from "#shared/employee/employee-rules.ts";
import { statusOf } from "#shared/employee/kedudukan-hukum.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { type ImportProblem, importProblem } from "./import-problem.ts";
import type { JudgedFile } from "./judge-file.ts";
import type { ImportedPerson } from "./judge-row.ts";

/** A field of a record that the file says otherwise. */
interface FieldDifference {
  readonly field: string;
  readonly from?: string | undefined;
  readonly to: string;
}

/** Somebody whose record would change. */
export interface ChangedRecord {
  readonly person: ImportedPerson;
  readonly id: EmployeeId;
  readonly name: string;
  readonly changes: readonly FieldDifference[];
}

type GoneRecord = Pick<Employee, "id" | "nip" | "name">;

export interface Difference {
  readonly newcomers: readonly ImportedPerson[];
  readonly changed: readonly ChangedRecord[];
  /** Active or suspended, and not in the file. */
  readonly gone: readonly GoneRecord[];
  /** Those of the file, and addresses that somebody else has. */
  readonly problems: readonly ImportProblem[];
}

/** @param records of the agency whose file it is */
export function compareRecords(file: JudgedFile, records: Iterable<Employee>): Difference {
  const comparison = new Comparison(file);
  for (const record of records) comparison.take(record);
  return comparison.end();
}

/** Compares record by record, so that of an agency's records only one is in memory, and of the file everything. */
export class Comparison {
  readonly #file: JudgedFile;
  readonly #people: ReadonlyMap<Nip, ImportedPerson>;
  /** Of the addresses that the file says: whose they are. */
  readonly #owners = new Map<string, Nip | undefined>();
  readonly #known = new Set<Nip>();
  /** People of the file who stand there under a number they had: the one they have now. */
  readonly #renumbered = new Map<Nip, Nip>();
  readonly #changed = new Map<Nip, ChangedRecord>();
  readonly #gone: GoneRecord[] = [];

  constructor(file: JudgedFile) {
    this.#file = file;
    this.#people = new Map(file.people.map((person) => [person.nip, person]));
    for (const { said } of file.people)
      if (said.email) this.#owners.set(mailboxOf(said.email), undefined);
  }

  /** @param record of the agency; each once */
  take(record: Employee): void {
    const { id, nip, name } = record;
    const mailbox = record.email ? mailboxOf(record.email) : undefined;
    if (mailbox !== undefined && this.#owners.has(mailbox)) this.#owners.set(mailbox, nip);
    for (const former of formerOf(record))
      if (this.#people.has(former)) this.#renumbered.set(former, nip);
    // A file that could not be judged says nothing of anybody.
    if (this.#file.nips.size > 0 && isGone(record, this.#file)) this.#gone.push({ id, nip, name });
    const person = this.#people.get(nip);
    if (!person) return;
    this.#known.add(nip);
    const changes = changesOf(person, record);
    if (changes.length > 0) this.#changed.set(nip, { person, id, name, changes });
  }

  end(): Difference {
    const problems = [...this.#file.problems];
    const newcomers: ImportedPerson[] = [];
    const changed: ChangedRecord[] = [];
    for (const person of this.#people.values()) {
      const owner = this.#owners.get(mailboxOf(person.said.email ?? ""));
      const change = this.#changed.get(person.nip);
      const now = this.#renumbered.get(person.nip);
      if (now) problems.push(formerNumber(person, now));
      else if (owner !== undefined && owner !== person.nip) problems.push(takenAddress(person));
      else if (!this.#known.has(person.nip)) newcomers.push(person);
      else if (change) changed.push(change);
    }
    return {
      newcomers,
      changed,
      gone: this.#gone,
      problems: problems.sort((a, b) => a.row - b.row),
    };
  }
}

function takenAddress({ row, emailColumn, said }: ImportedPerson): ImportProblem {
  return importProblem({ row, column: emailColumn, value: said.email ?? "", code: "email-taken" });
}

/** Somebody who stands in the file under a former number is no new person, and not gone. */
function formerNumber({ row, nip }: ImportedPerson, now: Nip): ImportProblem {
  return importProblem({ row, value: nip, code: "nip-former", example: now });
}

const formerOf = ({ formerNips = [] }: Employee) => formerNips.map(({ nip }) => nip);

function isGone(record: Employee, { nips }: JudgedFile): boolean {
  const numbers = [record.nip, ...formerOf(record)];
  return statusOf(record.kedudukanHukum) !== "ended" && !numbers.some((nip) => nips.has(nip));
}

/** An empty cell leaves what is there. */
function changesOf({ said, saysKind }: ImportedPerson, record: Employee): FieldDifference[] {
  const { tmt, kedudukanHukum } = said;
  const kind = saysKind ? said.kind : undefined;
  const kept = { kind, tmt, kedudukanHukum, ...keptChange(said) };
  return keysOf(kept).flatMap((field) => {
    const [from, to] = [record[field], kept[field]];
    if (!to || to === from) return [];
    if (field === "email" && isSameMailbox(to, record.email)) return [];
    return [{ field, from, to }];
  });
}
