/** Who of a unit is short of a year's jam pelajaran (services.md 4). */
import { type Officer, reaches } from "#shared/access/scope.ts";
import { cardStatus, dayOf, type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import { yearOfLearning } from "./learning-ledger.ts";
import type { UnitLearningAnswer } from "./result-answers.ts";
import { exemptSpans } from "./tell-results.ts";
import type { TrainingResults } from "./training-results.ts";

export interface ReadUnitLearning {
  readonly results: Pick<TrainingResults, "learnt">;
  readonly employees: Pick<Employees, "findAll" | "idsInUnit">;
  readonly clock: Clock;
}

/** People whose years one answer has: each is a query of its own. */
const pageSize = 60;

/**
 * A page of a unit's people and their JP of a year; who has left counts no more.
 * @throws NotFound of a unit that the reader does not reach
 */
export async function learningOfUnit(
  { results, employees, clock }: ReadUnitLearning,
  by: Officer,
  asked: { readonly unit: string; readonly year: number; readonly after?: EmployeeId | undefined },
): Promise<UnitLearningAnswer> {
  const { instansiId } = by;
  const unit = { instansiId, unitKerja: asked.unit };
  if (!reaches(by, unit)) throw new NotFound("No such unit.");
  const { ids, next } = await employees.idsInUnit(unit, { limit: pageSize, after: asked.after });
  const now = clock.now();
  const people = [...(await employees.findAll(ids)).values()].filter(
    (each) =>
      each.instansiId === instansiId &&
      each.unitKerja === asked.unit &&
      cardStatus(each, now) !== "ended",
  );
  const items = await sideBySide(people, async (person) => {
    const entries = await results.learnt(person.id);
    const exempt = exemptSpans(person, dayOf(person, now));
    const { year: _, ...told } = yearOfLearning({ kind: person.kind, entries, exempt }, asked.year);
    return { id: person.id, name: fullName(person), ...told };
  });
  return { items, ...(next && { cursor: next }) };
}
