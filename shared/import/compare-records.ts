/** A judged file against the records that are there: what would be new, change, or is no longer in the file. */
import { isSameMailbox, mailboxOf } from "#shared/employee/email.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { statusOf } from "#shared/employee/kedudukan-hukum.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { type ImportProblem, importProblem } from "./import-problem.ts";
import type { JudgedFile } from "./judge-file.ts";
import type { ImportedPerson } from "./judge-row.ts";
import { problemsOfNewcomer, problemsWithRecord, saidOf } from "./judge-with-record.ts";

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
  /** What is wrong with somebody beside the record. */
  readonly #found = new Map<Nip, readonly ImportProblem[]>();
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
    const found =
      changes.length > 0 || person.unlessPartTime
        ? problemsWithRecord(person, record, this.#file.headings)
        : [];
    if (found.length > 0) this.#found.set(nip, found);
  }

  end(): Difference {
    const problems = [...this.#file.problems];
    const newcomers: ImportedPerson[] = [];
    const changed: ChangedRecord[] = [];
    for (const person of this.#people.values()) {
      const found = this.#problemsOf(person);
      problems.push(...found);
      if (found.some(({ severity }) => severity === "error")) continue;
      const change = this.#changed.get(person.nip);
      if (!this.#known.has(person.nip)) newcomers.push(person);
      else if (change) changed.push(change);
    }
    return {
      newcomers,
      changed,
      gone: this.#gone,
      problems: problems.sort((a, b) => a.row - b.row),
    };
  }

  /** What only the records can tell. */
  #problemsOf(person: ImportedPerson): readonly ImportProblem[] {
    const { nip, said } = person;
    const now = this.#renumbered.get(nip);
    if (now) return [formerNumber(person, now)];
    const owner = this.#owners.get(mailboxOf(said.email ?? ""));
    if (owner !== undefined && owner !== nip) return [takenAddress(person)];
    if (!this.#known.has(nip)) return problemsOfNewcomer(person, this.#file.headings);
    return this.#found.get(nip) ?? [];
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

function changesOf(person: ImportedPerson, record: Employee): FieldDifference[] {
  const said = saidOf(person);
  return keysOf(said).flatMap((field) => {
    const [from, to] = [record[field], said[field]];
    if (!to || to === from) return [];
    if (field === "email" && isSameMailbox(to, record.email)) return [];
    return [{ field, from, to }];
  });
}
