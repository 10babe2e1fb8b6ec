import * as z from "zod";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { Conflict, Forbidden, NotFound } from "#shared/runtime/errors.ts";
import { type Id, idRest } from "#shared/runtime/ids.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { refuseOwnRecord } from "./own-record.ts";
import type { RoleHolder } from "./principal.ts";
import { grantedRoles, personId, reachOf } from "./role.ts";
import { reaches, type Unit } from "./scope.ts";

export type ApprovalId = Id<"apr">;

/** As it comes from outside. */
export const approvalId: z.ZodType<ApprovalId> = z.templateLiteral([
  "apr_",
  z.string().regex(/^[0-9a-z]{26}$/),
]);

/** What else than a person an approval may be about: an import, an export, a list of people, or an agency by its `instansiId`. */
const thingId = z.union([
  z.templateLiteral([z.enum(["imp", "exp", "blk"]), "_", idRest]),
  z.templateLiteral(["agency#", z.string().min(1)]),
]);
export const subjectId = z.union([personId, thingId]);
type SubjectId = z.infer<typeof subjectId>;

export function isPerson(id: SubjectId): id is Id<"emp"> {
  return personId.safeParse(id).success;
}

/**
 * What is changed by two people, by the role that decides it: operators decide those of everybody, penyetuju those of their own scope.
 * What a kind's `old` and `new` hold, and how it is carried out, stands beside its concept.
 */
const kindsDecidedBy = {
  operator: ["roles", "account-freeze"],
  penyetuju: [
    ...(["mfa-reset", "email-correction", "account-unfreeze", "nip-change"] as const),
    ...(["unit-change", "export", "import", "agency-change", "new-person"] as const),
    ...(["record-change", "decree"] as const),
    ...(["transfer-out", "transfer-in"] as const),
    ...(["record-join", "photo", "photo-revoke"] as const),
    ...(["bulk-change"] as const),
  ],
} as const;
/** Which role decides. */
type DecidingRole = keyof typeof kindsDecidedBy;
/** Without a role: of all. */
export type ApprovalKind<Role extends DecidingRole = DecidingRole> =
  (typeof kindsDecidedBy)[Role][number];
const approvalKinds = [...kindsDecidedBy.operator, ...kindsDecidedBy.penyetuju] as const;

/** How an approval ends by somebody's word; one that nobody decides expires by itself. */
const outcomes = ["approved", "refused", "withdrawn"] as const;
export const approvalStates = ["pending", ...outcomes, "expired"] as const;
export type ApprovalState = (typeof approvalStates)[number];

const outcome = z.object({
  state: z.enum(outcomes),
  by: personId,
  /** ISO instant. */
  at: z.string(),
  /** Why it was refused, in the decider's words. */
  reason: z.string().optional(),
});

/** A change that one person asks for and another one decides (four eyes). It takes effect when it is approved. */
export const approval = z.object({
  id: approvalId,
  kind: z.enum(approvalKinds),
  /** Whom or what it is about. */
  subject: z.object({
    id: subjectId,
    instansiId: z.string(),
    /** Where that person worked when it was asked for; empty of a thing, which only who reaches the whole agency decides. */
    unitKerja: z.string(),
    /** Of what is changed. When it has moved on, what was asked for is no longer what would happen. */
    revision: z.int(),
  }),
  /** The second person, of what is about two of one agency; who decides reaches both, and is neither. */
  other: z.object({ id: personId, unitKerja: z.string() }).optional(),
  /** What it changes, before and after, in the kind's own shape: what the decider sees is what is carried out. */
  old: z.json(),
  new: z.json(),
  reason: z.string(),
  /** Who asked, and in which role. */
  asker: z.object({ id: personId, role: z.enum(grantedRoles) }),
  /** ISO instant. */
  askedAt: z.string(),
  /** ISO instant: from then on nobody can decide it. */
  until: z.string(),
  decider: z.enum(["operator", "penyetuju"]),
  outcome: outcome.optional(),
});
export type Approval = Readonly<z.infer<typeof approval>>;
export type ApprovalOutcome = Readonly<z.infer<typeof outcome>>;

/** How long an approval can be decided, days. Somebody is on leave for a week; what is older was forgotten. */
export const approvalDays = 7;

