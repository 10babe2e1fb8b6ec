/** What somebody who is signed in does with the own authenticator: new recovery codes, or another phone. */
import type { AccountHistory } from "#shared/account/account-history.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import type { Accounts } from "#shared/account/accounts.ts";
import { newRecoveryCodes } from "#shared/account/recovery-code.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { HttpRequest } from "#shared/http/http-request.ts";
import { originOf } from "#shared/http/request-origin.ts";
import type { AuthenticatorAnswer } from "./account-answers.ts";
import { type ConfirmIdentity, confirmIdentity, type IdentityProof } from "./confirm-identity.ts";
import { startEnrolmentAnew } from "./recover-login.ts";
import type { Sessions } from "./sessions.ts";

export interface RenewAuthenticator extends ConfirmIdentity {
  readonly accounts: Pick<Accounts, "resetMfa">;
  readonly accountRecords: ConfirmIdentity["accountRecords"] &
    Pick<AccountRecords, "summary" | "replaceRecoveryCodes" | "dropAuthenticator" | "confirmReady">;
  readonly accountHistory: Pick<AccountHistory, "note">;
  readonly sessions: ConfirmIdentity["sessions"] & Pick<Sessions, "endAll">;
}

interface Asked {
  readonly employee: Employee;
  readonly proof: IdentityProof;
}

export async function tellAuthenticator(
  { accountRecords }: Pick<RenewAuthenticator, "accountRecords">,
  id: EmployeeId,
): Promise<AuthenticatorAnswer> {
  const {
    registeredAt,
    deviceName,
    recoveryCodesLeft = 0,
    mfaReset,
  } = {
    ...(await accountRecords.summary(id)),
  };
  return {
    ...(registeredAt && { registeredAt }),
    ...(deviceName && { deviceName }),
    recoveryCodesLeft,
    ...(mfaReset && {
      mfaReset: { ...(mfaReset.effectiveFrom && { effectiveFrom: mfaReset.effectiveFrom }) },
    }),
  };
}

/**
 * Ten new codes; all earlier ones end.
 * @returns the codes, which nobody can read again @throws as confirmIdentity
 */
export async function makeRecoveryCodes(
  dependencies: RenewAuthenticator,
  request: HttpRequest,
  asked: Asked,
): Promise<readonly string[]> {
  const { accountRecords, clock } = dependencies;
  await confirmIdentity(dependencies, request, asked);
  const { codes, stored } = await newRecoveryCodes();
  // For an account from before there was a table.
  await accountRecords.confirmReady(asked.employee, clock.now());
  await note(dependencies, request, asked.employee, "recovery-codes-made");
  await accountRecords.replaceRecoveryCodes(asked.employee.id, stored);
  return codes;
}

/**
 * Takes the authenticator away, as a recovery code does (`recoverLogin`).
 * @returns the secret of the cookie that lets this browser register another one @throws as confirmIdentity
 */
export async function replaceAuthenticator(
  dependencies: RenewAuthenticator,
  request: HttpRequest,
  asked: Asked,
): Promise<string> {
  await confirmIdentity(dependencies, request, asked);
  await note(dependencies, request, asked.employee, "authenticator-replaced");
  return await startEnrolmentAnew(dependencies, asked.employee);
}

type Outcome = "recovery-codes-made" | "authenticator-replaced";

async function note(
  { accountHistory, clock }: Pick<RenewAuthenticator, "accountHistory" | "clock">,
  request: HttpRequest,
  { id }: Employee,
  action: Outcome,
): Promise<void> {
  const actor = { role: "holder", id } as const;
  const origin = originOf(request);
  await accountHistory.note({ employeeId: id, action, actor, at: clock.now(), origin });
  request.note({ outcome: action });
}
