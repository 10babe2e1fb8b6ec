import { beforeEach, expect, test, vi } from "vitest";
import { personMattersAnswer } from "#shared/desk/person-matters-answers.ts";
import { moveTo } from "#shared/request/requests.ts";
import { logger } from "#shared/runtime/logger.ts";
import { releasedUntil, type Transfer } from "#shared/transfer/transfer.ts";
import { change } from "../../support/employees-in-memory.ts";
import { aDraft, aRequest } from "../../support/requests.ts";
import { writeInMemory } from "../../support/steps-in-memory.ts";
import { bayu, budi, elsewhere, rahayu, sari, siti } from "./accounts-api-under-test.ts";
import { decreeWorld } from "./decree-world.ts";

let world: Awaited<ReturnType<typeof decreeWorld>>;
const requestedAt = "2026-11-20T03:00:00.000Z";

beforeEach(async () => {
  vi.spyOn(logger, "info").mockReturnValue();
  world = await decreeWorld();
});

const mattersOf = async (by: typeof budi, of = siti) => await world.get(by, `${of.id}/matters`);

test("a request about the person is told with who asked, and is listed for who asked or decides", async () => {
  await world.ask();
  const request = { kind: "decree", asker: "Budi Petugasanto" };

  expect((await mattersOf(budi)).body).toMatchObject({
    requests: [{ ...request, isListed: true }],
  });
  expect((await mattersOf(rahayu)).body).toMatchObject({
    requests: [{ ...request, isListed: true }],
  });
  expect((await mattersOf(bayu)).body).toMatchObject({ requests: [request] });
  expect(JSON.stringify((await mattersOf(bayu)).body)).not.toContain("isListed");
  expect((await mattersOf(budi, sari)).body).toEqual({
    ...{ requests: [], decrees: [], asked: [] },
  });
});

test("what is decided for a day to come and a release to another agency are told", async () => {
  await world.planned({
    kind: "placement",
    to: { unitKerja: "Dinas Arsip", jabatan: "Arsiparis" },
  });
  await world.planned();
  await change(world.employees, siti, { golongan: "III/d" }, world.clock);
  await world.actAt("2027-03-31T17:00:00.000Z");
  await world.planned({ kind: "position", to: { kedudukanHukum: "77" }, tmt: "2027-05-01" });
  const now = world.clock.now();
  const release: Transfer = {
    ...{ employeeId: siti.id, from: siti.instansiId, to: "ins_lain", toName: "Kota Lain" },
    ...{ source: { number: "1" }, reason: "Pindah", askedBy: budi.id, approvedBy: rahayu.id },
    ...{ releasedAt: now.toISOString(), until: releasedUntil(now), revision: 1 },
  };
  await writeInMemory([world.transfers.writing(release)]);

  expect((await mattersOf(rahayu)).body).toMatchObject({
    decrees: [
      { kind: "promotion", tmt: "2027-04-01", isStuck: true },
      { kind: "position", tmt: "2027-05-01" },
    ],
    release: { to: "Kota Lain", until: release.until },
  });
});

test("the last photo is told with what was found, and whether it is on the card", async () => {
  const rules = [{ rule: "size", verdict: "failed", code: "too-large" }] as const;
  const refused = { id: "pho_x", employeeId: siti.id, requestedAt } as const;
  world.photos.put({ ...refused, state: "rejected", rules });

  expect((await mattersOf(budi)).body).toMatchObject({
    photo: { isAccepted: false, isOnCard: false, sentAt: requestedAt, rules },
  });
});

test("what the person asks for and has not got yet is told; drafts and what ended are not", async () => {
  const dueAt = "2099-01-01T00:00:00.000Z";
  const all = [
    aRequest({ id: "req_open", person: siti.id, group: "a", dueAt }),
    aRequest({ id: "req_asked", person: siti.id, group: "b", state: "clarifying", dueAt }),
    aRequest({
      id: "req_late",
      person: siti.id,
      group: "c",
      state: "clarifying",
      dueAt: requestedAt,
    }),
    aRequest({ id: "req_done", person: siti.id, group: "d", state: "approved" }),
    aDraft({ id: "req_draft", person: siti.id }),
  ];
  for (const each of all) await world.requests.save(moveTo(undefined, each));
  const { asked } = personMattersAnswer.parse((await mattersOf(budi)).body);

  expect(asked.map(({ id }) => id).sort()).toEqual(["req_asked", "req_open"]);
});

test("a reading is noted, and another unit's officer is told nothing", async () => {
  const before = world.history.noted.length;
  expect((await mattersOf(elsewhere)).status).toBe(404);
  expect(world.history.noted).toHaveLength(before);
  await mattersOf(budi);

  expect(world.history.noted.at(-1)).toMatchObject({
    ...{ subjectId: siti.id, purpose: "record-read", actor: { role: "officer", id: budi.id } },
  });
});