/** An approval after its end, with the lines of history that tell of it. */
export interface ClosedApproval {
  readonly approval: Approval & { readonly outcome: ApprovalOutcome };
  readonly entries: readonly AuditEntry[];
  /** Of one that was approved: that asker and decider still have the roles they acted by, held until it is written. */
  readonly standing: readonly JoinedWrite[];
}

/** Who takes back what they asked for. */
export type Asker = Pick<RoleHolder, "employeeId" | "instansiId">;

/** Who decides, with all roles that stand now. */
export type Decider = Omit<RoleHolder, "units">;

export function stateOf({ outcome, until }: Approval, now: Date): ApprovalState {
  if (outcome) return outcome.state;
  return now.toISOString() < until ? "pending" : "expired";
}

/** Whom an approval of a kind about people is about. @throws when it is about a thing: then it is of another kind */
export function personOf({ subject }: Pick<Approval, "subject">): Id<"emp"> {
  if (isPerson(subject.id)) return subject.id;
  throw new Error("This approval is about no person.");
}

/** Whether it concerns who works in this agency: operators' are of all, of what a penyetuju decides nobody in another agency hears. */
export function isOfAgency(
  { subject, decider }: Pick<Approval, "subject" | "decider">,
  instansiId: string,
): boolean {
  return decider === "operator" || subject.instansiId === instansiId;
}

/**
 * Whether a person is still in the agency, and of what a penyetuju decides in the unit, where it was asked for: asker and decider were held to
 * their reach there. Operators reach everybody.
 */
export function isWhereAsked<Person extends Unit>(
  { subject, decider }: Pick<Approval, "subject" | "decider">,
  person: Person | undefined,
): person is Person {
  if (person?.instansiId !== subject.instansiId) return false;
  return decider === "operator" || person.unitKerja === subject.unitKerja;
}

/** Whom or what it is about: one, or two people. */
export function subjectsOf({ subject, other }: Pick<Approval, "subject" | "other">): SubjectId[] {
  return [subject.id, ...(other ? [other.id] : [])];
}

/** Whether it waits for people like this one: who has the role, in whose scope the subject is. */
export function isDecidedBy({ decider, subject, other }: Approval, by: Decider): boolean {
  if (!by.roles.some(({ role }) => role === decider)) return false;
  if (decider === "operator") return true;
  const scope = { instansiId: by.instansiId, units: reachOf(by.roles, [decider]) };
  return reaches(scope, subject) && (!other || reaches(scope, { ...subject, ...other }));
}

/**
 * Holds a decision to the rules of four eyes: never the asker, never the subject, only within the scope, only once and in time.
 * @throws NotFound for whom it does not wait; Forbidden `approval-own-request`, `own-record`; Conflict as `refuseClosed`
 */
export function refuseDecision(approval: Approval, by: Decider, now: Date): void {
  const isAsker = approval.asker.id === by.employeeId;
  if (!isAsker && !isDecidedBy(approval, by)) throw new NotFound("No such approval.");
  if (isAsker) throw new Forbidden("approval-own-request");
  for (const id of subjectsOf(approval)) refuseOwnRecord(id, by);
  refuseClosed(approval, by.employeeId, now);
}

/**
 * @throws NotFound for everybody but the asker, and of what a penyetuju decides for whom works in another agency by now; Conflict as
 * `refuseClosed`
 */
export function refuseWithdrawal(
  approval: Approval,
  { employeeId, instansiId }: Asker,
  now: Date,
): void {
  if (approval.asker.id !== employeeId || !isOfAgency(approval, instansiId))
    throw new NotFound("No such approval.");
  refuseClosed(approval, employeeId, now);
}

/**
 * @throws Conflict `approval-decided-by-you` when this person decided it before, `approval-decided` when another one did,
 * `approval-withdrawn`, `approval-expired`
 */
function refuseClosed(approval: Approval, by: Id<"emp">, now: Date): void {
  const state = stateOf(approval, now);
  if (state === "pending") return;
  if (state === "withdrawn") throw new Conflict("approval-withdrawn");
  if (state === "expired") throw new Conflict("approval-expired");
  throw new Conflict(approval.outcome?.by === by ? "approval-decided-by-you" : "approval-decided");
}

/** Where it waits: with all operators, or with those of one agency who approve. */
export function queueOf({
  decider,
  subject,
}: Pick<Approval, "decider"> & {
  readonly subject: Pick<Approval["subject"], "instansiId">;
}): string {
  return decider === "operator" ? decider : `${decider}#${subject.instansiId}`;
}
