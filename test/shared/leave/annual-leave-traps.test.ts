/** The traps of services.md 1.6, each by its words: those of cuti tahunan and of every kind. */
import { expect, test } from "vitest";
import { recount } from "#shared/leave/change-annual-leave.ts";
import type { AskedLeave } from "#shared/leave/leave.ts";
import { freeIn, heldBy } from "#shared/leave/leave-balance.ts";
import { accountOf } from "#shared/leave/leave-ledger.ts";
import type { Movement } from "#shared/leave/leave-movement.ts";
import type { KnownLeave } from "#shared/leave/leave-right.ts";
import { workingDays } from "#shared/leave/leave-span.ts";
import { grantYear, openYear } from "#shared/leave/open-year.ts";
import { annualDays, planAnnualLeave } from "#shared/leave/plan-annual-leave.ts";
import { rebook, reserve } from "#shared/leave/settle-annual-leave.ts";
import {
  aCalendar,
  aHolder,
  aPppk,
  codesOf,
  judged,
  oneYear,
  posted,
  withLeave,
} from "../../support/leave.ts";

const taken = (movements: readonly Movement[], span: Pick<AskedLeave, "from" | "to">) =>
  withLeave(movements, annualDays(span, 0, aCalendar()));

test("approval after the leave began: what was reserved becomes leave, and it is the day of asking that counts", () => {
  const ledger = taken(oneYear, { from: "2027-03-01", to: "2027-03-05" });

  expect(ledger.find(({ kind }) => kind === "take")?.on).toBe("2027-06-01");
  expect(freeIn(accountOf(ledger), 2027)).toBe(7);
  expect(codesOf({}, { askedOn: "2027-02-26" })).toEqual([]);
});

test("leave across New Year: days belong to the year in which they lie", () => {
  const movements = [
    ...oneYear,
    ...grantYear({
      movements: oneYear,
      year: 2028,
      holder: aHolder(),
      leaves: [],
      on: "2027-12-01",
    }),
  ];
  const ledger = taken(movements, { from: "2027-12-27", to: "2028-01-07" });

  expect(freeIn(accountOf(ledger), 2027)).toBe(7);
  expect(freeIn(accountOf(ledger), 2028)).toBe(7);
  // The grant that was made for it is the year's own: opening the year adds what is carried only.
  const opened = posted(
    ledger,
    openYear({ movements: ledger, year: 2028, holder: aHolder(), leaves: [], on: "2028-01-01" }),
  );
  expect(freeIn(accountOf(opened), 2028)).toBe(13);
});

test("leave across a contract's end or BUP", () => {
  const holder = aPppk({ tmt: "2020-01-01", contractEnd: "2027-03-04" });

  expect(judged({}, { holder })).toMatchObject([
    { field: "to", code: "after-contract-end", limit: "2027-03-04", measured: "2027-03-05" },
  ]);
  expect(codesOf({ to: "2027-03-04" }, { holder })).toEqual([]);
  expect(judged({}, { holder: aHolder({ retiresOn: "2027-03-05" }) })).toMatchObject([
    { field: "to", code: "after-retirement", limit: "2027-03-04" },
  ]);
  expect(codesOf({}, { holder: aHolder({ retiresOn: "2027-03-06" }) })).toEqual([]);
});

test("overlap of two requests", () => {
  const other: KnownLeave = {
    id: "req_2",
    kind: "sakit",
    from: "2027-03-05",
    to: "2027-03-09",
    isGiven: false,
  };

  expect(judged({}, { leaves: [other] })).toMatchObject([
    { field: "from", code: "overlap", limit: "2027-03-05", measured: "2027-03-09" },
  ]);
  expect(codesOf({ to: "2027-03-04" }, { leaves: [other] })).toEqual([]);
  expect(codesOf({}, { leaves: [other], id: "req_2" })).toEqual([]);
});

test("half-approved change (perubahan) that raises days: it is planned and reserved anew, or not at all", () => {
  const act = { leave: "req_1", cause: "req_1", on: "2027-02-01" };
  const five = posted(oneYear, reserve([{ year: 2027, source: 2027, days: 5 }], act));
  const other = { leave: "req_2", cause: "req_2", on: "2027-02-01" };
  const busy = posted(five, reserve([{ year: 2027, source: 2027, days: 4 }], other));
  const raised = (days: number) =>
    planAnnualLeave({
      account: accountOf(busy),
      days: new Map([[2027, days]]),
      order: "oldest-first",
      leave: "req_1",
    });

  expect(raised(9)).toEqual({ ok: false, short: [{ year: 2027, needed: 9, free: 8 }] });
  const plan = raised(8);
  const changed = posted(
    busy,
    rebook(accountOf(busy), plan.ok ? plan.parts : [], { ...act, cause: "req_1@2" }),
  );
  expect(freeIn(accountOf(changed), 2027)).toBe(0);
  expect(heldBy(accountOf(changed), "req_1")).toMatchObject([{ reserved: 8, taken: 0 }]);
});

