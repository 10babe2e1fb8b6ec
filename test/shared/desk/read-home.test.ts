import { expect, test } from "vitest";
import type { RoleHolder } from "#shared/access/principal.ts";
import type { GrantedRole } from "#shared/access/role.ts";
import { readBoard } from "#shared/desk/read-board.ts";
import { readHome } from "#shared/desk/read-home.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { anApproval } from "../../support/approval-table-contract.ts";
import { ApprovalsInMemory } from "../../support/approvals-in-memory.ts";
import { aBoard } from "../../support/board-table-contract.ts";
import { BoardsInMemory } from "../../support/boards-in-memory.ts";
import { anEmployee, withoutEmail } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { PhotosInMemory } from "../../support/photos-in-memory.ts";
import { aGrant } from "../../support/roles-in-memory.ts";

const { instansiId } = anEmployee();
const at = new Date("2026-11-20T03:00:00.000Z");

function officer(roles: readonly GrantedRole[], unit?: string): RoleHolder {
  const grants = roles.map((role) => aGrant(role, unit === undefined ? {} : { unitKerja: unit }));
  return {
    ...{ employeeId: "emp_budi", instansiId, roles: grants },
    units: unit === undefined ? undefined : [unit],
  };
}
const petugas = officer(["petugas"]);

/** People with these fields, whose accounts were never activated. */
async function worldOf(...fields: readonly Partial<Employee>[]) {
  const people = fields.map((each, i) =>
    anEmployee({ id: `emp_${i}`, email: `${i}@contoh.example`, photoId: undefined, ...each }),
  );
  const accountRecords = new AccountRecordsInMemory();
  for (const person of people) await accountRecords.add(person, at);
  const failures: string[] = [];
  const world = {
    ...{ accountRecords, employees: new EmployeesInMemory(...people), clock: new FakeClock() },
    ...{ approvals: new ApprovalsInMemory(), boards: new BoardsInMemory() },
    photos: new PhotosInMemory(),
    onUncounted: (item: string) => void failures.push(item),
  };
  return { ...world, failures };
}

async function countsOf(world: Awaited<ReturnType<typeof worldOf>>, by = petugas) {
  const { waiting } = await readHome(world, by);
  return Object.fromEntries(
    waiting.map(({ item, count, isMore }) => [item, isMore ? `${count}+` : count]),
  );
}

const unit = "Inspektorat";
const failedAt = "2026-11-19T03:00:00.000Z";

test("a whole agency's lists are counted from their indexes, contracts as the night did", async () => {
  const world = await worldOf({}, { emailFailedAt: failedAt }, { photoId: "pho_1" });
  await world.boards.put(aBoard({ ending: 7 }));

  expect(await countsOf(world)).toEqual({
    ...{ "contract-ends": 7, frozen: 0, undeliverable: 1, "no-email": 0 },
    ...{ "not-activated": 3, "no-authenticator": 0, "photo-refused": 0, "no-photo": 2 },
  });
});

test("what nobody has counted yet is not told as nothing", async () => {
  const home = await readHome(await worldOf({}), petugas);

  expect(home.waiting.map(({ item }) => item)).not.toContain("contract-ends");
  expect(home.quality).toBeUndefined();
});

test("a thousand are counted, and that there are more", async () => {
  const world = await worldOf(...Array.from({ length: 1_001 }, () => ({})));
  expect(await countsOf(world)).toMatchObject({ "not-activated": "1000+", "no-photo": "1000+" });
});

test("the officer of a unit counts its people alone, as they are now", async () => {
  const ending = { kind: "PPPK", kedudukanHukum: "71", contractEnd: "2026-12-31" } as const;
  const world = await worldOf(
    ...[{ unitKerja: unit, ...ending }, { unitKerja: unit, emailFailedAt: failedAt }, {}],
  );
  await world.boards.put(aBoard({ ending: 7 }));
  const by = officer(["petugas"], unit);

  expect(await countsOf(world, by)).toEqual({
    ...{ "contract-ends": 1, frozen: 0, undeliverable: 1, "no-email": 0 },
    ...{ "not-activated": 2, "no-authenticator": 0, "photo-refused": 0, "no-photo": 2 },
  });
  expect((await readBoard(world, by)).board).toMatchObject({
    ...{ people: 2, asOf: "2026-11-21T03:00:00.000Z" },
  });
  expect((await readBoard(world, by)).mayCount).toBeUndefined();
});

test("of a unit that is larger than one look the counts are at least that", async () => {
  const world = await worldOf(...Array.from({ length: 2_001 }, () => ({ unitKerja: unit })));
  const by = officer(["petugas"], unit);

  expect(await countsOf(world, by)).toMatchObject({ "no-photo": "2000+", "contract-ends": "0+" });
  expect((await readBoard(world, by)).board).toMatchObject({ people: 2_000, isCut: true });
});

test("approvals are told to who decides them, without the own ones", async () => {
  const world = await worldOf();
  const ask = async (i: number, change: Parameters<typeof anApproval>[0]) =>
    await world.approvals.add(
      anApproval({
        ...{ id: `apr_${String(i).padStart(26, "0")}`, kind: "new-person", decider: "penyetuju" },
        ...change,
      }),
      [],
    );
  await ask(1, { asker: { id: "emp_siti", role: "petugas" } });
  await ask(2, { asker: { id: "emp_budi", role: "petugas" } });
  await ask(3, { subject: { ...anApproval().subject, instansiId: "ins_other" } });

  expect(await countsOf(world, officer(["penyetuju"]))).toMatchObject({ approvals: 1 });
  expect(await countsOf(world)).not.toHaveProperty("approvals");
});

test("what cannot be counted is said, and the rest is there", async () => {
  const world = await worldOf({}, {});
  world.accountRecords.list = () => Promise.reject(new Error("throttled"));
  world.boards.find = () => Promise.reject(new Error("throttled"));
  const home = await readHome(world, petugas);

  expect(home.waiting).toContainEqual({ item: "not-activated" });
  expect(home.waiting).toContainEqual({ item: "no-photo", count: 2 });
  expect(home.waiting).toContainEqual({ item: "contract-ends" });
  expect(world.failures.toSorted()).toEqual([
    ...["contract-ends", "frozen", "no-authenticator", "not-activated", "quality"],
  ]);
});

test("the worst indicators come first, by weight and people", async () => {
  const world = await worldOf();
  // COM_2 weighs 0.07, COM_7 0.007: ten people cost as much as one.
  await world.boards.put(aBoard({ failing: { COM_7: 11, COM_2: 1, ACC_5: 1, COM_6: 1 } }));
  const { quality } = await readHome(world, petugas);
  const { board, mayCount } = await readBoard(world, petugas);

  expect(quality?.worst.map(({ code }) => code)).toEqual(["COM_7", "COM_2", "ACC_5"]);
  expect(board?.indicators.slice(0, 3)).toEqual(quality?.worst);
  expect(board?.indicators).toHaveLength(16);
  expect(mayCount).toBe(true);
});

test("an auditor reads the board, and has nothing counted", async () => {
  const world = await worldOf();
  const told = await readBoard(world, officer(["auditor"]));

  expect(told).toEqual({ readOnly: true });
});

test("who has no address is counted", async () => {
  const world = await worldOf();
  world.employees = new EmployeesInMemory(withoutEmail(anEmployee()));

  expect(await countsOf(world)).toMatchObject({ "no-email": 1 });
});
