import type { Officer } from "#shared/access/scope.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import type { AttendanceRuleBook } from "#shared/attendance/attendance-rules.ts";
import { ownMachine } from "#shared/attendance/change-rules.ts";
import type { Machine } from "#shared/attendance/machine.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { GateKey } from "#shared/presence/gate.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { type AskKeys, livingKeys } from "./living-keys.ts";
import type { PresenceKeys } from "./presence-keys.ts";

export interface ListGateKeys extends AskKeys {
  readonly attendanceRules: Pick<AttendanceRuleBook, "find">;
  readonly presenceKeys: Pick<PresenceKeys, "list">;
}

/** A gate of the own agency. @throws NotFound for who reaches only units of it, and of what is no gate */
export async function ownGate(
  { attendanceRules }: Pick<ListGateKeys, "attendanceRules">,
  by: Officer,
  gate: string,
) {
  const own = await ownMachine(
    { attendanceRules },
    { instansiId: wholeAgencyOf(by), machine: gate },
  );
  if (own.machine.kind !== "gate") throw new NotFound("That machine is no gate.");
  return own;
}

/** A page of the keys that a gate may know: no names, no numbers. @throws as `ownGate` */
export async function listGateKeys(
  api: ListGateKeys,
  by: Officer,
  { gate, after }: { readonly gate: string; readonly after: EmployeeId | undefined },
): Promise<{
  readonly gate: Machine;
  readonly items: readonly (GateKey & { readonly person: EmployeeId })[];
  readonly next: EmployeeId | undefined;
}> {
  const { machine } = await ownGate(api, by, gate);
  const { items, next } = await api.presenceKeys.list(by.instansiId, after);
  const living = await livingKeys(api, items);
  return {
    ...{ gate: machine, next },
    items: [...living.values()].map(({ key: { person, x, y, endsAt } }) => ({
      ...{ person, x, y, endsAt },
    })),
  };
}
