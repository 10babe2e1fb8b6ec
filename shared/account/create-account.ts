import type { NewAccounts } from "#shared/employee/register-employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { AccountRecords } from "./account-record.ts";

/** The account of a new record: what we know of it, then its entry in Cognito. A second call finishes an interrupted one. */
export function newAccounts({
  directory,
  accountRecords,
  clock,
}: {
  readonly directory: NewAccounts;
  readonly accountRecords: Pick<AccountRecords, "add">;
  readonly clock: Clock;
}): NewAccounts {
  return {
    createAccount: async (account) => {
      await accountRecords.add(
        { id: account.employeeId, instansiId: account.instansiId },
        clock.now(),
      );
      await directory.createAccount(account);
    },
  };
}
