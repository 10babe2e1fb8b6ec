/** What the file of a print is made of. */
import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import type { Print, PrintProgress } from "./print.ts";

/** Told from time to time how many cards or letters are drawn. */
export type NoteDrawn = (drawn: number) => Promise<void>;

/** Who has no sheet in a part, and why. */
export type LeftOut = Partial<
  Pick<PrintProgress, "withoutPhoto" | "withoutCard" | "activated" | "lackingIds">
>;

/** The people of a part are known; they are drawn one by one while the file is read. */
export interface PrintContent {
  readonly total: number;
  readonly leftOut: LeftOut;
  readonly pdf: (note: NoteDrawn) => AsyncIterable<Uint8Array>;
}

/** How many are drawn from one note of progress to the next. */
const noteEvery = 10;

/** Yields each when it is asked for, and notes the progress from time to time. */
export async function* noted<Each>(
  all: readonly Each[],
  note: NoteDrawn,
): AsyncGenerator<Each, void> {
  for (const [drawn, each] of all.entries()) {
    if (drawn > 0 && drawn % noteEvery === 0) await note(drawn);
    yield each;
  }
}

export function isActiveIn(
  { instansiId, units }: Pick<Print, "instansiId" | "units">,
  employee: Employee,
  now: Date,
): boolean {
  return (
    employee.instansiId === instansiId &&
    units.includes(employee.unitKerja) &&
    cardStatus(employee, now) === "active"
  );
}

export const byName = (a: Pick<Employee, "name">, b: Pick<Employee, "name">) =>
  a.name.localeCompare(b.name, "id");