test("a cuti bersama declared inside a running leave gives the day back", () => {
  const span = { from: "2027-03-01", to: "2027-03-05" };
  const ledger = taken(oneYear, span);
  const declared = aCalendar({ joint: ["2027-03-04"] });
  const act = { leave: "req_1", cause: "keppres-2", on: "2027-03-02" };
  const again = (movements: readonly Movement[]) =>
    recount(accountOf(movements), { span, travelDays: 0 }, declared, "oldest-first", act);

  const back = again(ledger);
  const after = posted(ledger, back.ok ? back.movements : []);
  expect(back).toMatchObject({ ok: true, movements: [{ kind: "recount", year: 2027, days: 1 }] });
  expect(freeIn(accountOf(after), 2027)).toBe(8);
  // Told twice, it is given back once.
  expect(again(after)).toEqual({ ok: true, movements: [] });
  expect(posted(after, back.ok ? back.movements : [])).toEqual(after);
});

test("6-day units: Saturday counts", () => {
  const week = { from: "2027-03-01", to: "2027-03-07" };

  expect([...annualDays(week, 0, aCalendar({ week: 6 }))]).toEqual([[2027, 6]]);
  expect([...annualDays(week, 0, aCalendar())]).toEqual([[2027, 5]]);
  expect(
    codesOf({ from: "2027-03-06", to: "2027-03-06" }, { calendar: aCalendar({ week: 6 }) }),
  ).toEqual([]);
});

test("Ramadan hours do not change day counts: a working day counts as one, whatever its hours", () => {
  // Ramadan 1448 H lies in February and March 2027.
  const ramadan = { from: "2027-02-08", to: "2027-03-09" };
  const asked: string[] = [];
  const calendar = {
    ...aCalendar(),
    isWorkingDay: (day: string) => asked.push(day) > 0 && aCalendar().isWorkingDay(day),
  };

  expect(workingDays(ramadan, calendar)).toHaveLength(22);
  // Only whether it is one is asked of a day, once.
  expect(asked).toHaveLength(30);
});

test("CPNS becoming PNS keeps the year's balance", () => {
  const cpns = aHolder({ tmtCpns: "2026-01-01", tmt: "2027-04-01" });
  const granted = grantYear({
    movements: [],
    year: 2027,
    holder: cpns,
    leaves: [],
    on: "2027-01-01",
  });
  const ledger = taken(granted, { from: "2027-03-01", to: "2027-03-05" });
  const pns = { movements: ledger, year: 2027, holder: cpns, leaves: [], on: "2027-04-01" };

  expect(openYear(pns)).toEqual([]);
  expect(
    openYear({ ...pns, holder: aHolder({ tmt: "2027-04-01", worksSince: "2026-01-01" }) }),
  ).toEqual([]);
  expect(freeIn(accountOf(ledger), 2027)).toBe(7);
});

test("moving to another agency moves the ledger: no movement knows an agency", () => {
  const ledger = taken(oneYear, { from: "2027-03-01", to: "2027-03-05" });
  const there = {
    term: "useOrder" as const,
    value: "newest-first",
    for: ["PNS" as const],
    from: "2027-01-01",
    source: "The other agency",
    certainty: "text" as const,
  };
  const opening = {
    movements: ledger,
    year: 2028,
    holder: aHolder(),
    leaves: [],
    on: "2028-01-01",
  };

  expect(openYear({ ...opening, agency: [there] })).toEqual(openYear(opening));
  expect(
    codesOf(
      { from: "2027-06-07", to: "2027-06-15" },
      { account: accountOf(ledger), agency: [there], calendar: aCalendar({ week: 6 }) },
    ),
  ).toEqual(["balance-short"]);
});

test("PPPK first-year 6 days later counted into the 12", () => {
  const holder = aPppk({ tmt: "2026-03-01" });
  const of = (movements: readonly Movement[], year: number) => ({
    movements,
    year,
    holder,
    leaves: [],
    on: `${year}-01-01`,
  });
  const first = grantYear(of([], 2026));
  const mourning = {
    reason: "keluarga-meninggal",
    evidence: ["keterangan-kematian" as const],
    from: "2026-06-01",
    to: "2026-06-04",
  } as const;
  const early = { holder, account: accountOf(first), askedOn: "2026-06-01" };

  expect(codesOf(mourning, early)).toEqual([]);
  expect(judged({ from: "2026-06-01", to: "2026-06-09" }, early)).toMatchObject([
    { field: "reason", code: "first-year-reason" },
    { field: "to", code: "first-year-days", limit: 6, measured: 7 },
    { code: "balance-short", limit: 6, measured: 7 },
    { code: "no-right-in-year", limit: "not-yet-a-year", stops: "nothing" },
  ]);

  const four = taken(first, mourning);
  const opened = posted(four, openYear(of(four, 2027)));
  // Two more before 1 March 2027, and eight in all.
  expect(freeIn(accountOf(opened), 2027)).toBe(8);
  const known: KnownLeave = { id: "req_1", kind: "tahunan", ...mourning, isGiven: true };
  const january = (to: string) =>
    codesOf(
      { ...mourning, from: "2027-01-04", to },
      { holder, account: accountOf(opened), leaves: [known], askedOn: "2027-01-04" },
    );
  expect(january("2027-01-05")).toEqual([]);
  expect(january("2027-01-06")).toEqual(["first-year-days"]);
  expect(codesOf({}, { holder, account: accountOf(opened) })).toEqual([]);
});
