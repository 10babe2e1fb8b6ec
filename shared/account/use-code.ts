import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { Unauthenticated } from "#shared/runtime/errors.ts";
import { revokeSignIn } from "./revoke-sign-in.ts";
import type { SignedIn, Users } from "./users.ts";
import { type OwnCheck, weighCode } from "./weigh-code.ts";

export interface UseCode extends OwnCheck {
  readonly users: Pick<Users, "checkCode" | "revoke">;
}

/**
 * Completes a sign-in at Cognito with a code of the authenticator, which from then on is used up for our own check too, as one that
 * our check took is refused here (decision 0033).
 * @param code.employeeId absent when nobody has the number @returns the sign-in, and whether our own key knew the code
 * @throws Unauthenticated `code-refused` and what `checkCode` throws; InvalidInput `clock-behind`, `clock-ahead`
 */
export async function useCode(
  dependencies: UseCode,
  {
    nip,
    employeeId,
    cognitoSession,
    code,
  }: {
    readonly nip: Nip;
    readonly employeeId: EmployeeId | undefined;
    readonly cognitoSession: string;
    readonly code: string;
  },
): Promise<{ readonly signedIn: SignedIn; readonly isKnown: boolean }> {
  const { users, accountRecords } = dependencies;
  const weight = employeeId && (await weighCode(dependencies, employeeId, code));
  if (weight?.is === "spent") throw new Unauthenticated("code-refused");
  const signedIn = await users.checkCode(nip, cognitoSession, code);
  if (weight?.is !== "current") return { signedIn, isKnown: false };
  if (await accountRecords.useStep(signedIn.employeeId, weight.step))
    return { signedIn, isKnown: true };
  // Our own check took it at this moment: of the two it was the first.
  await revokeSignIn(users, signedIn);
  throw new Unauthenticated("code-refused");
}
