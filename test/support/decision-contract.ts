/** Who may not decide, and when nobody can any more: the same on tables in memory and on the embedded DynamoDB. */
import { beforeEach, expect, test } from "vitest";
import { change } from "./employees-in-memory.ts";
import {
  agus,
  oka,
  putu,
  type RoleChangeTables,
  type RoleChangeWorld,
  roleChangeWorld,
  siti,
} from "./role-change-world.ts";

/** @param make empty tables each time */
export function decisionContract(make: () => Promise<RoleChangeTables>): void {
  let world: RoleChangeWorld;
  beforeEach(async () => {
    world = await roleChangeWorld(make);
  });

  test("who asked does not approve it, nor refuse it", async () => {
    const asked = await world.ask();
    for (const decide of [world.approveAs, world.refuseAs])
      await expect(decide(oka.id, asked)).rejects.toMatchObject({
        code: "approval-own-request",
        status: 403,
      });

    expect(await world.rolesOf(siti.id)).toEqual([]);
  });

  test("nobody asks for the own roles, nor decides them", async () => {
    await expect(world.ask({ person: oka })).rejects.toMatchObject({ code: "own-record" });
    const asked = await world.ask({ person: putu, role: "auditor" });
    for (const decide of [world.approveAs, world.refuseAs])
      await expect(decide(putu.id, asked)).rejects.toMatchObject({ code: "own-record" });

    await world.approveAs(agus.id, asked);
    expect(await world.rolesOf(putu.id)).toEqual(["operator", "auditor"]);
  });

  test("it waits for operators: for anybody else there is none", async () => {
    const asked = await world.ask();

    for (const decide of [world.approveAs, world.refuseAs, world.withdrawAs])
      await expect(decide(siti.id, asked)).rejects.toMatchObject({ code: "not-found" });
    await expect(world.approveAs(putu.id, { id: "apr_none" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("of two who decide at once, one does, and the other is told that somebody did", async () => {
    const asked = await world.ask();
    const decisions = await Promise.allSettled([
      world.approveAs(putu.id, asked),
      world.refuseAs(agus.id, asked),
    ]);

    const lost = decisions.filter(({ status }) => status === "rejected");
    expect(lost).toMatchObject([{ reason: { code: "approval-decided", status: 409 } }]);
    const isGiven = decisions[0].status === "fulfilled";
    expect(await world.rolesOf(siti.id)).toEqual(isGiven ? ["petugas"] : []);
    expect(await world.stateNow(asked)).toBe(isGiven ? "approved" : "refused");
  });

  test("who decides twice is told so, and the decision stands", async () => {
    const asked = await world.ask();
    await world.refuseAs(putu.id, asked);

    for (const decide of [world.approveAs, world.refuseAs])
      await expect(decide(putu.id, asked)).rejects.toMatchObject({
        code: "approval-decided-by-you",
        status: 409,
      });
    await expect(world.approveAs(agus.id, asked)).rejects.toMatchObject({
      code: "approval-decided",
    });
    expect(await world.rolesOf(siti.id)).toEqual([]);
  });

  test("a refusal is told with its reason", async () => {
    const asked = await world.ask();
    const refused = await world.refuseAs(putu.id, asked);

    expect(refused.outcome).toMatchObject({
      state: "refused",
      by: putu.id,
      reason: "Belum ada SK",
    });
    expect((await world.tables.linesOf(`approval#${asked.id}`))[0]).toMatchObject({
      action: "approval-refused",
      actor: { id: putu.id },
      reason: "Belum ada SK",
    });
  });

  test("what its asker withdrew is not decided any more", async () => {
    const asked = await world.ask();
    await expect(world.withdrawAs(putu.id, asked)).rejects.toMatchObject({ code: "not-found" });
    await world.withdrawAs(oka.id, asked);

    for (const decide of [world.approveAs, world.refuseAs])
      await expect(decide(putu.id, asked)).rejects.toMatchObject({
        code: "approval-withdrawn",
        status: 409,
      });
    expect(await world.rolesOf(siti.id)).toEqual([]);
  });

  test("what was decided is not withdrawn any more", async () => {
    const asked = await world.ask();
    await world.approveAs(putu.id, asked);

    await expect(world.withdrawAs(oka.id, asked)).rejects.toMatchObject({
      code: "approval-decided",
    });
    expect(await world.rolesOf(siti.id)).toEqual(["petugas"]);
  });

  test("a week later nobody decides it", async () => {
    const asked = await world.ask();
    world.clock.advance({ days: 7 });

    expect(await world.stateNow(asked)).toBe("expired");
    for (const decide of [world.approveAs, world.refuseAs])
      await expect(decide(putu.id, asked)).rejects.toMatchObject({
        code: "approval-expired",
        status: 409,
      });
    expect(await world.rolesOf(siti.id)).toEqual([]);
  });

  test("what was asked of roles that have changed since is not approved", async () => {
    const [first, second] = [await world.ask(), await world.ask({ role: "auditor" })];
    await world.approveAs(putu.id, first);

    await expect(world.approveAs(putu.id, second)).rejects.toMatchObject({
      code: "approval-subject-changed",
      status: 409,
    });
    expect(await world.rolesOf(siti.id)).toEqual(["petugas"]);
    // It can still be refused, so that it waits no longer.
    await world.refuseAs(putu.id, second);
  });

  test("of two approvals for one person at once, one is carried out", async () => {
    const asked = [await world.ask(), await world.ask({ role: "auditor", by: agus.id })];
    const decisions = await Promise.allSettled(asked.map((each) => world.approveAs(putu.id, each)));

    expect(decisions.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "approval-subject-changed" } },
    ]);
    expect(await world.rolesOf(siti.id)).toHaveLength(1);
    const states = await Promise.all(asked.map(world.stateNow));
    expect(states.sort()).toEqual(["approved", "pending"]);
  });

  test("what was asked for somebody who has moved to another agency is not approved", async () => {
    const asked = await world.ask();
    await change(world.employees, siti, { instansiId: "ins_other" }, world.clock);

    await expect(world.approveAs(putu.id, asked)).rejects.toMatchObject({
      code: "approval-subject-changed",
    });
  });

  test("two who take one another's decider at once: one does, and two operators stay", async () => {
    const takes = (person: typeof oka, by: typeof oka) =>
      world.ask({ person, action: "revoke", role: "operator", by: by.id });
    const [fromOka, fromPutu] = [await takes(oka, putu), await takes(putu, oka)];
    // Agus decides both; each of them rests on a role that the other one takes.
    const decisions = await Promise.allSettled([
      world.approveAs(agus.id, fromOka),
      world.approveAs(agus.id, fromPutu),
    ]);

    const lost = decisions.filter(({ status }) => status === "rejected");
    expect(lost).toMatchObject([{ reason: { code: "approval-asker-changed" } }]);
    const left = await Promise.all([oka, putu, agus].map(({ id }) => world.rolesOf(id)));
    expect(left.flat()).toEqual(["operator", "operator"]);
  });

  test("a decider whose role is taken while deciding changes nothing", async () => {
    const asked = await world.ask();
    const losing = await world.ask({ person: putu, action: "revoke", role: "operator" });
    const decisions = await Promise.allSettled([
      world.approveAs(agus.id, losing),
      world.approveAs(putu.id, asked),
    ]);

    const [isTaken, isGiven] = decisions.map(({ status }) => status === "fulfilled");
    expect(isTaken).toBe(true);
    expect(await world.rolesOf(siti.id)).toEqual(isGiven ? ["petugas"] : []);
    if (!isGiven) expect(decisions[1]).toMatchObject({ reason: { code: "not-found" } });
  });

  test("what an operator asked for who is none any more is not approved", async () => {
    const asked = await world.ask();
    await world.approveAs(
      agus.id,
      await world.ask({ person: oka, action: "revoke", role: "operator", by: putu.id }),
    );

    await expect(world.approveAs(putu.id, asked)).rejects.toMatchObject({
      code: "approval-asker-changed",
      status: 409,
    });
    expect(await world.rolesOf(siti.id)).toEqual([]);
  });
}
