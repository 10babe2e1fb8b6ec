import type { Employee } from "#shared/employee/employee.ts";
import { freezesOf } from "#shared/session/account-freezes.ts";
import { accountIdOf } from "#shared/session/account-state.ts";
import type { FakeClock } from "./fake-clock.ts";
import { SessionsInMemory } from "./sessions-in-memory.ts";

/** Accounts that are frozen and opened again, and what requests ask of them. */
export function freezesInMemory(clock: FakeClock) {
  const sessions = new SessionsInMemory();
  return {
    freezes: freezesOf({ sessions, clock }),
    freeze: async ({ nip }: Pick<Employee, "nip">) => {
      const by = { role: "officer", id: "emp_oka" } as const;
      await sessions.freeze(accountIdOf(nip), { at: clock.now().toISOString(), by });
    },
    thaw: async ({ nip }: Pick<Employee, "nip">) => {
      const { frozen } = await sessions.findAccount(accountIdOf(nip));
      if (frozen) await sessions.unfreeze(accountIdOf(nip), frozen, clock.now());
    },
  };
}
