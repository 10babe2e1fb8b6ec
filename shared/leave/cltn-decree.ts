/** The decree by which a CLTN that was given suspends the card by itself on its first day (decision 0098). Pure. */
import { actsAt, type Decree, type DecreeId, expectedOn } from "#shared/decree/decree.ts";
import { dayOf, type Employee } from "#shared/employee/employee.ts";
import { kedudukanHukumName } from "#shared/employee/kedudukan-hukum.ts";
import { numberOf, type Request, type RequestId } from "#shared/request/request.ts";
import { digestId, type Id } from "#shared/runtime/ids.ts";
import { cltnDates } from "./cltn-dates.ts";
import type { AskedLeave } from "./leave.ts";
import { leaveHolderOf } from "./leave-case.ts";
import { termsOfYear } from "./leave-right.ts";
import { yearOf } from "./leave-span.ts";

interface GivenCltn {
  readonly person: Employee;
  /** As the decision leaves it. */
  readonly request: Request;
  readonly asked: AskedLeave;
  /** All of the person's. */
  readonly decrees: readonly Decree[];
  /** Who gave it. */
  readonly by: Id<"emp">;
  readonly at: Date;
}

/** One for each leave. */
function decreeOfLeave(id: RequestId): DecreeId {
  return digestId("dec", [id]);
}

/**
 * Kedudukan hukum 02 from its first day, of an extension 13. Its two people are the superior who advised and the PPK; where one was both, that one.
 * @returns nothing where officers have entered the same already
 */
export function cltnDecree({ person, request, asked, decrees, by, at }: GivenCltn) {
  const { from: tmt, to: until } = asked;
  const isExtension = asked.extends !== undefined;
  const terms = termsOfYear({ holder: leaveHolderOf(person) }, yearOf(tmt));
  const { position } = cltnDates({ from: tmt, to: until, isExtension }, terms);
  const before = expectedOn(person, decrees, tmt).kedudukanHukum;
  if (before === position) return undefined;
  const advised = request.trail.findLast(({ act }) => act === "advised")?.by;
  const decree: Decree = {
    ...{ id: decreeOfLeave(request.id), employeeId: person.id, instansiId: person.instansiId },
    ...{ kind: "position", skNumber: numberOf(request), skDate: dayOf(person, at), tmt, until },
    ...{ from: { kedudukanHukum: before }, to: { kedudukanHukum: position } },
    ...{ askedBy: advised ?? by, approvedBy: by, reason: kedudukanHukumName(position) ?? "" },
    ...{ decidedAt: at.toISOString(), actsAt: actsAt(person, tmt), state: "waiting", revision: 1 },
  };
  return decree;
}
