import { expect, test } from "vitest";
import {
  afterFreeze,
  afterReset,
  afterUnfreeze,
  emptyState,
  endOfAccount,
  newEnrolmentPermit,
  withSession,
} from "#shared/session/account-state.ts";

const now = new Date("2026-11-26T02:00:00.000Z");
const later = (days: number, hours = 0) =>
  new Date(now.getTime() + (24 * days + hours) * 3_600_000);
const session = { id: "s1", startedAt: later(399).toISOString() };

test("an account is kept as long as its sessions live", () => {
  const { next } = withSession(emptyState("a"), { id: "s1", startedAt: now.toISOString() }, now);

  expect(endOfAccount(next, now)).toEqual(later(0, 13));
});

test("after a reset it is kept as long as a device that the reset forgot could be known", () => {
  const reset = afterReset(emptyState("a"), newEnrolmentPermit("b", now), now);

  expect(endOfAccount(reset, now)).toEqual(later(400));
  expect(endOfAccount(withSession(reset, session, later(30)).next, later(30))).toEqual(later(400));
  expect(endOfAccount(withSession(reset, session, later(400)).next, later(400))).toEqual(
    later(400, 13),
  );
});

test("after an unfreeze it is kept as long as the question of a request waits, and a link of a mail from before lives", () => {
  const by = { role: "holder", id: "emp_siti" } as const;
  const frozen = afterFreeze(emptyState("a"), { at: now.toISOString(), by });
  expect(endOfAccount(frozen, now)).toBeUndefined();
  const opened = afterUnfreeze(frozen, later(1000));

  expect(endOfAccount(opened, later(1000))).toEqual(later(1060));
  const reset = afterReset(opened, newEnrolmentPermit("b", later(1001)), later(1001));
  expect(reset.unfrozenAt).toBe(later(1000).toISOString());
});
