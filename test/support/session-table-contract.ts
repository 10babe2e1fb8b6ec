import { expect, test } from "vitest";
import { maxSessions } from "#shared/session/account-state.ts";
import type { Session } from "#shared/session/session.ts";
import type { Sessions } from "#shared/session/sessions.ts";

export function aSession(change: Partial<Session> = {}): Session {
  return {
    id: "a1",
    accountId: "siti",
    employeeId: "emp_siti",
    startedAt: "2026-11-21T03:00:00.000Z",
    lastSeenAt: "2026-11-21T03:00:00.000Z",
    origin: { browser: "chrome", system: "android", region: "Jakarta" },
    ...change,
  };
}

const now = new Date("2026-11-21T03:00:10.000Z");
const frozen = {
  at: now.toISOString(),
  by: { role: "officer", id: "emp_budi" },
  reason: "Ponsel dicuri",
} as const;
const permit = { id: "browser", endsAt: "2026-11-21T04:00:10.000Z" };

/** What every session table does, the fake and the real one. `make` gives an empty table each time. */
export function sessionTableContract(make: () => Promise<Sessions>): void {
  test("a session is found as it was added, and no other", async () => {
    const sessions = await make();
    await sessions.add(aSession(), now);

    expect(await sessions.find("a1")).toEqual(aSession());
    expect(await sessions.find("a2")).toBeUndefined();
  });

  test("a session is never overwritten", async () => {
    const sessions = await make();
    await sessions.add(aSession(), now);

    await expect(sessions.add(aSession({ employeeId: "emp_budi" }), now)).rejects.toThrow();
  });

  test("being seen is remembered", async () => {
    const sessions = await make();
    await sessions.add(aSession(), now);
    await sessions.touch("a1", new Date("2026-11-21T03:05:00.000Z"));

    expect(await sessions.find("a1")).toEqual(aSession({ lastSeenAt: "2026-11-21T03:05:00.000Z" }));
  });

  test("a session that ended is not brought back by being seen", async () => {
    const sessions = await make();
    await sessions.add(aSession(), now);
    await sessions.remove(aSession());
    await sessions.touch("a1", new Date("2026-11-21T03:05:00.000Z"));

    expect(await sessions.find("a1")).toBeUndefined();
  });

  test("a session that ended leaves its place in the account", async () => {
    const sessions = await make();
    await sessions.add(aSession(), now);
    await sessions.add(aSession({ id: "a2" }), now);
    await sessions.remove(aSession());
    await sessions.remove(aSession());

    expect((await sessions.findAccount("siti")).sessions).toEqual({
      a2: "2026-11-21T03:00:00.000Z",
    });
  });

  test("a reset ends all sessions of the account, and nobody else's", async () => {
    const sessions = await make();
    await sessions.add(aSession({ id: "a1" }), now);
    await sessions.add(aSession({ id: "a2" }), now);
    await sessions.add(aSession({ id: "b1", accountId: "budi", employeeId: "emp_budi" }), now);
    await sessions.endAll("siti", permit, now);

    expect(await sessions.find("a1")).toBeUndefined();
    expect(await sessions.find("a2")).toBeUndefined();
    expect(await sessions.find("b1")).toBeDefined();
    expect(await sessions.findAccount("siti")).toMatchObject({
      validFrom: now.toISOString(),
      sessions: {},
      activation: permit,
    });
  });

  test("a login that began before a reset, or at the same moment, becomes no session", async () => {
    const sessions = await make();
    await sessions.endAll("siti", permit, now);
    const late = new Date(now.getTime() + 1);

    expect(await sessions.add(aSession(), late)).toBe("void");
    expect(await sessions.add(aSession({ startedAt: now.toISOString() }), late)).toBe("void");
    expect(await sessions.find("a1")).toBeUndefined();
    expect(await sessions.add(aSession({ startedAt: late.toISOString() }), late)).toBe("added");
  });

  test("a freeze ends all sessions and permits of the account, and nobody else's", async () => {
    const sessions = await make();
    await sessions.endAll("siti", permit, new Date("2026-11-21T02:59:00.000Z"));
    await sessions.add(aSession({ id: "a1" }), now);
    await sessions.add(aSession({ id: "a2" }), now);
    await sessions.add(aSession({ id: "b1", accountId: "budi", employeeId: "emp_budi" }), now);
    await sessions.freeze("siti", frozen);

    expect(await sessions.find("a1")).toBeUndefined();
    expect(await sessions.find("a2")).toBeUndefined();
    expect(await sessions.find("b1")).toBeDefined();
    expect(await sessions.findAccount("siti")).toEqual({
      ...{ id: "siti", version: expect.any(Number), sessions: {} },
      ...{ validFrom: frozen.at, frozen },
    });
  });

  test("a session goes on under another secret; all others end, and logins that had begun are void", async () => {
    const sessions = await make();
    for (const id of ["a1", "a2"]) await sessions.add(aSession({ id }), now);
    await sessions.add(aSession({ id: "b1", accountId: "budi", employeeId: "emp_budi" }), now);
    const next = aSession({ id: "a3", startedAt: new Date(now.getTime() + 1).toISOString() });
    expect(await sessions.renew(aSession(), next, now)).toBe(true);

    const found = await Promise.all(["a1", "a2", "a3", "b1"].map((id) => sessions.find(id)));
    expect(found.map((session) => session?.id)).toEqual([undefined, undefined, "a3", "b1"]);
    expect(await sessions.findAccount("siti")).toEqual({
      ...{ id: "siti", version: expect.any(Number), validFrom: now.toISOString() },
      sessions: { a3: next.startedAt },
    });
    expect(await sessions.add(aSession({ id: "a4", startedAt: now.toISOString() }), now)).toBe(
      "void",
    );
  });

  test("a session that has ended does not go on", async () => {
    const sessions = await make();
    await sessions.add(aSession(), now);
    await sessions.freeze("siti", frozen);

    expect(await sessions.renew(aSession(), aSession({ id: "a3" }), now)).toBe(false);
    expect(await sessions.find("a3")).toBeUndefined();
    expect(await sessions.findAccount("siti")).toMatchObject({ frozen, sessions: {} });
  });

  test("no login of a frozen account becomes a session, after a reset neither; of an unfrozen one it does", async () => {
    const sessions = await make();
    await sessions.freeze("siti", frozen);
    const late = new Date(now.getTime() + 1);
    const login = aSession({ startedAt: new Date(now.getTime() + 2).toISOString() });
    expect(await sessions.add(login, late)).toBe("frozen");
    await sessions.endAll("siti", permit, late);
    expect(await sessions.add(login, late)).toBe("frozen");
    expect((await sessions.findAccount("siti")).frozen).toEqual(frozen);

    expect(await sessions.unfreeze("siti", { at: late.toISOString() }, late)).toBe(false);
    expect(await sessions.unfreeze("siti", frozen, late)).toBe(true);
    expect(await sessions.unfreeze("siti", frozen, late)).toBe(false);
    expect(await sessions.findAccount("siti")).not.toHaveProperty("activation");
    expect(await sessions.add(aSession(), late)).toBe("void");
    expect(await sessions.add(login, late)).toBe("added");
  });

  test("a second freeze replaces one that an officer made alone, and none that two have to lift", async () => {
    const sessions = await make();
    const later = { ...frozen, at: new Date(now.getTime() + 1).toISOString() };
    const holders = { ...later, by: { role: "holder", id: "emp_siti" } } as const;
    await sessions.freeze("siti", frozen);
    await sessions.freeze("siti", holders);
    await sessions.freeze("siti", { ...frozen, at: new Date(now.getTime() + 2).toISOString() });

    expect((await sessions.findAccount("siti")).frozen).toEqual(holders);
  });

  test("a freeze and its end can be a part of somebody's transaction, not when another one stands by then", async () => {
    const sessions = await make();
    await sessions.freeze("siti", frozen);
    const late = new Date(now.getTime() + 1);

    expect(await sessions.freezing("siti", frozen)).toHaveLength(1);
    expect(await sessions.unfreezing("siti", frozen, late)).toHaveLength(1);
    await expect(
      sessions.unfreezing("siti", { at: late.toISOString() }, late),
    ).rejects.toMatchObject({ code: "decision-raced" });
  });

  test("logins at the moment of a freeze: none of them is left", async () => {
    const sessions = await make();
    const ids = ["a1", "a2", "a3"];
    const logins = ids.map((id) => sessions.add(aSession({ id }), now));
    await Promise.all([...logins, sessions.freeze("siti", frozen)]);

    expect(await Promise.all(ids.map((id) => sessions.find(id)))).toEqual(ids.map(() => undefined));
  });

  test("logins at once are all entered: a reset afterwards ends each of them", async () => {
    const sessions = await make();
    const ids = ["a1", "a2", "a3"];
    await Promise.all(ids.map((id) => sessions.add(aSession({ id }), now)));
    await sessions.endAll("siti", permit, now);

    expect(await Promise.all(ids.map((id) => sessions.find(id)))).toEqual(ids.map(() => undefined));
  });

  test("the oldest of too many sessions ends, and the account holds no more", async () => {
    const sessions = await make();
    const ids = Array.from({ length: maxSessions + 2 }, (_, i) => `a${i}`);
    for (const [i, id] of ids.entries()) {
      const startedAt = new Date(now.getTime() + i).toISOString();
      await sessions.add(aSession({ id, startedAt }), now);
    }
    const found = await Promise.all(ids.map((id) => sessions.find(id)));

    expect(found.filter((session) => !session)).toHaveLength(2);
    expect(found.slice(0, 2)).toEqual([undefined, undefined]);
    expect(Object.keys((await sessions.findAccount("siti")).sessions)).toHaveLength(maxSessions);
  });

  test("sessions whose twelve hours are over need no place", async () => {
    const sessions = await make();
    await sessions.add(aSession(), now);
    const tomorrow = new Date("2026-11-22T03:00:00.000Z");
    await sessions.add(aSession({ id: "a2", startedAt: tomorrow.toISOString() }), tomorrow);

    expect(Object.keys((await sessions.findAccount("siti")).sessions)).toEqual(["a2"]);
  });
}
