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

export interface Difference {
  readonly newcomers: readonly ImportedPerson[];
  readonly changed: readonly ImportedPerson[];
  /** Active or suspended, and not in the file. */
  readonly gone: readonly EmployeeId[];
  /** Those of the file, and addresses that somebody else has. */
  readonly problems: readonly ImportProblem[];
}

/** @param records of the agency whose file it is */
export function compareRecords(file: JudgedFile, records: Iterable<Employee>): Difference {
  const known = new Map<Nip, Employee>();
  const owners = new Map<string, Nip>();
  for (const record of records) {
    known.set(record.nip, record);
    if (record.email) owners.set(mailboxOf(record.email), record.nip);
  }
  const problems = [...file.problems];
  const newcomers: ImportedPerson[] = [];
  const changed: ImportedPerson[] = [];
  for (const person of file.people) {
    const owner = owners.get(mailboxOf(person.said.email ?? ""));
    const record = known.get(person.nip);
    if (owner !== undefined && owner !== person.nip) problems.push(takenAddress(person));
    else if (!record) newcomers.push(person);
    else if (differs(person, record)) changed.push(person);
  }
  // A file that could not be judged says nothing of anybody.
  const gone = file.nips.size === 0 ? [] : [...known.values()].filter((each) => isGone(each, file));
  return {
    newcomers,
    changed,
    gone: gone.map(({ id }) => id),
    problems: problems.sort((a, b) => a.row - b.row),
  };
}

function takenAddress({ row, emailColumn, said }: ImportedPerson): ImportProblem {
  return importProblem({ row, column: emailColumn, value: said.email ?? "", code: "email-taken" });
}

function isGone({ nip, kedudukanHukum }: Employee, { nips }: JudgedFile): boolean {
  return statusOf(kedudukanHukum) !== "ended" && !nips.has(nip);
}

/** An empty cell leaves what is there. */
function differs({ said }: ImportedPerson, record: Employee): boolean {
  const { kind, tmt, kedudukanHukum } = said;
  const kept = { kind, tmt, kedudukanHukum, ...keptChange(said) };
  return keysOf(kept).some((field) => {
    const value = kept[field];
    if (!value) return false;
    if (field === "email") return !isSameMailbox(value, record.email);
    return value !== record[field];
  });
}
