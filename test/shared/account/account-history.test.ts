import { expect, test } from "vitest";
import { type AccountEvent, accountSubject } from "#shared/account/account-event.ts";
import { AccountHistory } from "#shared/account/account-history.ts";
import { accountActions, toldActions } from "#shared/audit/account-actions.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";

const at = new Date("2026-11-26T03:00:00.000Z");

function anEvent(change: Partial<AccountEvent> = {}): AccountEvent {
  const actor = { role: "holder", id: "emp_siti" } as const;
  return { employeeId: "emp_siti", action: "signed-in", actor, at, ...change };
}

test("events of one account are told newest first, also those of one millisecond, and no other account's", async () => {
  const history = new AccountHistory(new HistoryInMemory());
  const told = ["signed-in", "password-changed", "signed-out"] as const;
  for (const action of told) await history.note(anEvent({ action }));
  await history.note(anEvent({ employeeId: "emp_budi", action: "account-frozen" }));

  const { items } = await history.page({ employeeId: "emp_siti", limit: 9 });
  expect(items.map(({ action }) => action)).toEqual([...told].reverse());
  expect(new Set(items.map((entry) => entry.at))).toEqual(new Set([at.toISOString()]));
});

test("events of one account that come at once are all kept", async () => {
  const history = new AccountHistory(new HistoryInMemory());
  await Promise.all(Array.from({ length: 15 }, () => history.note(anEvent())));

  expect((await history.page({ employeeId: "emp_siti", limit: 50 })).items).toHaveLength(15);
});

test("a place that is always taken ends in an error, and not in silence", async () => {
  const trail = new HistoryInMemory();
  const history = new AccountHistory({
    add: async () => false,
    history: (query) => trail.history(query),
  });

  await expect(history.note(anEvent())).rejects.toThrow("took no entry after 20 tries");
});

test("only what gives or takes a way in is marked to be told", async () => {
  const trail = new HistoryInMemory();
  const history = new AccountHistory(trail);
  for (const [i, action] of accountActions.entries())
    await history.note(anEvent({ action, at: new Date(at.getTime() + i) }));

  const { items } = await trail.history({ subjectId: accountSubject("emp_siti"), limit: 99 });
  const marked = items.filter(({ holderTold }) => holderTold).map(({ action }) => action);
  expect(marked.sort()).toEqual([...toldActions].sort());
  expect(marked).not.toContain("signed-in");
});
