/** A decree (surat keputusan) that two people decided, and the day on which it acts by itself (decision 0048). Pure. */
import * as z from "zod";
import { type ApprovalId, approvalId } from "#shared/access/approval.ts";
import { personId } from "#shared/access/role.ts";
import { dayOf, type Employee, employeeId } from "#shared/employee/employee.ts";
import { problemsOf } from "#shared/employee/employee-rules.ts";
import { kedudukanHukumProblem } from "#shared/employee/kedudukan-hukum.ts";
import { type Revision, revise } from "#shared/employee/revision.ts";
import type { FieldProblem } from "#shared/runtime/errors.ts";
import { digestId, type Id, idRest } from "#shared/runtime/ids.ts";
import { keyed, keyedWhere } from "#shared/runtime/keyed.ts";
import { midnightIn, usualZone } from "#shared/runtime/zone.ts";
import {
  type DecreeField,
  type DecreeKind,
  decreeFields,
  decreeKinds,
  fieldsOfDecree,
} from "./decree-fields.ts";

export type DecreeId = Id<"dec">;
/** As it comes from outside. */
export const decreeId: z.ZodType<DecreeId, string> = z.templateLiteral(["dec_", idRest]);

/** What is decided: which fields get which values, by which paper, and from when on. */
export const decreed = z.object({
  kind: z.enum(decreeKinds),
  skNumber: z.string(),
  /** Days, "2027-04-01". */
  skDate: z.string(),
  tmt: z.string(),
  /** The last day of a leave. Nothing happens on it: officers are reminded. */
  until: z.string().optional(),
  /** What the fields say before, where the record has them. */
  from: z.object(keyed(decreeFields, () => z.string().optional())),
  to: z.object(keyed(decreeFields, () => z.string().optional())),
});
export type Decreed = Readonly<z.infer<typeof decreed>>;

const decreeStates = ["waiting", "acted", "withdrawn", "stuck"] as const;
/**
 * Why one could not act: the record says something else, a rule refuses it, or the person has a role by now. Of one that was withdrawn: the
 * person went to another agency, or the record was joined into another one.
 */
const obstacles = ["record-changed", "refused", "role", "transferred", "joined"] as const;
export type Obstacle = (typeof obstacles)[number];

/** Two people's word. */
const word = { askedBy: personId, approvedBy: personId, reason: z.string() };

export const decree = decreed.extend({
  id: decreeId,
  employeeId,
  instansiId: z.string(),
  ...word,
  /** ISO instants: of the second person's word, and of 00:00 of the TMT in the agency's zone. */
  decidedAt: z.string(),
  actsAt: z.string(),
  /** Of the newest state but waiting. */
  endedAt: z.string().optional(),
  state: z.enum(decreeStates),
  obstacle: z.enum(obstacles).optional(),
  /** Who had it moved last, why, and from which TMT; absent of one that was moved before this was kept. */
  move: z.object({ ...word, before: z.string() }).optional(),
  /** Who had it withdrawn, and why; absent of one that ended by itself, or was withdrawn before this was kept. */
  withdrawal: z.object(word).optional(),
  /** Counts its changes, from 1. */
  revision: z.int(),
});
export type Decree = Readonly<z.infer<typeof decree>>;

/** One for each approval. */
export function decreeOf(id: ApprovalId): DecreeId {
  return digestId("dec", [approvalId.parse(id)]);
}

/** When a decree acts: at 00:00 in the zone of the person's agency. ISO instant */
export function actsAt(person: Pick<Employee, "zone">, tmt: string): string {
  return midnightIn(person.zone ?? usualZone, tmt).toISOString();
}

/** Whether its day has come for this person. */
export function isDue(person: Pick<Employee, "zone">, tmt: string, now: Date): boolean {
  return tmt <= dayOf(person, now);
}

/** Whether it can still be moved or withdrawn. */
export function isOpen({ state }: Pick<Decree, "state">): boolean {
  return state === "waiting" || state === "stuck";
}

/** In the order in which they act: by day, on one day as they were decided. */
export function inOrder(a: Decree, b: Decree): number {
  return orderOf(a) < orderOf(b) ? -1 : 1;
}

export function orderOf({
  actsAt: at,
  decidedAt,
  id,
}: Pick<Decree, "actsAt" | "decidedAt" | "id">) {
  return `${at}#${decidedAt}#${id}`;
}

/** The record as it will be on a day, once all that waits before and on it has acted. */
export function expectedOn(person: Employee, decrees: readonly Decree[], day: string): Employee {
  let expected = person;
  const earlier = decrees.filter(({ state, tmt }) => state === "waiting" && tmt <= day);
  for (const { kind, to } of earlier.toSorted(inOrder))
    expected = { ...expected, ...valuesOf(kind, to) };
  return expected;
}

/** The fields of a kind, with values. */
export function valuesOf(
  kind: DecreeKind,
  values: Readonly<Partial<Record<DecreeField, string | undefined>>>,
): Partial<Record<DecreeField, string>> {
  return keyedWhere(fieldsOfDecree[kind], (field) => values[field] || undefined);
}

/** Whether all that it changes is still as it was when it was decided. */
export function isAsDecided(person: Employee, { kind, from }: Decreed): boolean {
  return fieldsOfDecree[kind].every((field) => (person[field] ?? "") === (from[field] ?? ""));
}

/** What is wrong with its new values, by the rules of every record. */
export function problemsOfDecreed(
  person: Employee,
  { kind, to }: Pick<Decreed, "kind" | "to">,
): readonly FieldProblem[] {
  const values = valuesOf(kind, to);
  const { kedudukanHukum, ...fields } = values;
  const missing = fieldsOfDecree[kind]
    .filter((field) => values[field] === undefined)
    .map((field): FieldProblem => ({ field, code: "required" }));
  const code = kedudukanHukum && kedudukanHukumProblem(kedudukanHukum, person.kind);
  return [
    ...missing,
    ...problemsOf(fields, person),
    ...(code ? [{ field: "kedudukanHukum", code }] : []),
  ];
}

type Authors = Pick<Decree, "askedBy" | "approvedBy" | "reason" | "skNumber" | "tmt">;

/** The record's next revision, whose authors are the two who decided; undefined when nothing would change. */
export function decreedRevision(
  person: Employee,
  { kind, to, askedBy, approvedBy, reason, skNumber, tmt }: Pick<Decreed, "kind" | "to"> & Authors,
  at: Date,
): Revision | undefined {
  const actor = { role: "officer", id: askedBy } as const;
  const action = kind === "position" ? "status-changed" : "changed";
  const next = revise(person, valuesOf(kind, to), { at, actor, approvedBy, reason, action });
  if (!next) return undefined;
  const paper = [
    { field: "skNumber", to: skNumber },
    { field: "decreeTmt", to: tmt },
  ];
  return { ...next, entry: { ...next.entry, changes: [...next.entry.changes, ...paper] } };
}
