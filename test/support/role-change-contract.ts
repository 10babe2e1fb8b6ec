/** Roles by two operators, from asking to the role: the same stories on tables in memory and on the embedded DynamoDB. */
import { beforeEach, expect, test } from "vitest";
import {
  agus,
  newRequest,
  oka,
  putu,
  type RoleChangeTables,
  type RoleChangeWorld,
  roleChangeWorld,
  siti,
} from "./role-change-world.ts";

/** @param make empty tables each time */
export function roleChangeContract(make: () => Promise<RoleChangeTables>): void {
  let world: RoleChangeWorld;
  beforeEach(async () => {
    world = await roleChangeWorld(make);
  });

  test("a role that one operator asks for is there once a second one has approved it, not before", async () => {
    const asked = await world.ask({ until: "2027-12-31" });
    expect(await world.rolesOf(siti.id)).toEqual([]);
    expect(await world.stateNow(asked)).toBe("pending");
    world.clock.advance({ minutes: 5 });
    await world.approveAs(putu.id, asked);

    const at = world.clock.now().toISOString();
    expect(await world.tables.roles.find(siti.id)).toEqual({
      id: siti.id,
      revision: 1,
      grants: [
        {
          role: "petugas",
          instansiId: "ins_contoh",
          until: "2027-12-31",
          grantedBy: oka.id,
          approvedBy: putu.id,
          grantedAt: at,
        },
      ],
    });
    expect(await world.stateNow(asked)).toBe("approved");
  });

  test("the histories name who asked and who approved, when, why, old and new", async () => {
    const asked = await world.ask();
    const askedAt = world.clock.now().toISOString();
    world.clock.advance({ minutes: 5 });
    await world.approveAs(putu.id, asked);
    const at = world.clock.now().toISOString();
    const changes = [{ field: "role", to: "petugas, ins_contoh" }];
    const [asker, second] = [
      { role: "operator", id: oka.id },
      { role: "operator", id: putu.id },
    ];

    expect(await world.tables.linesOf(`roles#${siti.id}`)).toMatchObject([
      {
        at,
        action: "role-granted",
        actor: asker,
        approvedBy: putu.id,
        reason: "SK 7/2026",
        changes,
      },
    ]);
    expect(await world.tables.linesOf(`approval#${asked.id}`)).toMatchObject([
      { revision: 2, at, action: "approval-approved", actor: second, changes: [] },
      {
        revision: 1,
        at: askedAt,
        action: "approval-asked",
        actor: asker,
        reason: "SK 7/2026",
        changes,
      },
    ]);
  });

  test("a role is taken back the same way", async () => {
    await world.approveAs(putu.id, await world.ask());
    await world.approveAs(putu.id, await world.ask({ role: "auditor" }));
    const asked = await world.ask({ action: "revoke", by: agus.id });
    expect(await world.rolesOf(siti.id)).toEqual(["petugas", "auditor"]);
    await world.approveAs(putu.id, asked);

    expect(await world.tables.roles.find(siti.id)).toMatchObject({
      revision: 3,
      grants: [{ role: "auditor", grantedBy: oka.id, approvedBy: putu.id }],
    });
    expect((await world.tables.linesOf(`roles#${siti.id}`))[0]).toMatchObject({
      action: "role-revoked",
      actor: { id: agus.id },
      approvedBy: putu.id,
      changes: [{ field: "role", from: "petugas, ins_contoh" }],
    });
  });

  test("the same request twice asks once", async () => {
    const requestId = newRequest();
    const first = await world.ask({ requestId });
    world.clock.advance({ minutes: 1 });
    expect(await world.ask({ requestId })).toEqual(first);
    expect((await world.ask({ requestId, role: "auditor" })).id).not.toBe(first.id);

    expect(
      await world.tables.approvals.askedBy(oka.id, { limit: 9, fits: () => true }),
    ).toHaveLength(2);
  });
}
