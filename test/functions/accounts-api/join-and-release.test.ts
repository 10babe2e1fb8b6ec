/** A record that is joined, and a release to another agency, approved in the same moment: one of both holds. */
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { change } from "../../support/employees-in-memory.ts";
import {
  accountsApiUnderTest,
  bayu,
  budi,
  rahayu,
  rini,
  sari,
  siti,
  type World,
} from "./accounts-api-under-test.ts";

const to = "ins_lain";
const source = { number: "800/7/2026", day: "2026-11-20" };
let world: World;

/** Sari is Siti once more. */
beforeEach(async () => {
  vi.spyOn(logger, "info").mockReturnValue();
  world = await accountsApiUnderTest();
  const at = world.clock.now().toISOString();
  await world.agencies.save(anAgency({ id: to, name: "Pemerintah Kota Lain" }), {
    ...{ subjectId: "agency#ins_lain", revision: 1, at, actor: { role: "operator" } },
    ...{ action: "registered", changes: [] },
  });
  await change(world.employees, sari, { name: "Siti Rahmah" }, world.clock);
});

const said = () => ({ reason: "Satu orang, dua NIP", requestId: randomUUID(), source });
const revisionOf = async (id: `emp_${string}`) => (await world.employees.find(id))?.revision;
const bothAsked = async (released: Employee) => {
  const [revision, otherRevision] = [await revisionOf(siti.id), await revisionOf(sari.id)];
  const join = await world.post(budi, `${siti.id}/join`, {
    ...{ ...said(), survivor: "here", taken: [], other: sari.id, revision, otherRevision },
  });
  const release = await world.post(bayu, `${released.id}/transfer`, {
    ...{ ...said(), revision: await revisionOf(released.id), to },
  });
  expect([join.status, release.status]).toEqual([201, 201]);
  return { join, release };
};
const standing = async (released: Employee) => ({
  isJoined: (await world.employees.find(sari.id))?.joinedInto !== undefined,
  isReleased: (await world.transfers.find(released.id)) !== undefined,
});

test.each([
  ["survives", siti],
  ["ends", sari],
])(
  "a release of who %s that was approved while the join was weighed holds, and the join is refused",
  async (_, who) => {
    const { join, release } = await bothAsked(who);
    let other: number | undefined;
    const writes = world.employees.join.bind(world.employees);
    vi.spyOn(world.employees, "join").mockImplementationOnce(async (...all) => {
      other = (await world.decide(rini, release)).status;
      await writes(...all);
    });
    const { status, body } = await world.decide(rahayu, join);

    expect([other, status]).toEqual([200, 409]);
    expect(JSON.stringify(body)).toContain("approval-subject-changed");
    expect(await standing(who)).toEqual({ isJoined: false, isReleased: true });
  },
);

test.each([
  ["ends, who is not released any more", sari, 409],
  ["survives, who is released with both histories", siti, 200],
])(
  "a join that was approved while the release was weighed holds: of who %s",
  async (_, who, said) => {
    const { join, release } = await bothAsked(who);
    let other: number | undefined;
    const writes = world.approvals.close.bind(world.approvals);
    vi.spyOn(world.approvals, "close").mockImplementationOnce(async (...all) => {
      other = (await world.decide(rahayu, join)).status;
      await writes(...all);
    });
    const { status } = await world.decide(rini, release);

    expect([other, status]).toEqual([200, said]);
    expect(await standing(who)).toEqual({ isJoined: true, isReleased: said === 200 });
  },
);
