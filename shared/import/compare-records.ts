/** A judged file against the records that are there: what would be new, change, or is no longer in the file. */

import type { OrgUnits } from "#shared/agency/org-units.ts";
import { isSameMailbox, mailboxOf } from "#shared/employee/email.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { type GoneRecord, gonePeople } from "./gone-people.ts";
import { type ImportProblem, importProblem } from "./import-problem.ts";
import type { JudgedFile, JudgedPage } from "./judge-file.ts";
import type { ImportedPerson } from "./judge-row.ts";
import {
  type Headings,
  problemsOfNewcomer,
  problemsWithRecord,
  saidOf,
} from "./judge-with-record.ts";

import { type PresentNames, presentNamesOf, withPresentUnit } from "./present-unit.ts";

/** A field of a record that the file says otherwise. */
interface FieldDifference {
  readonly field: string;
  readonly from?: string | undefined;
  readonly to: string;
}

/** Somebody whose record would change. */
interface ChangedRecord {
  readonly person: ImportedPerson;
  readonly id: EmployeeId;
  readonly name: string;
  readonly changes: readonly FieldDifference[];
}

/** What some rows of a file, or some records, have shown. */
export interface Difference {
  readonly newcomers: readonly ImportedPerson[];
  readonly changed: readonly ChangedRecord[];
  /** How many records are already as the file says. */
  readonly unchanged: number;
  /** Active or suspended, and not in the file. */
  readonly gone: readonly GoneRecord[];
  /** Those of the file, and numbers and addresses that somebody else has. */
  readonly problems: readonly ImportProblem[];
}

type Known = Pick<Employees, "idsOf" | "idsOfEmails" | "findAll">;

/** The records and the units that are there. */
export interface ComparedWith {
  readonly employees: Known & Pick<Employees, "inAgency">;
  readonly units: Pick<OrgUnits, "all">;
}

/** For a file of whom nothing is known: everybody in it is new. */
export const nobody: ComparedWith = {
  employees: {
    idsOf: async () => new Map(),
    idsOfEmails: async () => new Map(),
    findAll: async () => new Map(),
    async *inAgency() {},
  },
  units: { async *all() {} },
};

/** Whose file it is, its own headings, and what its units are called now. */
interface ComparedAgency {
  readonly instansiId: string;
  readonly headings: Headings;
  readonly present: PresentNames;
}

/**
 * Compares a judged file with the records that are there, a page of the file at a time, and then walks through the agency's records for
 * those that are not in it. People are found by their markers, so nobody is missed whose record an index does not have yet; who is
 * gone is read from an index, and may lack a change of the last second.
 */
export async function* compareFile(
  file: JudgedFile,
  { employees, units }: ComparedWith,
  instansiId: string,
): AsyncGenerator<Difference> {
  const present: PresentNames = file.isRefused
    ? new Map()
    : await presentNamesOf(units, instansiId);
  const agency = { instansiId, present, headings: file.headings };
  for await (const page of file.pages()) yield await comparePage(employees, agency, page);
  // A file that could not be judged says nothing of anybody.
  if (file.numbers === 0) return;
  for await (const gone of gonePeople(employees, file, instansiId))
    yield { newcomers: [], changed: [], unchanged: 0, gone, problems: [] };
}

async function comparePage(
  employees: Known,
  agency: ComparedAgency,
  page: JudgedPage,
): Promise<Difference> {
  const { instansiId, headings } = agency;
  const read = page.people.map((each) => withPresentUnit(each, agency));
  const people = read.map(({ person }) => person);
  const problems = [...page.problems, ...read.flatMap(({ warnings }) => warnings)];
  const ids = await employees.idsOf(people.map(({ nip }) => nip));
  const records = await employees.findAll([...ids.values()]);
  const found = people.map((person) => {
    const id = ids.get(person.nip);
    return { person, id, record: id && records.get(id) };
  });
  // Whose address is as it was needs no look.
  const said = found.flatMap(
    ({
      person: {
        said: { email },
      },
      record,
    }) => (email && !isSameMailbox(email, record?.email) ? [email] : []),
  );
  const owners = await employees.idsOfEmails(said);
  const compared = found.map(({ person, id, record }): Compared => {
    if (id !== undefined && record?.instansiId !== instansiId) return takenNumber(person);
    if (record && record.nip !== person.nip) return formerNumber(person, record.nip);
    const owner = person.said.email && owners.get(mailboxOf(person.said.email));
    if (owner && owner !== id) return takenAddress(person);
    return record
      ? compareRecord(person, record, headings)
      : { newcomer: person, problems: problemsOfNewcomer(person, headings) };
  });
  return sumOf(compared, problems);
}

function compareRecord(person: ImportedPerson, record: Employee, headings: Headings): Compared {
  const { id, name } = record;
  const changes = changesOf(person, record);
  const isAsked = changes.length > 0 || person.unlessPartTime !== undefined;
  const problems = isAsked ? problemsWithRecord(person, record, headings) : [];
  return { known: { person, id, name, changes }, problems };
}

/** Whoever has an error there is neither new nor changed. */
interface Compared {
  readonly newcomer?: ImportedPerson;
  readonly known?: ChangedRecord;
  readonly problems: readonly ImportProblem[];
}

function sumOf(all: readonly Compared[], problems: readonly ImportProblem[]): Difference {
  const taken = all.filter((each) => each.problems.every(({ severity }) => severity === "warning"));
  const known = taken.flatMap((each) => each.known ?? []);
  const changed = known.filter(({ changes }) => changes.length > 0);
  const found = all.flatMap((each) => each.problems);
  return {
    newcomers: taken.flatMap(({ newcomer }) => newcomer ?? []),
    ...{ changed, unchanged: known.length - changed.length, gone: [] },
    problems: [...problems, ...found].sort((a, b) => a.row - b.row),
  };
}

/** Another agency's, or of a record that cannot be read. */
function takenNumber({ row, nip }: ImportedPerson): Compared {
  return { problems: [importProblem({ row, value: nip, code: "nip-taken" })] };
}

function takenAddress({ row, emailColumn, said }: ImportedPerson): Compared {
  const value = said.email ?? "";
  return { problems: [importProblem({ row, column: emailColumn, value, code: "email-taken" })] };
}

/** Somebody who stands in the file under a former number is no new person, and not gone. */
function formerNumber({ row, nip }: ImportedPerson, now: Nip): Compared {
  return { problems: [importProblem({ row, value: nip, code: "nip-former", example: now })] };
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
