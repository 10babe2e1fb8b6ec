import * as z from "zod";
import { type Employee, nipSchema } from "#shared/employee/employee.ts";
import type { EmployeeTable } from "#shared/employee/employee-table.ts";
import type { Nip } from "#shared/employee/nip.ts";
import type { HttpRequest } from "#shared/http/http-request.ts";
import type { Access } from "#shared/http/route.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Unauthenticated } from "#shared/runtime/errors.ts";
import { accountIdOf, isVoid } from "./account-state.ts";
import { cookieName, readCookie } from "./cookies.ts";
import { newSecret, secretId } from "./secret.ts";
import type { SessionTable } from "./session-table.ts";
import { stepLifeMinutes } from "./step-life.ts";
import type { StepTable } from "./step-table.ts";

/** Where someone is who has not signed in yet: between the pages of login, enrolment or reset. */
const stepBase = z.object({
  /** SHA-256 of the step's cookie. */
  id: z.string(),
  /** As typed; whether anybody has this number is not known here. */
  nip: nipSchema,
  /** ISO instants. */
  startedAt: z.string(),
  endsAt: z.string(),
  /** Codes tried so far. */
  attempts: z.int(),
});
type StepBase = Readonly<z.infer<typeof stepBase>>;

/** The password was right; the authenticator's code is awaited. */
const codeStep = stepBase.extend({ kind: z.literal("code"), cognitoSession: z.string() });

/** The password was right; an authenticator has yet to be registered. */
const enrolmentStep = stepBase.extend({
  kind: z.literal("enrolment"),
  cognitoSession: z.string(),
  /** The authenticator's key once it was shown, so that showing the page again shows the same. */
  sealedKey: z.string().optional(),
});

/** A captcha was solved for this number. checked → asked (e-mail given) → settled (looked up, or being so). */
const resetStep = stepBase.extend({
  kind: z.literal("reset"),
  state: z.enum(["checked", "asked", "settled"]),
  /** Only while `asked`. */
  email: z.string().optional(),
  /** Codes asked for so far. */
  asks: z.int().optional(),
  /** When the last was asked for, and a hash of the e-mail it was asked for. */
  askedAt: z.string().optional(),
  askedFor: z.string().optional(),
  /** Set once an e-mail was given that belongs to the number: a code may be tried. */
  matched: z.literal(true).optional(),
});

export const stepSchema = z.discriminatedUnion("kind", [codeStep, enrolmentStep, resetStep]);
export type CodeStep = Readonly<z.infer<typeof codeStep>>;
export type EnrolmentStep = Readonly<z.infer<typeof enrolmentStep>>;
export type ResetStep = Readonly<z.infer<typeof resetStep>>;
export type Step = CodeStep | EnrolmentStep | ResetStep;
export type StepOf<Kind extends Step["kind"]> = Extract<Step, { kind: Kind }>;

/** Codes one step may try; the next one ends it. */
export const maxAttempts = 5;

/** A code may be asked for so often in one step, each time for the same e-mail and this long after the last. */
export const maxAsks = 3;
export const askAgainSeconds = 60;

/** The latest instant of the last asking that allows another one now. */
export function askAgainFrom(now: Date): string {
  return new Date(now.getTime() - askAgainSeconds * 1000).toISOString();
}

/** What a new step begins with, and the secret for its cookie. */
export function newStep(
  kind: Step["kind"],
  nip: Nip,
  now: Date,
): { secret: string; base: StepBase } {
  const secret = newSecret();
  const startedAt = now.toISOString();
  const endsAt = new Date(now.getTime() + stepLifeMinutes[kind] * 60_000).toISOString();
  return { secret, base: { id: secretId(secret), nip, startedAt, endsAt, attempts: 0 } };
}

interface Collaborators {
  readonly steps: Pick<StepTable, "find">;
  readonly sessions: Pick<SessionTable, "findAccount">;
  readonly employees: Pick<EmployeeTable, "findByNip">;
  readonly clock: Clock;
}

/** Who is at this step on the way in. */
export function atStep<Kind extends Step["kind"]>(
  collaborators: Collaborators,
  kind: Kind,
): Access<StepOf<Kind>> {
  return {
    who: [kind],
    cookie: cookieName(cookieOf(kind)),
    admit: (request) => requireStep(collaborators, request, kind),
  };
}

/**
 * The step a request is at. One on the way in (the password was right) ends with the password: a reset voids it, and so
 * does a change of what the login rests on. A reset's own step is judged where its code is used, because "void" would
 * tell a stranger that somebody has the number.
 * @throws Unauthenticated `step-expired`, also when it is at another one
 */
async function requireStep<Kind extends Step["kind"]>(
  collaborators: Collaborators,
  request: HttpRequest,
  kind: Kind,
): Promise<StepOf<Kind>> {
  const secret = readCookie(cookieOf(kind), request);
  const step = secret ? await collaborators.steps.find(secretId(secret)) : undefined;
  if (!step || !isOfKind(step, kind) || isOverdue(step, collaborators.clock.now()))
    throw new Unauthenticated("step-expired");
  if (kind !== "reset" && (await askStep(collaborators, step)).isVoid)
    throw new Unauthenticated("step-expired");
  request.note({ nip: step.nip });
  return step;
}

/** Whether the account was reset, or its record changed, after this step began; and the record, which was read for it. */
export async function askStep(
  { sessions, employees }: Pick<Collaborators, "sessions" | "employees">,
  { nip, startedAt }: Pick<Step, "nip" | "startedAt">,
): Promise<{ isVoid: boolean; employee: Employee | undefined }> {
  const [account, employee] = await Promise.all([
    sessions.findAccount(accountIdOf(nip)),
    employees.findByNip(nip),
  ]);
  return { isVoid: isVoid(startedAt, account, employee), employee };
}

/**
 * Counts one try of a code before it is made.
 * @throws Unauthenticated `too-many-codes` when the step has none left, `step-expired` when it is gone
 */
export async function countAttempt(
  steps: Pick<StepTable, "countAttempt">,
  { id, attempts }: Pick<Step, "id" | "attempts">,
): Promise<void> {
  if (await steps.countAttempt(id)) return;
  throw new Unauthenticated(attempts >= maxAttempts ? "too-many-codes" : "step-expired");
}

export function isOverdue({ endsAt }: Step, now: Date): boolean {
  return now.getTime() >= Date.parse(endsAt);
}

function cookieOf(kind: Step["kind"]): "reset" | "login" {
  return kind === "reset" ? "reset" : "login";
}

function isOfKind<Kind extends Step["kind"]>(step: Step, kind: Kind): step is StepOf<Kind> {
  return step.kind === kind;
}
