import { beforeEach, expect, test, vi } from "vitest";
import { historyAnswer } from "#shared/employee/record-answers.ts";
import { logger } from "#shared/runtime/logger.ts";
import { anEntry } from "../../support/audit-table-contract.ts";
import { aChange, recordsApiUnderTest, siti, stranger } from "./records-api-under-test.ts";

const record = "/api/officer/employees/emp_siti";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

async function setUp() {
  const api = await recordsApiUnderTest();
  const history = async (query: Record<string, string> = {}) =>
    historyAnswer.parse((await api.get(`${record}/history`, query)).body);
  return { ...api, history };
}

test("51 small changes bury nothing: the history is read page by page to the first entry", async () => {
  const { employees, history, get } = await setUp();
  for (let revision = 1; revision <= 60; revision++) employees.history.push(anEntry({ revision }));

  const first = historyAnswer.parse((await get(record)).body.history);
  const second = await history({ cursor: first.cursor ?? "" });
  const third = await history({ kind: "changes", cursor: second.cursor ?? "" });

  const revisions = [first, second, third].flatMap(({ items }) => items.map((e) => e.revision));
  expect(revisions).toEqual(Array.from({ length: 60 }, (_, i) => 60 - i));
  expect(third.cursor).toBeUndefined();
  expect(await history()).toEqual(first);
});

test("an entry names the officer of the own agency, and nobody of another", async () => {
  const { employees, history } = await setUp();
  employees.history.push(
    anEntry({ revision: 1, actor: { role: "import" } }),
    anEntry({ revision: 2, actor: { role: "officer", id: stranger.id } }),
    anEntry({ revision: 3, actor: { role: "officer", id: "emp_gone" } }),
    anEntry({ revision: 4, actor: { role: "holder", id: siti.id } }),
    anEntry({ revision: 5 }),
  );

  expect((await history()).items.map(({ by }) => by)).toEqual([
    { role: "officer", name: "Budi Santoso, S.Kom." },
    { role: "holder", name: "Siti Rahma, S.Kom." },
    { role: "officer" },
    { role: "officer" },
    { role: "import" },
  ]);
});

test("an entry names who approved it, and only says that somebody did where that is nobody of the own agency", async () => {
  const { employees, history } = await setUp();
  const approved = { actor: { role: "officer", id: "emp_budi" } } as const;
  employees.history.push(
    anEntry({ ...approved, revision: 1, approvedBy: "emp_rahayu" }),
    anEntry({ ...approved, revision: 2, approvedBy: stranger.id }),
    anEntry({ ...approved, revision: 3 }),
  );

  expect((await history()).items.map(({ approvedBy }) => approvedBy)).toEqual([
    undefined,
    {},
    { name: "Rahayu Verifikasari, S.Kom." },
  ]);
});

test("opening a record is history: who and when, once an hour, and no revision", async () => {
  const { get, colleague, history, clock, employees } = await setUp();
  await get(record);
  await get(record);
  await colleague(record, { method: "GET" });
  for (let times = 0; times < 6; times++) {
    clock.advance({ minutes: 10 });
    await get(record);
  }

  const reads = await history({ kind: "reads" });
  expect(reads.items.map(({ at, by, action }) => [at, by, action])).toEqual([
    ["2026-11-21T04:00:00.000Z", { role: "officer", name: "Budi Santoso, S.Kom." }, "record-read"],
    [
      "2026-11-21T03:00:00.000Z",
      { role: "officer", name: "Rahayu Verifikasari, S.Kom." },
      "record-read",
    ],
    ["2026-11-21T03:00:00.000Z", { role: "officer", name: "Budi Santoso, S.Kom." }, "record-read"],
  ]);
  expect(new Set(reads.items.map(({ id }) => id)).size).toBe(3);
  expect((await employees.find(siti.id))?.revision).toBe(1);
  expect((await history()).items).toEqual([]);
});

test.each(["changes", "reads"])(
  "asking for the %s alone is a reading too: they tell what stood there",
  async (kind) => {
    const { history, noted } = await setUp();
    await history({ kind });

    expect(noted).toHaveLength(1);
  },
);

test("what was not seen is no reading: another agency's record, a change", async () => {
  const { get, patch, noted } = await setUp();
  await get(`/api/officer/employees/${stranger.id}`);
  await patch("emp_siti", aChange());

  expect(noted).toEqual([]);
});

test("a list is one reading of the agency's an hour, whoever is in it and whatever was looked for", async () => {
  const { get, search, noted } = await setUp();
  await search({ q: "siti" });
  await search({ q: "budi" });
  await get("/api/officer/accounts", { list: "no-photo" });

  const [{ actor, ...list } = {}, ...others] = noted;
  expect(list).toMatchObject({ subjectId: siti.instansiId, purpose: "list-read" });
  expect(actor?.role).toBe("officer");
  expect(others).toEqual([]);
});

test("a record whose reading cannot be noted is not shown", async () => {
  vi.spyOn(logger, "error").mockReturnValue();
  const { get, failNoting } = await setUp();
  failNoting();

  expect((await get(record)).status).toBe(500);
});

test.each<Record<string, string>>([
  { kind: "all" },
  { cursor: "x" },
  { cursor: "-1" },
  { kind: "reads", cursor: "" },
  { kind: "reads", cursor: "a".repeat(101) },
])("a history is not asked for with %j", async (query) => {
  const { get } = await setUp();

  expect(await get(`${record}/history`, query)).toMatchObject({
    status: 422,
    body: { code: "invalid-input" },
  });
});
