import type { OrgUnits } from "#shared/agency/org-units.ts";
import { fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { AgencyCalendarAnswer, ToldPattern } from "./agency-calendar-answers.ts";
import type { AgencyCalendar, WorkPattern } from "./work-pattern.ts";

export interface TellAgencyCalendar {
  readonly units: Pick<OrgUnits, "findByName">;
  readonly employees: Pick<Employees, "findAll">;
}

/** An agency's calendar with the names of whom its patterns are about; those that began last come first. */
export async function tellAgencyCalendar(
  api: TellAgencyCalendar,
  { instansiId, revision, holidays, patterns }: AgencyCalendar,
): Promise<AgencyCalendarAnswer> {
  const [people, known] = await Promise.all([
    api.employees.findAll(patterns.flatMap(({ person }) => person ?? [])),
    knownUnits(api, instansiId, patterns),
  ]);
  const told = patterns.map(({ person, ...pattern }): ToldPattern => {
    const record = person && people.get(person);
    const isNamed = record?.instansiId === instansiId;
    const { unitKerja } = pattern;
    return {
      ...pattern,
      ...(person && { person: { id: person, ...(isNamed && { name: fullName(record) }) } }),
      ...(unitKerja !== undefined && !known.has(unitKerja) && { isUnitUnknown: true }),
    };
  });
  return { revision, holidays, patterns: told.toSorted((a, b) => b.from.localeCompare(a.from)) };
}

/** Which of the names that patterns say lead to a unit: a unit may be called otherwise by now, or be gone. */
async function knownUnits(
  { units }: Pick<TellAgencyCalendar, "units">,
  instansiId: string,
  patterns: readonly WorkPattern[],
): Promise<ReadonlySet<string>> {
  const names = new Set(patterns.flatMap(({ unitKerja }) => unitKerja ?? []));
  const found = await Promise.all(
    [...names].map(async (name) => ((await units.findByName(instansiId, name)) ? [name] : [])),
  );
  return new Set(found.flat());
}
