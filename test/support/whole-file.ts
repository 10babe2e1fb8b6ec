/** Files of people, judged and compared as a whole: for tests, whose files are small. */
import type { Employee } from "#shared/employee/employee.ts";
import { compareFile } from "#shared/import/compare-records.ts";
import type { ImportProblem } from "#shared/import/import-problem.ts";
import { judgeFile } from "#shared/import/judge-file.ts";
import type { ImportedPerson } from "#shared/import/judge-row.ts";
import { openSpreadsheet } from "#shared/import/read-spreadsheet.ts";
import type { TableNews, TableRow } from "#shared/import/table.ts";
import { EmployeesInMemory } from "./employees-in-memory.ts";
import { UnitsInMemory } from "./units-in-memory.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** All rows of a file. */
export async function rowsOf(bytes: Bytes): Promise<{ rows: TableRow[]; news: TableNews }> {
  const sheet = await openSpreadsheet(new Blob([bytes]));
  return { rows: (await Array.fromAsync(sheet.rows())).flat(), news: sheet.news };
}

/** All that is found in a file. */
export async function judgeWhole(
  bytes: Bytes,
  year = 2026,
): Promise<{
  rows: number;
  people: readonly ImportedPerson[];
  instansi: string;
  problems: readonly ImportProblem[];
}> {
  const { rows, instansi, pages } = await judgeFile(new Blob([bytes]), { year });
  const found = await Array.fromAsync(pages());
  return {
    ...{ rows, instansi },
    people: found.flatMap(({ people }) => people),
    problems: found.flatMap(({ problems }) => problems),
  };
}

/** All that a file says otherwise than these records of its agency. */
export async function compareWhole(bytes: Bytes, ...records: readonly Employee[]) {
  return await compareInUnits(bytes, { units: new UnitsInMemory(), records });
}

/** As `compareWhole`, with the units of the agency. */
export async function compareInUnits(
  bytes: Bytes,
  { units, records }: { readonly units: UnitsInMemory; readonly records: readonly Employee[] },
) {
  const file = await judgeFile(new Blob([bytes]), { year: 2026 });
  const employees = new EmployeesInMemory(...records);
  const pages = await Array.fromAsync(compareFile(file, { employees, units }, "ins_contoh"));
  return {
    newcomers: pages.flatMap(({ newcomers }) => newcomers),
    changed: pages.flatMap(({ changed }) => changed),
    unchanged: pages.reduce((sum, { unchanged }) => sum + unchanged, 0),
    gone: pages.flatMap(({ gone }) => gone),
    problems: pages.flatMap(({ problems }) => problems),
  };
}
