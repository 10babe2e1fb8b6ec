/** What a petugas asks for with a decree: that it act on its day, on another day, or not at all (decision 0048). */

import * as z from "zod";
import type { Approval } from "#shared/access/approval.ts";
import { type AskApproval, askApproval } from "#shared/access/ask-approval.ts";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import { type Officer, reaches } from "#shared/access/scope.ts";
import { refuseRoleHolder } from "#shared/employee/change-employee.ts";
import { dayOf, type Employee } from "#shared/employee/employee.ts";
import { isDay } from "#shared/employee/field-checks.ts";
import { revise } from "#shared/employee/revision.ts";
import { Conflict, type FieldProblem, InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { turnedDay } from "#shared/runtime/turned-day.ts";
import { hasHidden, visibleLine } from "#shared/runtime/visible-text.ts";
import {
  type Decree,
  type Decreed,
  type DecreeId,
  decreed,
  decreeId,
  expectedOn,
  isDue,
  isOpen,
  problemsOfDecreed,
  valuesOf,
} from "./decree.ts";
import { type DecreeKind, fieldsOfDecree, isLeave, longestSkNumber } from "./decree-fields.ts";
import type { Decrees } from "./decrees.ts";

/** What such an approval holds as `new`. One that moves or ends a decree names the revision that was seen. */
export const decreeChange = z.discriminatedUnion("act", [
  z.object({ act: z.literal("plan"), decreed }),
  z.object({
    act: z.literal("move"),
    id: decreeId,
    revision: z.int(),
    decreed,
    before: z.string(),
  }),
  z.object({ act: z.literal("withdraw"), id: decreeId, revision: z.int(), decreed }),
]);
export type DecreeChange = Readonly<z.infer<typeof decreeChange>>;

export interface AskDecree extends AskApproval {
  readonly roles: Pick<RoleGrants, "find">;
  readonly decrees: Pick<Decrees, "of" | "find">;
}

interface Request {
  /** In the officer's scope, and not the officer's own record. */
  readonly person: Employee;
  readonly reason: string;
  readonly requestId: string;
  readonly by: Officer;
}

/** What is typed. */
interface Paper {
  readonly kind: DecreeKind;
  readonly skNumber: string;
  readonly skDate: string;
  readonly tmt: string;
  readonly until?: string | undefined;
  readonly to: Decreed["to"];
}

/** How far ahead a decree may be planned, years: a TMT in the next century is a slip of the finger. */
const yearsAhead = 5;

/**
 * An officer asks that a decree act on its TMT.
 * @param request.revision of the record, as the officer saw it
 * @throws InvalidInput on what was typed (also `unit-not-yours`, `nothing-changed`) and `reason`; Conflict `record-changed`,
 * `change-needs-operators`; as askApproval
 */
export async function askDecree(
  dependencies: AskDecree,
  { revision, paper, ...request }: Request & { readonly revision: number; readonly paper: Paper },
): Promise<Approval> {
  const { person } = request;
  if (person.revision !== revision) throw new Conflict("record-changed");
  const kept = keptPaper(paper, person, dependencies.clock.now());
  const wanted = await checked(dependencies, request, kept);
  return await ask(dependencies, request, { act: "plan", decreed: wanted });
}

/**
 * An officer asks that a decree that has not acted act on another day.
 * @throws InvalidInput on `tmt`; NotFound; Conflict `decree-over`, `decree-stands` when the record says already what it decides; as askDecree
 */
export async function askToMove(
  dependencies: AskDecree,
  { id, tmt, ...request }: Request & { readonly id: DecreeId; readonly tmt: string },
): Promise<Approval> {
  const seen = await openDecree(dependencies.decrees, request.person, id);
  if (tmt === seen.tmt) throw new InvalidInput({ field: "tmt", code: "nothing-changed" });
  const kept = keptPaper({ ...seen, tmt }, request.person, dependencies.clock.now());
  const wanted = await checked(dependencies, request, kept, seen);
  const { revision, tmt: before } = seen;
  return await ask(dependencies, request, { act: "move", id, revision, before, decreed: wanted });
}

/** An officer asks that a decree that has not acted never do. @throws NotFound; Conflict `decree-over`; as askApproval */
export async function askToWithdraw(
  dependencies: AskDecree,
  { id, ...request }: Request & { readonly id: DecreeId },
): Promise<Approval> {
  const seen = await openDecree(dependencies.decrees, request.person, id);
  const { revision } = seen;
  return await ask(dependencies, request, {
    ...{ act: "withdraw", id, revision },
    decreed: decreed.parse(seen),
  });
}

async function openDecree(
  decrees: Pick<Decrees, "find">,
  person: Employee,
  id: DecreeId,
): Promise<Decree> {
  const seen = await decrees.find(person.id, id);
  if (seen?.instansiId !== person.instansiId) throw new NotFound("No such decree.");
  if (!isOpen(seen)) throw new Conflict("decree-over");
  return seen;
}

/** @throws InvalidInput */
function keptPaper({ skNumber: typed, ...paper }: Paper, person: Employee, now: Date): Paper {
  const skNumber = visibleLine(typed);
  const today = dayOf(person, now);
  const { kind, skDate, tmt, until, to } = paper;
  const last = yearsAfter(today, yearsAhead);
  const problems = [
    ...numberProblems(skNumber),
    ...dayProblems("skDate", skDate, today),
    ...earlyProblems("skDate", skDate, yearsAfter(person.tmt, -1)),
    ...dayProblems("tmt", tmt, last),
    ...earlyProblems("tmt", tmt, person.tmt),
    ...untilProblems(until, { tmt, isLeave: isLeave(valuesOf(kind, to).kedudukanHukum) }),
  ];
  if (problems.length > 0) throw new InvalidInput(...problems);
  return { ...{ kind, skDate, tmt, to, skNumber }, ...(until && { until }) };
}

function numberProblems(skNumber: string): FieldProblem[] {
  const field = "skNumber";
  if (skNumber === "") return [{ field, code: "required" }];
  if (hasHidden(skNumber)) return [{ field, code: "characters-hidden" }];
  const max = longestSkNumber;
  return skNumber.length > max ? [{ field, code: "too-long", params: { max } }] : [];
}

function dayProblems(field: string, day: string, last: string): FieldProblem[] {
  if (day === "") return [{ field, code: "required" }];
  if (!isDay(day)) return [{ field, code: "day-malformed" }];
  const max = turnedDay(last);
  return day > last ? [{ field, code: "day-too-far", params: { max } }] : [];
}

/** "2031-04-01" of "2026-04-01" and 5; of a 29 February perhaps a day that is none, which sorts as it should. */
function yearsAfter(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}

/**
 * Nothing is decreed of an employment before it began, and its first paper is signed some months earlier: a year of two digits is a slip of
 * the finger.
 */
function earlyProblems(field: string, day: string, first: string): FieldProblem[] {
  const min = turnedDay(first);
  return isDay(day) && day < first ? [{ field, code: "day-too-early", params: { min } }] : [];
}

/** A leave says its last day, and nothing else has one. */
function untilProblems(
  until: string | undefined,
  { tmt, isLeave: isNeeded }: { readonly tmt: string; readonly isLeave: boolean },
): FieldProblem[] {
  const field = "until";
  if (!isNeeded) return [];
  if (!until) return [{ field, code: "required" }];
  if (!isDay(until)) return [{ field, code: "day-malformed" }];
  if (until < tmt) return [{ field, code: "not-after-tmt" }];
  return dayProblems(field, until, yearsAfter(tmt, yearsAhead));
}

/** The decree with what the record will say before it. @throws as askDecree */
async function checked(
  { decrees, roles, clock }: AskDecree,
  { person, by }: Request,
  { kind, to: typed, ...paper }: Paper,
  moved?: Decree,
): Promise<Decreed> {
  const now = clock.now();
  const others = (await decrees.of(person.id)).filter(({ id }) => id !== moved?.id);
  const isNow = isDue(person, paper.tmt, now);
  const before = isNow ? person : expectedOn(person, others, paper.tmt);
  const problems = problemsOfDecreed(before, { kind, to: typed });
  if (problems.length > 0) throw new InvalidInput(...problems);
  const to = valuesOf(kind, typed);
  const told = {
    at: now,
    actor: { role: "officer", id: by.employeeId },
    action: "changed",
  } as const;
  const next = revise(before, to, told);
  // Of one that is moved nothing but its day was typed.
  if (!next && moved) throw new Conflict("decree-stands");
  if (!next) throw new InvalidInput({ field: fieldsOfDecree[kind][0], code: "nothing-changed" });
  if (!reaches(by, next.after))
    throw new InvalidInput({ field: "unitKerja", code: "unit-not-yours" });
  await refuseRoleHolder({ roles, clock }, next);
  const { until, ...dated } = paper;
  const isUntil = until && isLeave(to.kedudukanHukum);
  return { ...dated, kind, to, from: valuesOf(kind, before), ...(isUntil && { until }) };
}

async function ask(
  dependencies: AskDecree,
  { person, by, reason, requestId }: Request,
  change: DecreeChange,
): Promise<Approval> {
  const { id, instansiId, unitKerja, revision } = person;
  const { from, to, kind, skNumber, tmt } = change.decreed;
  const fields = Object.entries(valuesOf(kind, to)).map(([field, value]) => {
    const before = new Map<string, string | undefined>(Object.entries(from)).get(field);
    return { field, ...(before && { from: before }), to: value };
  });
  const dates = change.act === "move" ? { from: change.before, to: tmt } : { to: tmt };
  return await askApproval(dependencies, {
    kind: "decree",
    subject: { id, instansiId, unitKerja, revision },
    ...{ old: null, new: z.json().parse(change), reason, requestId },
    asker: { id: by.employeeId, role: "petugas" },
    decider: "penyetuju",
    changes: [
      { field: "skNumber", to: skNumber },
      { field: "decreeTmt", ...dates },
      ...(change.act === "plan" ? fields : []),
    ],
  });
}
