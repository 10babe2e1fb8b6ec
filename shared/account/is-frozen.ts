import type { Id } from "#shared/runtime/ids.ts";
import type { AccountRecords } from "./account-record.ts";

/** Whether somebody's account is frozen (decision 0034), by the copy that officers read. */
export async function isFrozen(
  { accountRecords }: { readonly accountRecords: Pick<AccountRecords, "summary"> },
  id: Id<"emp">,
): Promise<boolean> {
  return (await accountRecords.summary(id))?.frozen !== undefined;
}
