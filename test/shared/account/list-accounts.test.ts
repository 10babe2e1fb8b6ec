import { beforeEach, expect, test } from "vitest";
import type { Officer } from "#shared/access/scope.ts";
import { type AccountList, accountLists } from "#shared/account/account-lists.ts";
import { listAccounts, wholeList } from "#shared/account/list-accounts.ts";
import { type Employee, isEmployeeId } from "#shared/employee/employee.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { PhotosInMemory } from "../../support/photos-in-memory.ts";

const { instansiId } = anEmployee();
const by: Officer = { employeeId: "emp_budi", instansiId, units: undefined };
const unit = "Inspektorat";
const ofUnit: Officer = { ...by, units: [unit] };
const at = new Date("2026-11-20T03:00:00.000Z");

let world: ReturnType<typeof setUp>;
beforeEach(() => {
  world = setUp();
});

function setUp() {
  return {
    clock: new FakeClock(),
    accountRecords: new AccountRecordsInMemory(),
    employees: new EmployeesInMemory(),
    photos: new PhotosInMemory(),
  };
}

/** People of the agency, one after the other not activated for a second less. */
async function withPeople(
  count: number,
  fields: (i: number) => Partial<Employee> = () => ({}),
  all: Partial<Employee> = {},
) {
  const people = Array.from({ length: count }, (_, i) => {
    const number = String(i).padStart(5, "0");
    const id = `emp_${number}`;
    if (!isEmployeeId(id)) throw new Error("That is no id.");
    return anEmployee({ id, email: `${i}@contoh.example`, ...all, ...fields(i) });
  });
  world.employees = new EmployeesInMemory(...people);
  for (const [i, person] of people.entries())
    await world.accountRecords.add(person, new Date(at.getTime() + i * 1000));
  return people;
}

async function pagesOf(list: AccountList, officer = by): Promise<string[][]> {
  const pages: string[][] = [];
  let from: string | undefined;
  do {
    const { items, next } = await listAccounts(world, { list, from, by: officer });
    pages.push(items.map(({ employee }) => employee.id));
    from = next;
  } while (from !== undefined);
  return pages;
}

test.each([
  [0, [0]],
  [50, [50]],
  [51, [50, 1]],
  [120, [50, 50, 20]],
])(
  "of %i people pages have %j, and everybody is on one of them, longest first",
  async (count, sizes) => {
    const people = await withPeople(count);
    const pages = await pagesOf("not-activated");

    expect(pages.map((page) => page.length)).toEqual(sizes);
    expect(pages.flat()).toEqual(people.map(({ id }) => id));
  },
);

test("each account is in the list of what is to be done about it, and in no other", async () => {
  const people = await withPeople(
    4,
    (i) =>
      ({
        1: { phone: undefined },
        2: { photoId: undefined },
        3: { emailFailedAt: "2026-11-19T03:00:00.000Z" },
      })[i] ?? {},
    { phone: "0812 3456 7890" },
  );
  const [waits, activated, frozen, failed] = people;
  if (!waits || !activated || !frozen || !failed) throw new Error("Four were added.");
  await world.accountRecords.activate(activated, at);
  const copy = { at: at.toISOString(), by: "emp_budi", reason: "Bukan saya" };
  await world.accountRecords.markFrozen(frozen, copy, at);
  await world.accountRecords.register(failed, {
    ...{ sealedKey: "s", deviceName: "HP", recoveryCodes: { salt: "s", hashes: [] }, at },
  });
  const refused = { id: "pho_1", employeeId: activated.id, requestedAt: at.toISOString() } as const;
  const refusal = { accepted: false, rules: [] };
  await world.photos.expect(refused);
  await world.photos.decide({ ...refused, instansiId: activated.instansiId }, refusal);
  const found = await Promise.all(accountLists.map(async (list) => (await pagesOf(list)).flat()));

  expect(Object.fromEntries(accountLists.map((list, i) => [list, found[i]]))).toEqual({
    "not-activated": [waits.id],
    "no-authenticator": [activated.id],
    frozen: [frozen.id],
    undeliverable: [failed.id],
    "photo-refused": [activated.id],
    "no-photo": [frozen.id],
    "no-email": [],
    "no-phone": [activated.id],
  });
});

