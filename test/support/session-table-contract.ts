import { expect, test } from "vitest";
import type { Session } from "#shared/session/session.ts";
import type { SessionTable } from "#shared/session/session-table.ts";

export function aSession(change: Partial<Session> = {}): Session {
  return {
    id: "a1",
    employeeId: "emp_siti",
    instansiId: "ins_contoh",
    roles: ["holder"],
    createdAt: "2026-11-21T03:00:00.000Z",
    lastSeenAt: "2026-11-21T03:00:00.000Z",
    sealedToken: "c2VhbGVk",
    ...change,
  };
}

/** What every session table does, the fake and the real one. `make` gives an empty table each time. */
export function sessionTableContract(
  make: () => Promise<Pick<SessionTable, keyof SessionTable>>,
): void {
  test("a session is found as it was added, and no other", async () => {
    const sessions = await make();
    await sessions.add(aSession());

    expect(await sessions.find("a1")).toEqual(aSession());
    expect(await sessions.find("a2")).toBeUndefined();
  });

  test("a session is never overwritten", async () => {
    const sessions = await make();
    await sessions.add(aSession());

    await expect(sessions.add(aSession({ employeeId: "emp_budi" }))).rejects.toThrow();
  });

  test("being seen is remembered", async () => {
    const sessions = await make();
    await sessions.add(aSession());
    await sessions.touch("a1", new Date("2026-11-21T03:05:00.000Z"));

    expect(await sessions.find("a1")).toEqual(aSession({ lastSeenAt: "2026-11-21T03:05:00.000Z" }));
  });

  test("a session that ended is not brought back by being seen", async () => {
    const sessions = await make();
    await sessions.add(aSession());
    await sessions.remove("a1");
    await sessions.touch("a1", new Date("2026-11-21T03:05:00.000Z"));

    expect(await sessions.find("a1")).toBeUndefined();
  });

  test("all sessions of one employee end together, and nobody else's", async () => {
    const sessions = await make();
    await sessions.add(aSession({ id: "a1" }));
    await sessions.add(aSession({ id: "a2" }));
    await sessions.add(aSession({ id: "b1", employeeId: "emp_budi" }));

    await sessions.removeAllOf("emp_siti");

    expect(await sessions.find("a1")).toBeUndefined();
    expect(await sessions.find("a2")).toBeUndefined();
    expect(await sessions.find("b1")).toBeDefined();
  });
}
