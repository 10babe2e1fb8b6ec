import { beforeEach, expect, test } from "vitest";
import type { Officer } from "#shared/access/scope.ts";
import { parseDocumentToken } from "#shared/document/document-token.ts";
import { drawOwnCertificate } from "#shared/training/draw-certificate.ts";
import { jpIn } from "#shared/training/learning-ledger.ts";
import {
  assessLearner,
  issueCertificate,
  markSession,
  withdrawCertificate,
} from "#shared/training/note-results.ts";
import { tellLearning, tellResults } from "#shared/training/tell-results.ts";
import { lookUpDocument, tellDocument } from "#shared/verification/verify-document.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { hmacKey, siteUrl } from "../../support/call-api.ts";
import { DocumentsInMemory } from "../../support/documents-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { anOffer, joinLine, learner, limitsLine } from "../../support/training.ts";
import { TrainingResultsInMemory } from "../../support/training-results-in-memory.ts";
import { lineOfOffer } from "../../support/training-table-contract.ts";
import { TrainingsInMemory } from "../../support/trainings-in-memory.ts";

const by: Officer = { employeeId: "emp_budi", instansiId: "ins_contoh", units: undefined };
const offer = anOffer();
const { id } = offer;
const at = "2027-02-02T02:00:00.000Z";
const people = [1, 2, 3].map((n) =>
  anEmployee({ id: learner(n), nip: aNip(`19850212201001200${n}`), instansiId: "ins_contoh" }),
);
const [first, second, third] = people;
if (!first || !second || !third) throw new Error("Nobody learns.");

async function world(now = "2027-03-13T02:00:00Z") {
  // The third has no consent.
  const clock = new FakeClock(now);
  const trainings = new TrainingsInMemory();
  const results = new TrainingResultsInMemory();
  await trainings.save(offer, lineOfOffer(offer), limitsLine(offer));
  for (const n of [1, 2, 3]) {
    await trainings.append(id, joinLine(n, at));
    await trainings.noteJoin(learner(n), { offer: id, instansiId: offer.instansiId });
    if (n < 3) await trainings.append(id, { act: "consent", at, person: learner(n) });
  }
  const employees = new EmployeesInMemory(...people);
  const drawn: object[] = [];
  return {
    ...{ trainings, results, employees, clock, hmacKey, siteUrl, drawn },
    documents: new DocumentsInMemory(),
    limits: new LimitsInMemory(),
    drawDocument: async (page: object) => {
      drawn.push(page);
      return Buffer.from("a certificate");
    },
  };
}
let api: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  api = await world();
});

const presence = async (marks: Record<string, "present" | "absent" | "excused">) => {
  for (const session of [0, 1, 2]) {
    const { sheets } = await tellResults(api, { by, id });
    const revision = sheets[session]?.revision ?? 0;
    await markSession(api, { by, id, session, revision, marks });
  }
};
const passes = async (person = first.id) =>
  assessLearner(api, {
    ...{ by, id, person, revision: 0 },
    assessment: { passed: true, predicate: "memuaskan" },
  });
const issue = (person = first.id, revision = 1) =>
  issueCertificate(api, { by, id, person, revision });

test("who was there and passed gets an STTPP with its number, and JP in digits and words", async () => {
  await presence({ [first.id]: "present", [second.id]: "absent", [third.id]: "present" });
  await passes();

  expect(await issue()).toMatchObject({
    ok: true,
    content: { number: "001/STTPP/T-01/III/2027", jp: 20, jpWords: "dua puluh", kind: "sttpp" },
  });
  const { learners, sheets } = await tellResults(api, { by, id });
  expect(learners).toMatchObject([
    { percent: 100, obstacles: [], certificate: { number: "001/STTPP/T-01/III/2027" } },
    { percent: 0, obstacles: ["attendance-too-low", "not-assessed"] },
  ]);
  // Who has no certain seat is on no list.
  expect(Object.keys(sheets[0]?.marks ?? {})).toEqual([first.id, second.id]);
  expect(await tellLearning(api, first)).toMatchObject({
    years: [{ year: 2027, jp: 20, target: 20, short: 0 }],
  });
  expect(await tellLearning(api, second)).toMatchObject({ years: [{ jp: 0, short: 20 }] });
});

