/** Who has a certain seat in a training is called by a surat tugas, which goes the way of all letters; the training tells how far it is. */
import { beforeEach, expect, test, vi } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { logger } from "#shared/runtime/logger.ts";
import { offerAnswer } from "#shared/training/training-answers.ts";
import { letterRoutes } from "../../../functions/agency-api/letter-routes.ts";
import { trainingRoutes } from "../../../functions/agency-api/training-routes.ts";
import { callBegun } from "../../../web/src/training/call-begun.ts";
import { callApi, handlerOptions, siteUrl } from "../../support/call-api.ts";
import { DocumentsInMemory } from "../../support/documents-in-memory.ts";
import { LeaveLedgersInMemory } from "../../support/leave-ledgers-in-memory.ts";
import { letterWords } from "../../support/letters.ts";
import {
  LetterProfilesInMemory,
  LettersInMemory,
  NumberRegistersInMemory,
} from "../../support/letters-in-memory.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { PostsInMemory } from "../../support/posts-in-memory.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { signIn } from "../../support/signed-in.ts";
import { anOffer, limitsLine } from "../../support/training.ts";
import { lineOfOffer } from "../../support/training-table-contract.ts";
import { TrainingsInMemory } from "../../support/trainings-in-memory.ts";
import { elsewhere, ofUnit, penyetuju, petugas, setUp } from "./agency-api-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const offer = anOffer({ instansiId: petugas.instansiId });
const training = offer.id;
const at = "/api/officer/agency";

async function world() {
  const { call: _, ...tables } = await setUp();
  const trainings = new TrainingsInMemory();
  const api = {
    ...{ ...tables, trainings, siteUrl, posts: new PostsInMemory(tables.agencies.history) },
    letters: new LettersInMemory(tables.agencies.history),
    registers: new NumberRegistersInMemory(),
    profiles: new LetterProfilesInMemory(tables.agencies.history),
    ledgers: new LeaveLedgersInMemory(),
    ...{ documents: new DocumentsInMemory(), limits: new LimitsInMemory() },
    hmacKey: { derive: async () => Buffer.alloc(32) },
    drawLetter: async () => Buffer.from("a letter"),
  };
  await trainings.save(offer, lineOfOffer(offer), limitsLine(offer));
  for (const { id: person } of [ofUnit, penyetuju]) {
    const unit = "Bagian Umum";
    await trainings.append(training, { act: "join", at: "2027-02-02T00:00:00Z", person, unit });
    const consent = { act: "consent", at: "2027-02-02T01:00:00Z", person } as const;
    if (person === ofUnit.id) await trainings.append(training, consent);
  }
  const handler = apiHandler([...trainingRoutes(api), ...letterRoutes(api)], handlerOptions);
  const call = async (by: Employee, method: "GET" | "POST", path: string, body?: object) =>
    callApi(handler, {
      ...{ method, path: `${at}/${path}`, ...(body && { body }), ...(await signIn(tables, by)) },
    });
  const told = async () =>
    offerAnswer.parse((await call(petugas, "GET", `trainings/${training}`)).body);
  const write = async (people: Employee["id"][], by = petugas) =>
    await call(by, "POST", "letters", { words: letterWords({ people }), training });
  return { ...api, call, told, write };
}

test("those with a certain seat are called by a letter, whose state the training tells", async () => {
  const { call, told, write } = await world();
  const before = await told();
  expect(before).toMatchObject({ calls: [], uncalled: [ofUnit.id] });

  expect((await write([ofUnit.id])).status).toBe(201);
  const [letter] = (await told()).calls;
  expect(letter).toMatchObject({ kind: "tugas", state: "draft", people: 1 });
  expect((await told()).uncalled).toEqual([]);

  const ended = { revision: 1, reason: "Salah orang" };
  await call(petugas, "POST", `letters/${letter?.id}/cancel`, ended);
  expect(await told()).toMatchObject({ calls: [{ state: "cancelled" }], uncalled: [ofUnit.id] });
  await write([ofUnit.id]);
  expect((await told()).calls.map(({ state }) => state)).toEqual(["cancelled", "draft"]);
});

test("of two officers who begin it at once one does", async () => {
  const { told, write } = await world();
  const codes = await Promise.all([write([ofUnit.id]), write([ofUnit.id])]);

  expect(codes.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect((await told()).calls).toHaveLength(1);
});

test("nobody is called to another agency's training, to one that is called off, or by another letter", async () => {
  const { call, roles, trainings, write } = await world();
  roles.set(elsewhere.id, aGrant("petugas", { instansiId: "ins_lain" }));
  const words = letterWords({ kind: "pengantar", people: [] });
  expect((await call(petugas, "POST", "letters", { words, training })).status).toBe(422);
  expect((await write([ofUnit.id], elsewhere)).status).toBe(404);
  const off = { ...offer, state: "called-off", revision: 2 } as const;
  await trainings.save(off, lineOfOffer(off));
  expect((await write([ofUnit.id])).status).toBe(409);
});

test("its draft begins with the training's name, days, place and people", async () => {
  const { told } = await world();
  const { people, begun, id } = callBegun(await told());

  expect({ id, people }).toEqual({
    id: training,
    people: [{ id: ofUnit.id, name: "Siti Rahma, S.Kom." }],
  });
  expect(begun).toEqual({
    hal: "Pemanggilan peserta Pelatihan Pengelolaan Arsip Dinamis",
    basis: [
      "Daftar peserta Pelatihan Pengelolaan Arsip Dinamis, angkatan I, diselenggarakan oleh BKPSDM Kabupaten Contoh.",
    ],
    tasks: [
      "Mengikuti Pelatihan Pengelolaan Arsip Dinamis, angkatan I (20 JP).",
      "Waktu: 10 Maret 2027 sampai 12 Maret 2027, mulai pukul 08:00 WITA.",
      "Tempat: Aula BKPSDM.",
    ],
  });
});
