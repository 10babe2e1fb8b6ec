import type { Freezes } from "#shared/request/freezes.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { accountIdOf } from "./account-state.ts";
import type { Sessions } from "./sessions.ts";

/** Freezes by the state of each account. */
export function freezesOf({
  sessions,
  clock,
}: {
  readonly sessions: Pick<Sessions, "findAccount" | "unfrozen">;
  readonly clock: Clock;
}): Freezes {
  const stateOf = async ({ nip }: Parameters<Freezes["isFrozen"]>[0]) =>
    await sessions.findAccount(accountIdOf(nip));
  return {
    isFrozen: async (person) => (await stateOf(person)).frozen !== undefined,
    insideSince: async (person) => {
      const { frozen, unfrozenAt } = await stateOf(person);
      return frozen ? clock.now().toISOString() : unfrozenAt;
    },
    unfrozen: ({ nip }) => sessions.unfrozen(accountIdOf(nip)),
  };
}