test("twice at once, and of several, each number is given once", async () => {
  await presence({ [first.id]: "present", [second.id]: "present" });
  await passes(first.id);
  await passes(second.id);
  const issued = await Promise.all([issue(first.id), issue(second.id)]);
  const again = await issue(first.id, 2);

  const numbers = issued.flatMap((each) => (each.ok ? [each.content.number] : []));
  expect(numbers.toSorted()).toEqual(["001/STTPP/T-01/III/2027", "002/STTPP/T-01/III/2027"]);
  expect(again).toEqual(issued[0]);
  expect(await api.results.lastNumber({ instansiId: "ins_contoh", year: 2027 })).toBe(2);
});

test("its QR tells number, day, programme and JP, and later that it was withdrawn", async () => {
  await presence({ [first.id]: "present" });
  await passes();
  await issue();
  const file = await drawOwnCertificate(api, { person: first, id });
  expect(file.name).toBe("sttpp_001-STTPP-T-01-III-2027.pdf");
  const [page] = api.drawn;
  const { address = "" } = { address: "", ...page };
  const token = parseDocumentToken(String(address).split("/").at(-1) ?? "");
  const look = async () => tellDocument(await lookUpDocument(api, token ?? ""), at);
  const told = await look();
  expect(told).toMatchObject({
    result: "document",
    document: {
      number: "001/STTPP/T-01/III/2027",
      subject: "Pelatihan Pengelolaan Arsip Dinamis, 20 (dua puluh) jam pelajaran",
    },
  });
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`${first.nip}|${first.name}`));

  const withdrawing = { by, id, person: first.id, revision: 2, reason: "Salah orang" };
  await withdrawCertificate(api, withdrawing);
  expect(await look()).toMatchObject({ result: "document-revoked" });
  await expect(drawOwnCertificate(api, { person: first, id })).rejects.toMatchObject({
    code: "document-revoked",
  });
  expect(jpIn(await api.results.learnt(first.id), 2027)).toBe(0);
  // A new one has a new number.
  expect(await issue(first.id, 3)).toMatchObject({
    content: { number: "002/STTPP/T-01/III/2027" },
  });
});

test("a name that changes later changes no certificate", async () => {
  await presence({ [first.id]: "present" });
  await passes();
  await issue();
  await drawOwnCertificate(api, { person: { ...first, name: "Nama Baru" }, id });

  expect(JSON.stringify(api.drawn)).not.toContain("Nama Baru");
});

test("what stands in the way is told, and gives no number", async () => {
  await presence({ [first.id]: "excused" });
  expect(await issue(first.id, 0)).toEqual({
    ok: false,
    obstacles: ["attendance-too-low", "not-assessed"],
  });
  expect(await api.results.lastNumber({ instansiId: "ins_contoh", year: 2027 })).toBe(0);
});

test("nobody notes the own, who has no certain seat has no result, and what was seen holds", async () => {
  const own = { by: { ...by, employeeId: first.id }, id };
  await expect(
    markSession(api, { ...own, session: 0, revision: 0, marks: { [first.id]: "present" } }),
  ).rejects.toMatchObject({ code: "own-record" });
  await expect(
    issueCertificate(api, { ...own, person: first.id, revision: 0 }),
  ).rejects.toMatchObject({ code: "own-record" });
  await expect(passes(third.id)).rejects.toThrow("No place in this training.");
  await passes();
  await expect(passes()).rejects.toMatchObject({ code: "record-changed" });
  await expect(markSession(api, { by, id, session: 9, revision: 0, marks: {} })).rejects.toThrow(
    "No such session.",
  );
});

test("a session that is still to come has no list", async () => {
  api = await world("2027-03-11T02:00:00Z");
  const marks = { [first.id]: "present" as const };
  await markSession(api, { by, id, session: 1, revision: 0, marks });
  await expect(markSession(api, { by, id, session: 2, revision: 0, marks })).rejects.toMatchObject({
    code: "record-changed",
  });
});
