import { type Employee, savedDay } from "./employee.ts";
import { recordLine } from "./name-index.ts";
import { linesBeside } from "./name-lines.ts";
import type { NameLines } from "./search-lines.ts";

/** The index by name of records that are at hand. */
export function linesInRecords(employees: readonly Employee[]): NameLines {
  const lines = employees.flatMap((employee) => [
    recordLine(employee),
    ...linesBeside(employee, savedDay(employee)).values(),
  ]);
  return {
    async *from(partition, { first, last }) {
      yield* lines
        .filter(({ listedIn }) => listedIn === partition)
        .map(({ listedAs }) => listedAs)
        .filter((listedAs) => listedAs >= first && listedAs <= last)
        .sort();
    },
  };
}
