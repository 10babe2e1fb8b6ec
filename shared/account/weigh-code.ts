/**
 * What our own sealed copy of an authenticator's key says of a code (decision 0033). It signs nobody in: Cognito decides that.
 */
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { errorFields, logger } from "#shared/runtime/logger.ts";
import type { Seals } from "#shared/runtime/seals.ts";
import type { AccountRecord, AccountRecords } from "./account-record.ts";
import { matchingStep } from "./totp.ts";

export interface OwnCheck {
  readonly accountRecords: Pick<AccountRecords, "find" | "useStep">;
  readonly authenticatorKey: Pick<Seals, "open">;
  readonly clock: Clock;
}

/** A code of now may be a step older or newer, because clocks differ and typing takes time (RFC 6238, 5.2 and 6). */
const reachOfNow = 1;

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
