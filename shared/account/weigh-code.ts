/**
 * What our own sealed copy of an authenticator's key says of a code (decision 0033). It signs nobody in: Cognito decides that.
 */
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { errorFields, logger } from "#shared/runtime/logger.ts";
import type { Seals } from "#shared/runtime/seals.ts";
import type { AccountRecord, AccountRecords } from "./account-record.ts";
import { matchingStep, stepAt } from "./totp.ts";

export interface OwnCheck {
  readonly accountRecords: Pick<AccountRecords, "find" | "useStep" | "noteHint">;
  readonly authenticatorKey: Pick<Seals, "open">;
  readonly clock: Clock;
}

/** A code of now may be a step older or newer, because clocks differ and typing takes time (RFC 6238, 5.2 and 6). */
const reachOfNow = 1;
/** Ten minutes each way. */
const reachOfDiagnosis = 20;
/** An account gets so many answers about its clock in an hour; each names a code that then never counts. */
const hintsPerHour = 3;
const hourMs = 3_600_000;

/** What a code is before Cognito is asked. */
export type Weight =
  /** Nothing is known: there is no key of ours, or it is a code of no time near. */
  | { readonly is: "unknown" }
  /** A code of now. */
  | { readonly is: "current"; readonly step: number }
  /** A code of now that was used, or that an answer about the clock has named. */
  | { readonly is: "spent" };

/**
 * Weighs a code of a login.
 * @throws InvalidInput on "code", `clock-behind` or `clock-ahead` with minutes, when it is a code of another time
 */
export async function weighCode(
  dependencies: OwnCheck,
  employeeId: EmployeeId,
  code: string,
): Promise<Weight> {
  const now = dependencies.clock.now();
  const known = await keyOf(dependencies, employeeId);
  if (!known) return { is: "unknown" };
  const { key, account } = known;
  const step = matchingStep(key, code, now, reachOfDiagnosis);
  if (step === undefined) return { is: "unknown" };
  if (Math.abs(step - stepAt(now)) <= reachOfNow)
    return isSpent(account, step) ? { is: "spent" } : { is: "current", step };
  if (await mayHint(dependencies, account, step, now)) throw clockProblem(step, now);
  return { is: "unknown" };
}

/**
 * Checks a code with our own key alone, once, for somebody who is signed in.
 * @returns "no-key" when the authenticator was registered before keys were kept
 */
export async function checkOwnCode(
  dependencies: OwnCheck,
  employeeId: EmployeeId,
  code: string,
): Promise<"accepted" | "refused" | "no-key"> {
  const known = await keyOf(dependencies, employeeId);
  if (!known) return "no-key";
  const step = matchingStep(known.key, code, dependencies.clock.now(), reachOfNow);
  if (step === undefined || isSpent(known.account, step)) return "refused";
  return (await dependencies.accountRecords.useStep(employeeId, step)) ? "accepted" : "refused";
}

/**
 * Refuses a code of a key that its holder is looking at, when the phone's clock is why it is wrong.
 * @throws InvalidInput as weighCode; it reveals nothing, because the page shows the key
 */
export function refuseOtherTime(key: string, code: string, now: Date): void {
  const step = matchingStep(key, code, now, reachOfDiagnosis);
  if (step !== undefined && Math.abs(step - stepAt(now)) > reachOfNow)
    throw clockProblem(step, now);
}

/** A login does not depend on our copy: who cannot be diagnosed is not locked out. */
async function keyOf(
  { accountRecords, authenticatorKey }: OwnCheck,
  employeeId: EmployeeId,
): Promise<{ key: string; account: AccountRecord } | undefined> {
  try {
    const account = await accountRecords.find(employeeId);
    if (!account?.authenticatorKey) return undefined;
    return { account, key: await authenticatorKey.open(employeeId, account.authenticatorKey) };
  } catch (error) {
    logger.error("authenticator.unreadable", { employeeId, ...errorFields(error) });
    return undefined;
  }
}

function isSpent({ usedStep = -1, clockHints }: AccountRecord, step: number): boolean {
  return step <= usedStep || (clockHints?.recent.some((hint) => hint.step === step) ?? false);
}

/**
 * Notes the answer before it is given. Without that it would make guessing easier: it says of a code that it will be right.
 * @returns false when the account had enough of them, or when another request is answered at this moment
 */
async function mayHint(
  { accountRecords }: OwnCheck,
  { employeeId, clockHints = { made: 0, recent: [] } }: AccountRecord,
  step: number,
  now: Date,
): Promise<boolean> {
  const recent = clockHints.recent.filter(({ at }) => now.getTime() - Date.parse(at) < hourMs);
  if (recent.length >= hintsPerHour) return false;
  return await accountRecords.noteHint(employeeId, {
    made: clockHints.made + 1,
    recent: [...recent, { step, at: now.toISOString() }],
  });
}

function clockProblem(step: number, now: Date): InvalidInput {
  const steps = step - stepAt(now);
  const minutes = Math.max(1, Math.round(Math.abs(steps) / 2));
  const code = steps < 0 ? "clock-behind" : "clock-ahead";
  return new InvalidInput({ field: "code", code, params: { minutes } });
}
