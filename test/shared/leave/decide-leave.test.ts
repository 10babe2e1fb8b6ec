/** What the own page and whoever decides are told (decision 0106). */
import { expect, test } from "vitest";
import { evidenceIdOf } from "#shared/evidence/evidence-id.ts";
import { fileGrant } from "#shared/evidence/evidence-proof.ts";
import {
  deciderOf,
  findForDecider,
  tellForDecider,
  waitingLeaves,
} from "#shared/leave/decide-leave.ts";
import { leaveLeft } from "#shared/leave/leave-left.ts";
import { findForPost } from "#shared/leave/open-paper.ts";
import { tellOwnLeave } from "#shared/leave/tell-leave.ts";
import { hmacKey } from "../../support/call-api.ts";
import { EvidenceInMemory } from "../../support/evidence-in-memory.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { advice, agreed, leaveWorld, no, section } from "../../support/leave-world.ts";
import { lineOfPost } from "../../support/post-table-contract.ts";

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
  return { ...all, opened, own, waiting, who };
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

test("what is left of the year counts what was asked for", async () => {
  const { api, ask, who } = await world();
  const left = async () => await leaveLeft(api, await who("emp_siti"));
  expect(await left()).toEqual({ year: 2026, days: 12 });
  await ask();
  expect(await left()).toEqual({ year: 2026, days: 9 });
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

test("papers are opened by the post whose turn it is, and only while one acts in it", async () => {
  const { api, ask, clock, decide, opened, posts, who } = await world();
  const { id, person: employeeId } = await ask();
  const files = new EvidenceInMemory();
  const bytes = Buffer.from("%PDF-1.7");
  const file = evidenceIdOf({ salt: "upl_x", bytes });
  await files.put({ employeeId, file }, { type: "application/pdf", salt: "upl_x", bytes });
  const history = new HistoryInMemory(api.employees.history);
  const by = { employeeId: "emp_head", instansiId: section } as const;
  const grant = await fileGrant(hmacKey, { file, employeeId, by }, clock.now());
  const look = async (reader: `emp_${string}`) =>
    await findForPost(
      { ...api, files, history },
      { reader: await who(reader), employeeId, file, grant },
    );

  expect((await opened("emp_head", id)).files).toMatchObject([{ grant: expect.any(String) }]);
  expect(await look("emp_head")).toMatchObject({ bytes });
  expect(history.noted).toMatchObject([{ purpose: "evidence-read" }]);
  await expect(look("emp_chief")).rejects.toMatchObject({ code: "not-found" });
  await expect(look("emp_siti")).rejects.toMatchObject({ code: "not-found" });

  await decide("emp_head", id, advice);
  expect((await opened("emp_head", id)).files).toEqual([{ file: "evd_1" }]);
  const post = await posts.find(section);
  if (!post) throw new Error("There is no such post.");
  const { holder: _, ...empty } = post;
  await posts.save({ ...empty, revision: post.revision + 1 }, post, lineOfPost(post));
  await expect(look("emp_head")).rejects.toMatchObject({ code: "not-found" });
});

test("whoever acts in the post whose turn it becomes is told, once", async () => {
  const { api, ask, decide } = await world();
  const told = async (id: string) => {
    const { items } = await api.history.history({ subjectId: `account#${id}`, limit: 9 });
    return items.map(({ action, holderTold }) => [action, holderTold]);
  };
  const { id } = await ask();
  expect(await told("emp_head")).toEqual([["leave-waiting", true]]);
  expect(await told("emp_chief")).toEqual([]);
  await decide("emp_head", id, advice);
  expect(await told("emp_head")).toEqual([["leave-waiting", true]]);
  expect(await told("emp_chief")).toEqual([["leave-waiting", true]]);
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
