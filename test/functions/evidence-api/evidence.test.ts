/** What a file is worth to whom: the person, agency, officer and content are all of its proof. */
import { expect, test } from "vitest";
import type { Officer } from "#shared/access/scope.ts";
import { acceptEvidence, offerUpload } from "#shared/evidence/bring-evidence.ts";
import type { EvidenceUploadId } from "#shared/evidence/evidence.ts";
import { evidenceIdOf } from "#shared/evidence/evidence-id.ts";
import { provenFile, provenSource } from "#shared/evidence/evidence-proof.ts";
import { judgeEvidence } from "#shared/evidence/judge-evidence.ts";
import { openEvidence } from "#shared/evidence/open-evidence.ts";
import { anEmployee } from "../../support/builders.ts";
import { hmacKey } from "../../support/call-api.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { EvidenceInMemory } from "../../support/evidence-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";

const siti = anEmployee();
const dewi = anEmployee({ id: "emp_dewi" });
const by: Officer = { employeeId: "emp_budi", instansiId: siti.instansiId, units: undefined };
const pdf = Buffer.from("%PDF-1.7\n1 0 obj\nendobj\n%%EOF");

function apiUnderTest() {
  const employees = new EmployeesInMemory(siti, dewi);
  const files = new EvidenceInMemory();
  return {
    ...{ employees, files, hmacKey, judge: judgeEvidence },
    ...{ limits: new LimitsInMemory(), clock: new FakeClock() },
    history: new HistoryInMemory(employees.history),
  };
}

async function brought(api: ReturnType<typeof apiUnderTest>, bytes = pdf) {
  const { upload } = await offerUpload(api, { employeeId: siti.id, by });
  api.files.uploads.set(`${siti.id}/${upload}`, bytes);
  return { upload, ...(await acceptEvidence(api, { employeeId: siti.id, upload, by })) };
}

test("a file is accepted once, however often it is asked, and is proof for its person, agency and officer alone", async () => {
  const api = apiUnderTest();
  const { upload, file, fileProof } = await brought(api);
  const given = { number: "SK 1", file, fileProof };
  const isProof = (employeeId: typeof siti.id, officer: Partial<Officer>, source = given) =>
    provenSource(hmacKey, source, {
      ...{ employeeId, by: { ...by, ...officer }, now: api.clock.now() },
    });

  const again = await acceptEvidence(api, { employeeId: siti.id, upload, by });
  expect(again).toEqual({ file, fileProof });
  expect(await isProof(siti.id, by)).toEqual({ number: "SK 1", file });
  // One SK may stand behind several changes of its person.
  expect(await isProof(siti.id, by)).toEqual({ number: "SK 1", file });
  const refused = { problems: [{ field: "sourceFile", code: "malformed" }] };
  await expect(isProof(dewi.id, by)).rejects.toMatchObject(refused);
  await expect(isProof(siti.id, { employeeId: "emp_rahayu" })).rejects.toMatchObject(refused);
  await expect(isProof(siti.id, { instansiId: "ins_other" })).rejects.toMatchObject(refused);
  const forged = { ...given, file: evidenceIdOf({ salt: "upl_x", bytes: pdf }) };
  await expect(isProof(siti.id, by, forged)).rejects.toMatchObject(refused);
});

test("forms that a broken connection takes without a file use up no file: thirty an hour are judged, and five times as many begun", async () => {
  const api = apiUnderTest();
  const own = { employeeId: siti.id, by: { ...by, employeeId: siti.id }, own: true } as const;
  for (let i = 0; i < 120; i++) await offerUpload(api, own);
  for (let i = 0; i < 30; i++) {
    const { upload } = await offerUpload(api, own);
    api.files.uploads.set(`${siti.id}/${upload}`, pdf);
    await acceptEvidence(api, { ...own, upload });
  }

  const many = { code: "too-many-attempts" };
  await expect(acceptEvidence(api, { ...own, upload: "upl_none" })).rejects.toMatchObject(many);
  await expect(offerUpload(api, own)).rejects.toMatchObject(many);
});

test("a proof lasts a day or two, then says that its time is over; a forged day is none", async () => {
  const api = apiUnderTest();
  const { upload, file, fileProof } = await brought(api);
  const given = { number: "SK 1", file, fileProof };
  const source = (of: typeof given) =>
    provenSource(hmacKey, of, { employeeId: siti.id, by, now: api.clock.now() });
  api.clock.advance({ hours: 24 });
  expect(await source(given)).toEqual({ number: "SK 1", file });
  api.clock.advance({ hours: 24 });

  const told = (code: string) => ({ problems: [{ field: "sourceFile", code }] });
  await expect(source(given)).rejects.toMatchObject(told("file-proof-ended"));
  const [day = "", hash] = (fileProof ?? "").split(".");
  const forged = { ...given, fileProof: `${Number(day) + 2}.${hash}` };
  await expect(source(forged)).rejects.toMatchObject(told("malformed"));
  const again = await acceptEvidence(api, { employeeId: siti.id, upload, by });
  expect(await source({ ...given, ...again })).toEqual({ number: "SK 1", file });
});

test("what stands behind a request already needs no newer proof; whose it is not does", async () => {
  const api = apiUnderTest();
  const { file, fileProof: proof } = await brought(api);
  api.clock.advance({ days: 30 });
  const brings = (standing: readonly (typeof file)[], by_: Partial<Officer> = {}) =>
    provenFile(
      hmacKey,
      { file, proof },
      {
        ...{ employeeId: siti.id, by: { ...by, ...by_ }, now: api.clock.now() },
        standing: async () => standing,
      },
    );

  expect(await brings([file])).toBe(file);
  const told = (code: string) => ({ problems: [{ field: "files", code }] });
  await expect(brings([])).rejects.toMatchObject(told("file-proof-ended"));
  await expect(brings([file], { employeeId: "emp_x" })).rejects.toMatchObject(told("malformed"));
});

test("what is refused, never arrived, or is about the own or a foreign record is no file", async () => {
  const api = apiUnderTest();
  await expect(brought(api, Buffer.from("<html>"))).rejects.toMatchObject({
    problems: [{ field: "sourceFile", code: "file-unknown" }],
  });
  const upload: EvidenceUploadId = "upl_none";
  const ask = (employeeId: typeof siti.id, officer: Partial<Officer> = {}) =>
    acceptEvidence(api, { employeeId, upload, by: { ...by, ...officer } });
  await expect(ask(siti.id)).rejects.toMatchObject({ code: "not-found" });
  await expect(ask(siti.id, { instansiId: "ins_other" })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(ask(siti.id, { employeeId: siti.id })).rejects.toMatchObject({
    code: "own-record",
  });
});

test("a file is opened with a line in the history, and not when its content is another one's", async () => {
  const api = apiUnderTest();
  const { upload, file } = await brought(api);
  const name = { employeeId: siti.id, file };

  expect(await openEvidence(api, { ...name, by })).toContain(file);
  const { items } = await api.history.readings({ subjectId: siti.id, limit: 10 });
  expect(items.map(({ purpose, actor }) => [purpose, actor.id])).toEqual([
    ["evidence-read", "emp_budi"],
  ]);
  await expect(openEvidence(api, { ...name, employeeId: dewi.id, by })).rejects.toMatchObject({
    code: "not-found",
  });
  const other = Buffer.from("another decree");
  await api.files.put(name, { type: "application/pdf", salt: upload, bytes: other });
  await expect(openEvidence(api, { ...name, by })).rejects.toMatchObject({ code: "not-found" });
});
