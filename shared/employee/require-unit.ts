import { type Officer, reaches } from "#shared/access/scope.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import type { Employees } from "./employees.ts";

interface Named {
  readonly unitKerja: string;
  readonly by: Officer;
  /** Where the page asks for it. */
  readonly field: string;
}

/**
 * A misspelt or merged unit would look like one without people. One outside the officer's scope is refused alike.
 * @throws InvalidInput on `field`: `unit-unknown`, with the `unit`
 */
export async function requireUnit(
  employees: Pick<Employees, "countIn">,
  { unitKerja, by, field }: Named,
): Promise<void> {
  const unit = { instansiId: by.instansiId, unitKerja };
  if (reaches(by, unit) && (await employees.countIn(unit, 1)) > 0) return;
  throw new InvalidInput({ field, code: "unit-unknown", params: { unit: unitKerja } });
}
