/** The letters of an agency, from how it writes them to a letter that is signed, checked and withdrawn. */
import { beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import type { Employee } from "#shared/employee/employee.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { letterKinds } from "#shared/letter/letter-kinds.ts";
import { LetterTypesetter } from "#shared/letter/letter-typesetter.ts";
import { logger } from "#shared/runtime/logger.ts";
import { letterRoutes } from "../../../functions/agency-api/letter-routes.ts";
import { callApi, handlerOptions, siteUrl } from "../../support/call-api.ts";
import { DocumentsInMemory } from "../../support/documents-in-memory.ts";
import { aProfile, letterWords, statementWords } from "../../support/letters.ts";
import {
  LetterProfilesInMemory,
  LettersInMemory,
  NumberRegistersInMemory,
} from "../../support/letters-in-memory.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { aPost, lineOfPost } from "../../support/post-table-contract.ts";
import { PostsInMemory } from "../../support/posts-in-memory.ts";
import { signIn } from "../../support/signed-in.ts";
import { TrainingsInMemory } from "../../support/trainings-in-memory.ts";
import { elsewhere, ofUnit, operator, penyetuju, petugas, setUp } from "./agency-api-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const path = "letters";
const letter = z.looseObject({ id: z.string(), revision: z.int(), state: z.string() });
/** Of many people, as their records are. */
const words = letterWords({ people: [petugas.id, penyetuju.id, ofUnit.id, operator.id] });

async function world() {
  const { call: _, ...tables } = await setUp();
  const typesetter = new LetterTypesetter(() => []);
  const post = aPost({ id: "pst_kepala", title: "Kepala BKPSDM", holder: ofUnit.id });
  const api = {
    ...{ ...tables, siteUrl, posts: new PostsInMemory(tables.agencies.history) },
    letters: new LettersInMemory(tables.agencies.history),
    trainings: new TrainingsInMemory(),
    registers: new NumberRegistersInMemory(),
    profiles: new LetterProfilesInMemory(tables.agencies.history),
    documents: new DocumentsInMemory(),
    limits: new LimitsInMemory(),
    hmacKey: { derive: async () => Buffer.alloc(32) },
    drawLetter: typesetter.set.bind(typesetter),
  };
  await api.posts.save(post, undefined, lineOfPost(post));
  const handler = apiHandler(letterRoutes(api), handlerOptions);
  const call = async (by: Employee, method: "GET" | "POST" | "PATCH", at: string, body?: object) =>
    callApi(handler, {
      ...{ method, path: `/api/officer/agency/${at.split("?")[0]}`, ...(body && { body }) },
      query: Object.fromEntries(new URLSearchParams(at.split("?")[1])),
      ...(await signIn(tables, by)),
    });
  const details = aProfile();
  const said = await call(petugas, "POST", "letter-profile", {
    revision: 0,
    reason: "SK 1",
    details,
  });
  return { ...api, call, said };
}

async function sent({ call }: Pick<Awaited<ReturnType<typeof world>>, "call">, of = words) {
  const made = letter.parse((await call(petugas, "POST", path, { words: of })).body);
  const { revision } = made;
  return letter.parse((await call(petugas, "POST", `${path}/${made.id}/send`, { revision })).body);
}

test("a letter is written by a petugas, signed by who acts in the post, opened as a file and withdrawn", async () => {
  const { call, documents, said } = await world();
  expect(said.body).toEqual({ revision: 1, details: aProfile() });
  const { id, revision } = await sent({ call });
  const toSign = await call(ofUnit, "GET", "letters-to-sign");
  expect(toSign.body).toMatchObject({ items: [{ id, revision, state: "waiting" }] });
  const read = await call(ofUnit, "GET", `letters-to-sign/${id}`);
  expect(read.body).toMatchObject({
    ...{ id, revision, words, place: { urut: 1 } },
    face: { lines: ["Kepala BKPSDM,"], number: expect.stringMatching(/^ST-001\//) },
    steps: [{ to: "draft", name: "Siti Rahma, S.Kom." }, { to: "waiting" }],
  });
  expect((await call(ofUnit, "GET", `letters-to-sign/${id}/file`)).status).toBe(200);
  expect(documents.kept.size).toBe(0);
  expect((await call(ofUnit, "POST", `letters-to-sign/${id}/sign`, { revision })).status).toBe(204);

  const signed = letter.parse((await call(penyetuju, "GET", `${path}/${id}`)).body);
  expect(signed).toMatchObject({ state: "signed", number: expect.stringMatching(/^ST-001\//) });
  const file = await call(penyetuju, "GET", `${path}/${id}/file`);
  expect(file.headers).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": expect.stringMatching(/filename="surat-tugas_.*\.pdf"/),
  });
  expect([...documents.kept.values()]).toMatchObject([{ kind: "Surat Tugas" }]);
  const end = { revision: signed.revision, reason: "Kegiatan dibatalkan" };
  const gone = await call(petugas, "POST", `${path}/${id}/withdraw`, end);
  expect(gone.body).toMatchObject({ state: "withdrawn" });
  expect((await call(petugas, "GET", `${path}/${id}/file`)).body).toMatchObject({
    code: "document-revoked",
  });
  expect((await call(petugas, "GET", path)).body).toEqual({
    items: [expect.objectContaining({ id, state: "withdrawn" })],
  });
  expect((await call(penyetuju, "GET", path)).body).toMatchObject({ readOnly: true });
  expect((await call(ofUnit, "GET", `letters-to-sign/${id}`)).status).toBe(404);
});

test("whoever signs hears that it waits; whom it is about hears of it, reads and keeps it, and nobody else does", async () => {
  const { call, letters } = await world();
  const own = async () => (await call(penyetuju, "GET", "own-letters")).body;
  const told = () => letters.told.map(({ subjectId, action }) => `${action} ${subjectId}`);
  const { id, revision } = await sent({ call }, statementWords({ people: [penyetuju.id] }));
  expect(told()).toEqual([`letter-waiting account#${ofUnit.id}`]);
  expect(await own()).toEqual({ items: [] });
  expect((await call(penyetuju, "GET", `own-letters/${id}/file`)).status).toBe(404);
  await call(ofUnit, "POST", `letters-to-sign/${id}/sign`, { revision });

  expect(told().slice(1)).toEqual([`letter-signed account#${penyetuju.id}`]);
  expect(await own()).toMatchObject({ items: [{ id, state: "signed", hal: expect.any(String) }] });
  const file = await call(penyetuju, "GET", `own-letters/${id}/file`);
  expect(file.headers["content-type"]).toBe("application/pdf");
  expect((await call(petugas, "GET", `own-letters/${id}/file`)).status).toBe(404);
  const end = { revision: revision + 1, reason: "Salah golongan" };
  await call(petugas, "POST", `${path}/${id}/withdraw`, end);
  expect(told().slice(2)).toEqual([`letter-ended account#${penyetuju.id}`]);
  expect(await own()).toMatchObject({ items: [{ state: "withdrawn", reason: end.reason }] });
  const gone = await call(penyetuju, "GET", `own-letters/${id}/file`);
  expect(gone.body).toMatchObject({ code: "document-revoked" });
});

test("a letter of many people is nobody's own, and its people are not told", async () => {
  const { call, letters } = await world();
  const { id, revision } = await sent({ call });
  await call(ofUnit, "POST", `letters-to-sign/${id}/sign`, { revision });
  expect((await call(petugas, "GET", "own-letters")).body).toEqual({ items: [] });
  expect(letters.told.map(({ action }) => action)).toEqual(["letter-waiting"]);
});

test("an agency sees each kind of letter with long names before it writes one", async () => {
  const { call, documents } = await world();
  for (const kind of letterKinds) {
    const sample = await call(penyetuju, "GET", `letter-profile/sample?kind=${kind}`);
    expect(sample.headers["content-type"]).toBe("application/pdf");
  }
  expect(documents.kept.size).toBe(0);
  expect((await call(elsewhere, "GET", "letter-profile/sample?kind=tugas")).status).toBe(422);
});

test("the register says what became of each number", async () => {
  const { call } = await world();
  const first = await sent({ call });
  await sent({ call });
  const end = { revision: first.revision, reason: "Salah alamat" };
  await call(petugas, "POST", `${path}/${first.id}/cancel`, end);
  const years = await Promise.all(
    ["2025", "2026", "2027"].map((each) => call(penyetuju, "GET", `letter-numbers?year=${each}`)),
  );

  expect(years.map(({ body }) => body)).toContainEqual({
    last: 2,
    lines: [
      { urut: 1, state: "void", letter: first.id, reason: "Salah alamat" },
      expect.objectContaining({ urut: 2, state: "reserved" }),
    ],
  });
});

test("who does not act in the post neither sees nor signs it, and it comes back with a reason", async () => {
  const { call } = await world();
  const { id, revision } = await sent({ call });
  expect((await call(petugas, "GET", "letters-to-sign")).body).toEqual({ items: [] });
  const sign = await call(petugas, "POST", `letters-to-sign/${id}/sign`, { revision });
  expect(sign.status).toBe(404);
  const back = { revision, reason: "Perbaiki hal" };
  expect((await call(ofUnit, "POST", `letters-to-sign/${id}/return`, back)).status).toBe(204);
  expect((await call(petugas, "GET", `${path}/${id}`)).body).toMatchObject({
    ...{ state: "returned", steps: [{}, {}, { to: "returned", reason: "Perbaiki hal" }] },
  });
});

test("all that is wrong is said at once, and other agencies and officers of units find nothing", async () => {
  const { call } = await world();
  const { id } = await sent({ call });
  for (const by of [elsewhere, ofUnit])
    expect((await call(by, "GET", `${path}/${id}`)).status).toBe(404);
  const wrong = letterWords({ hal: "", people: [] });
  const made = letter.parse((await call(petugas, "POST", path, { words: wrong })).body);
  const refused = await call(petugas, "POST", `${path}/${made.id}/send`, { revision: 1 });
  expect(refused.body).toMatchObject({
    problems: [{ field: "hal" }, { field: "people", code: "required" }],
  });
  const details = aProfile({ pattern: "{x}" });
  const kept = await call(petugas, "POST", "letter-profile", { revision: 1, reason: "S", details });
  expect(kept.body).toMatchObject({
    problems: [
      { field: "pattern", code: "placeholder-unknown" },
      { field: "pattern", code: "placeholder-missing" },
      { field: "pattern", code: "placeholder-missing" },
    ],
  });
});
