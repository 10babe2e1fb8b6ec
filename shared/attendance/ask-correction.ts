/**
 * The kind of request by which somebody asks for a correction of the own attendance (services.md 2.2, decision 0114): what machines read stays, and
 * what was agreed to stands beside it in the month, in the transaction of the decision.
 */
import { keptWords } from "#shared/access/reason.ts";
import { dayOf, type Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import type { Request } from "#shared/request/request.ts";
import type { Asked, Kept, RequestKind } from "#shared/request/request-kind.ts";
import type { Move, Requests } from "#shared/request/requests.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, type FieldProblem, InvalidInput } from "#shared/runtime/errors.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { type AskedCorrection, askedCorrection } from "./asked-correction.ts";
import { type AttendanceMonth, added, emptyMonth } from "./attendance-month.ts";
import type { AttendanceMonths } from "./attendance-months.ts";
import type { AttendanceRuleBook } from "./attendance-rules.ts";
import { attendanceTermsOn } from "./attendance-terms.ts";
import { timesOf } from "./corrected-times.ts";
import { attendeeOf } from "./import-readings.ts";

export interface AskCorrection {
  readonly months: Pick<AttendanceMonths, "find" | "saving">;
  readonly attendanceRules: Pick<AttendanceRuleBook, "find">;
  readonly employees: Pick<Employees, "find">;
  readonly requests: Pick<Requests, "save">;
  readonly clock: Clock;
}

const answerDays = 14;
/** This product's number: no text was found that says one. */
const hoursToDecide = 72;
/** A machine's file may be brought in at the same moment. */
const attempts = 4;

export function attendanceCorrections(api: AskCorrection): RequestKind {
  return {
    answerDays,
    read: parsed,
    keep: async (asked, person, { before }) => await keep(api, asked, person, before),
    isOutdated: async (request, person) =>
      request.instansiId !== person.instansiId ||
      (await api.months.find(...placeOf(request)))?.closed !== undefined,
    carryOut: async (move, by) => await carryOut(api, move, by),
  };
}

function parsed(content: unknown): AskedCorrection {
  const read = askedCorrection.safeParse(content);
  if (read.success) return read.data;
  throw new InvalidInput({ field: "day", code: "malformed" });
}

const placeOf = ({ content, instansiId, person }: Request) =>
  [{ instansiId, month: parsed(content).day.slice(0, 7) }, person] as const;

/** An answer to a question may come after the days in which it could be asked for. */
async function keep(
  api: AskCorrection,
  { content }: Asked,
  person: Employee,
  before: Pick<Request, "content"> | undefined,
): Promise<Kept> {
  const { note: words = "", ...asked } = parsed(content);
  const note = keptWords("note", words);
  const { day, in: came, out: went, absence } = asked;
  const today = dayOf(person, api.clock.now());
  const { instansiId } = person;
  const [rules, month] = await Promise.all([
    api.attendanceRules.find(instansiId),
    api.months.find({ instansiId, month: day.slice(0, 7) }, person.id),
  ]);
  const { correctionDays } = attendanceTermsOn(day, rules?.terms);
  const isLate = !before && daysAfter(day, correctionDays) < today;
  const problems: readonly FieldProblem[] = [
    ...(day > today ? [{ field: "day", code: "day-too-late" } as const] : []),
    ...(isLate
      ? [{ field: "day", code: "asked-too-late", params: { limit: correctionDays } } as const]
      : []),
    ...(came || went || absence ? [] : [{ field: "in", code: "nothing-changed" } as const]),
    ...(note === "" ? [{ field: "note", code: "required" } as const] : []),
  ];
  if (problems.length > 0) throw new InvalidInput(...problems);
  if (month?.closed) throw new Conflict("month-closed");
  return {
    content: { ...asked, note },
    group: day,
    chain: [{ role: "petugas", hours: hoursToDecide }],
  };
}

/** @throws Conflict `request-outdated` without a record or where the month is locked; or as `Requests.save` */
async function carryOut(api: AskCorrection, move: Move, by: Id<"emp">): Promise<void> {
  const { after } = move;
  const person = await api.employees.find(after.person);
  if (!person) throw new Conflict("request-outdated");
  for (let attempt = 1; ; attempt++) {
    const next = await corrected(api, { after, person, by });
    try {
      const standing = [...move.standing, api.months.saving(next)];
      await api.requests.save({ ...move, standing });
      return;
    } catch (error) {
      const isRaced = error instanceof Conflict && error.code === "attendance-changed";
      if (!isRaced || attempt >= attempts) throw error;
    }
  }
}

async function corrected(
  api: AskCorrection,
  {
    after,
    person,
    by,
  }: { readonly after: Request; readonly person: Employee; readonly by: Id<"emp"> },
): Promise<AttendanceMonth> {
  const { day, in: came, out: went, absence, note } = parsed(after.content);
  const found = await api.months.find(...placeOf(after));
  const attendee = { ...attendeeOf(person), instansiId: after.instansiId };
  const next = added(found ?? emptyMonth(attendee, day.slice(0, 7)), {
    corrections: [
      {
        ...{ id: after.id, day, by, at: api.clock.now().toISOString() },
        ...timesOf({ day, ...(came && { in: came }), ...(went && { out: went }) }),
        ...(absence && { absence }),
        ...(note && { reason: note }),
      },
    ],
  });
  if (typeof next === "string") throw new Conflict("request-outdated");
  return next;
}