test("who works in another agency or unit now, or has left, is not shown", async () => {
  const people = await withPeople(
    4,
    (i) =>
      [
        { unitKerja: unit },
        { unitKerja: "Dinas Lain" },
        { unitKerja: unit, kedudukanHukum: "99" },
        { unitKerja: unit, instansiId: "ins_other" },
      ][i] ?? {},
  );
  // Its account was made here.
  const moved = people[3];
  if (moved) await world.accountRecords.add({ ...moved, id: "emp_moved", instansiId }, at);

  expect(await pagesOf("not-activated", ofUnit)).toEqual([["emp_00000"]]);
  expect(await pagesOf("not-activated")).toEqual([["emp_00000", "emp_00001"]]);
  expect(await pagesOf("not-activated", { ...by, instansiId: "ins_third" })).toEqual([[]]);
});

test("the officer of a unit finds its people behind thousands of others, a bounded part at a time", async () => {
  await withPeople(2_150, (i) => (i >= 2_100 ? { unitKerja: unit } : { unitKerja: "Dinas Lain" }));
  const pages = await pagesOf("not-activated", ofUnit);

  expect(pages.map((page) => page.length)).toEqual([0, 50]);
});

test("a record that cannot be read breaks no list, and readers of the whole agency are told", async () => {
  await withPeople(2);
  await world.accountRecords.add({ id: "emp_unreadable", instansiId }, at);

  expect(await listAccounts(world, { list: "not-activated", by })).toMatchObject({
    items: [{ employee: { id: "emp_00000" } }, { employee: { id: "emp_00001" } }],
    unreadable: 1,
  });
  expect((await listAccounts(world, { list: "not-activated", by: ofUnit })).unreadable).toBe(0);
});

test.each([
  "",
  "x",
  Buffer.from("[]").toString("base64url"),
  Buffer.from('["2026-11-20T03:00:00Z","x"]').toString("base64url"),
])("a page does not begin at %j", async (from) => {
  await expect(listAccounts(world, { list: "frozen", from, by })).rejects.toMatchObject({
    problems: [{ field: "cursor", code: "malformed" }],
  });
});

test("a whole list is everybody in it, a batch at a time, with the count of what cannot be read", async () => {
  const people = await withPeople(230, (i) => (i % 2 ? { unitKerja: unit } : {}));
  await world.accountRecords.add({ id: "emp_unreadable", instansiId }, at);
  const all = await wholeOf("not-activated");
  const own = await wholeOf("not-activated", ofUnit);

  expect(all.ids).toEqual(people.map(({ id }) => id));
  expect([all.unreadable, all.largest]).toEqual([1, 100]);
  expect(own.ids).toEqual(people.filter((_, i) => i % 2).map(({ id }) => id));
  expect(own.unreadable).toBe(0);
});

async function wholeOf(list: AccountList, officer = by) {
  const ids: string[] = [];
  const sizes: number[] = [];
  let unreadable = 0;
  for await (const page of wholeList(world, { list, by: officer })) {
    ids.push(...page.items.map(({ id }) => id));
    sizes.push(page.items.length);
    unreadable += page.unreadable;
  }
  return { ids, unreadable, largest: Math.max(...sizes) };
}

test("no page tells the officer of a unit whose id it is that comes before the next one", async () => {
  // Fifty of the unit, then one of another, then one more.
  const people = await withPeople(52, (i) => ({
    unitKerja: i === 50 ? "Dinas Lain" : unit,
  }));
  const { items, next = "" } = await listAccounts(world, { list: "not-activated", by: ofUnit });

  expect(items).toHaveLength(50);
  expect(Buffer.from(next, "base64url").toString()).toContain(`"${people[49]?.id}"`);
  expect((await pagesOf("not-activated", ofUnit)).map(({ length }) => length)).toEqual([50, 1]);
});
