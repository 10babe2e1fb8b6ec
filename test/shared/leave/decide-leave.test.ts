/** What the own page and whoever decides are told (decision 0106). */
import { expect, test } from "vitest";
import {
  deciderOf,
  findForDecider,
  tellForDecider,
  waitingLeaves,
} from "#shared/leave/decide-leave.ts";
import { tellOwnLeave } from "#shared/leave/tell-leave.ts";
import { advice, agreed, leaveWorld, no } from "../../support/leave-world.ts";

async function world() {
  const all = await leaveWorld();
  const { api, employees } = all;
  const who = async (id: `emp_${string}`) => {
    const found = await employees.find(id);
    if (!found) throw new Error("Nobody.");
    return found;
  };
  const waiting = async (id: `emp_${string}`) => await waitingLeaves(api, await who(id));
  const opened = async (reader: `emp_${string}`, id: `req_${string}`) => {
    const by = await deciderOf(api, await who(reader));
    const found = await findForDecider(api, { id, by });
    return await tellForDecider({ ...api, kind: api.kinds.leave }, found, by);
  };
  const own = async () => await tellOwnLeave(api, await who("emp_siti"));
  return { ...all, opened, own, waiting };
}

test("a leave waits in the list of whoever acts in the post, and in nobody else's", async () => {
  const { ask, decide, waiting } = await world();
  const { id } = await ask();
  expect(await waiting("emp_head")).toMatchObject({
    posts: ["Kepala Bagian"],
    items: [{ id, role: "superior", content: { kind: "tahunan", workingDays: 3 } }],
  });
  expect(await waiting("emp_siti")).toEqual({ posts: [], items: [] });
  expect((await waiting("emp_chief")).items).toEqual([]);
  await decide("emp_head", id, advice);
  expect((await waiting("emp_head")).items).toEqual([]);
  expect((await waiting("emp_chief")).items).toMatchObject([{ id, role: "authority" }]);
});

test("who decides sees what is left afterwards, and who else of the unit is away", async () => {
  const { api, ask, ledgers, opened } = await world();
  const { id } = await ask();
  const before = await ledgers.find("emp_ani");
  await ledgers.save(before, before, {
    ...{ request: "req_other", person: "emp_head", from: "2026-12-23", to: "2026-12-31" },
    ...{ isGiven: true, place: { instansiId: "ins_contoh", unitKerja: "Bagian Umum" } },
  });
  const told = await opened("emp_head", id);
  expect(told).toMatchObject({
    ...{ yours: true, advises: true, postponable: true, leftAfter: 9, year: 2026 },
    away: [{ name: "Siti Rahma, S.Kom.", from: "2026-12-23", isGiven: true }],
    service: { years: 16, months: 10 },
  });
  expect(told.notes.at(-1)).toMatchObject({ source: 2026, left: 9, reserved: 3 });
  expect(told.findings.map(({ code }) => code)).toEqual(["holidays-unknown"]);
  expect(api.kinds.leave.heldActs).toContain("agree");
});

test("the own one is opened by nobody there, nor one of other posts", async () => {
  const { ask, opened } = await world();
  const { id } = await ask();
  await expect(opened("emp_siti", id)).rejects.toMatchObject({ code: "not-found" });
  await expect(opened("emp_head", "req_none")).rejects.toMatchObject({ code: "not-found" });
});

test("the own page tells the balance by year, who decides, and what became of each leave", async () => {
  const { ask, clock, decide, own } = await world();
  expect(await own()).toMatchObject({
    ...{ year: 2026, superior: "Kepala Bagian", authority: "Kepala Badan", leaves: [] },
    kinds: ["tahunan", "besar", "sakit", "melahirkan", "alasan-penting", "cltn"],
    notes: [{ left: 0 }, { left: 0 }, { source: 2026, left: 12, taken: 0 }],
  });
  const { id } = await ask();
  const standing = async () => (await own()).leaves.map((each) => each.standing);
  expect(await standing()).toEqual(["considered"]);
  await decide("emp_head", id, advice);
  expect(await standing()).toEqual(["decided"]);
  await decide("emp_chief", id, agreed);
  expect(await standing()).toEqual(["coming"]);
  clock.advance({ days: 22 });
  expect(await standing()).toEqual(["running"]);
  clock.advance({ days: 5 });
  expect(await standing()).toEqual(["over"]);
  const second = await ask({ from: "2027-02-01", to: "2027-02-05" }, "second");
  await decide("emp_head", second.id, advice);
  await decide("emp_chief", second.id, { ...no, verdict: "postponed" });
  expect(await standing()).toEqual(["postponed", "over"]);
});
