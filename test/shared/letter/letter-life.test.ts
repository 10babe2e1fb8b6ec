/** From a draft to a signed letter, and what becomes of its number on each way. */
import { beforeEach, expect, test } from "vitest";
import type { Officer } from "#shared/access/scope.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { changeLetter, draftLetter, sendLetter } from "#shared/letter/draft-letter.ts";
import { drawLetter } from "#shared/letter/draw-letter.ts";
import { cancelLetter, withdrawLetter } from "#shared/letter/end-letter.ts";
import type { Letter } from "#shared/letter/letter.ts";
import type { DrawnLetter } from "#shared/letter/letter-page.ts";
import { reportOf } from "#shared/letter/number-register.ts";
import { returnLetter, signLetter } from "#shared/letter/sign-letter.ts";
import type { Post } from "#shared/post/post.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { anEmployee } from "../../support/builders.ts";
import { DocumentsInMemory } from "../../support/documents-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aProfile, kabid, kepala, letterWords, sekretaris } from "../../support/letters.ts";
import {
  LetterProfilesInMemory,
  LettersInMemory,
  NumberRegistersInMemory,
} from "../../support/letters-in-memory.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { lineOfPost } from "../../support/post-table-contract.ts";
import { PostsInMemory } from "../../support/posts-in-memory.ts";

const by: Officer = { employeeId: "emp_budi", instansiId: "ins_contoh", units: undefined };
const siti = anEmployee();
const ani = anEmployee({ id: "emp_ani", name: "Ani Wijaya", golongan: "IV/b" });
const tono = anEmployee({ id: "emp_tono", name: "Tono" });
const reason = "Kegiatan dibatalkan";

let world: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  world = await aWorld();
});

async function aWorld() {
  const clock = new FakeClock("2026-12-30T02:00:00.000Z");
  const posts = new PostsInMemory();
  for (const each of [kepala, sekretaris, kabid])
    await posts.save(each, undefined, lineOfPost(each));
  const profile = { ...aProfile(), instansiId: "ins_contoh", revision: 1 };
  return {
    ...{ clock, posts, siteUrl: "https://kartu.example.go.id" },
    letters: new LettersInMemory(),
    registers: new NumberRegistersInMemory(),
    profiles: new LetterProfilesInMemory([], profile),
    employees: new EmployeesInMemory(siti, ani, tono),
    agencies: new AgenciesInMemory(),
    documents: new DocumentsInMemory(),
    limits: new LimitsInMemory(),
    hmacKey: { derive: async () => Buffer.alloc(32) },
    drawLetter: async ({ check, face }: DrawnLetter) =>
      Buffer.from(`${face.number} ${check?.address.replace(/d.*/, "QR") ?? "KONSEP"}`),
  };
}

const seen = ({ id, revision }: Letter) => ({ by, id, revision });
const held = ({ id, revision }: Letter, person: Employee = ani) => ({ person, id, revision });
const draft = (words = letterWords()) => draftLetter(world, { by, words });
const send = async (letter: Letter) => sendLetter(world, seen(letter));
const sent = async () => send(await draft());
async function report(year = "2026") {
  const of = { instansiId: "ins_contoh", year };
  const lines = reportOf(await world.registers.read(of, { from: 1, count: 100 }));
  return lines.map((each) =>
    [each.urut, each.state, "reason" in each ? each.reason : ""].join(" ").trim(),
  );
}
async function standIn(change: Partial<Post>): Promise<void> {
  const next = { ...kepala, ...change, revision: 2 };
  await world.posts.save(next, kepala, lineOfPost(next));
}

test("a number is reserved when a letter is sent, fixed when it is signed, and its paper can be checked", async () => {
  const waiting = await sent();
  expect(waiting).toMatchObject({ state: "waiting", number: { year: "2026", urut: 1 } });
  expect(await report()).toEqual(["1 reserved"]);

  const signed = await signLetter(world, held(waiting));
  expect(signed.face).toMatchObject({
    ...{ number: "ST-001/800.1.11.1/BKPSDM/XII/2026", day: "2026-12-30" },
    people: [{ name: "Siti Rahma, S.Kom." }],
    signer: { name: "Ani Wijaya, S.Kom.", lines: ["Kepala BKPSDM,"] },
  });
  expect(await report()).toEqual(["1 fixed"]);
  const drawn = await drawLetter(world, signed, "emp_budi");
  expect(drawn.name).toMatch(/^surat-tugas_2026-12-30_ST-001-/);
  expect([...world.documents.kept.values()]).toMatchObject([
    {
      ...{ kind: "Surat Tugas", number: "ST-001/800.1.11.1/BKPSDM/XII/2026" },
      ...{ series: "ins_contoh", personId: signed.id, subject: signed.words.hal },
      signer: "Kepala BKPSDM · Pemerintah Kabupaten Contoh",
    },
  ]);
  expect(world.letters.history.map(({ changes }) => changes[0]?.to)).toEqual([
    ...["draft", "waiting", "signed"],
  ]);
});

test("a draft is drawn without a QR, and registers nothing", async () => {
  const { bytes } = await drawLetter(world, await draft(), "emp_budi");
  expect(bytes.toString()).toBe("… KONSEP");
  expect(world.documents.kept.size).toBe(0);
});

test("what cannot be signed is not sent, and takes no number", async () => {
  const wrong = await draft(letterWords({ hal: "", people: [] }));
  await expect(send(wrong)).rejects.toMatchObject({
    problems: [{ field: "hal" }, { field: "people" }],
  });
  const none = new LetterProfilesInMemory();
  await expect(sendLetter({ ...world, profiles: none }, seen(await draft()))).rejects.toMatchObject(
    {
      problems: [{ field: "profile", code: "required" }],
    },
  );
  expect(await report()).toEqual([]);
});

test("two officers who send one letter at once take one number; whoever is late is told", async () => {
  const letter = await draft();
  const results = await Promise.allSettled([send(letter), send(letter)]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await report()).toEqual(["1 reserved"]);
  await expect(send(letter)).rejects.toMatchObject({ code: "letter-changed" });
  expect(await report()).toEqual(["1 reserved"]);
});

test("a number whose letter was changed meanwhile is void, with the reason", async () => {
  const letter = await draft();
  class Racing extends NumberRegistersInMemory {
    override async take(...asked: Parameters<NumberRegistersInMemory["take"]>) {
      await changeLetter(world, { ...seen(letter), words: letterWords({ hal: "Lain" }) });
      return await super.take(...asked);
    }
  }
  world.registers = new Racing();
  await expect(send(letter)).rejects.toMatchObject({
    code: "letter-changed",
  });
  expect(await report()).toEqual(["1 void Surat berubah saat nomor dipesan."]);
});

test("a letter that comes back keeps its number; one that is cancelled leaves it void", async () => {
  const back = await returnLetter(world, { ...held(await sent()), reason: "Perbaiki hal" });
  expect(back).toMatchObject({ state: "returned", number: { urut: 1 } });
  const again = await send(
    await changeLetter(world, { ...seen(back), words: letterWords({ hal: "Baru" }) }),
  );
  expect(again.number).toMatchObject({ urut: 1 });
  await cancelLetter(world, { ...seen(again), reason });
  expect(await report()).toEqual([`1 void ${reason}`]);
  expect((await sent()).number).toMatchObject({ urut: 2 });
});

test("only who acts in the post at that moment signs", async () => {
  const waiting = await sent();
  await expect(signLetter(world, held(waiting, tono))).rejects.toMatchObject({ status: 404 });
  const days = { from: "2026-12-30", until: "2026-12-31" };
  await standIn({ standIns: [{ person: "emp_tono", form: "plh", ...days }] });
  await expect(signLetter(world, held(waiting))).rejects.toMatchObject({ status: 404 });
  const signed = await signLetter(world, held(waiting, tono));
  expect(signed.face?.signer.lines).toEqual(["Plh. Kepala BKPSDM,"]);
});

test("a letter is judged again when it is signed", async () => {
  const waiting = await sent();
  const employees = new EmployeesInMemory(anEmployee({ kedudukanHukum: "04" }), ani);
  await expect(signLetter({ ...world, employees }, held(waiting))).rejects.toMatchObject({
    problems: [{ field: "people.0", code: "person-not-active" }],
  });
});

test("a number of December is not signed in January: its letter gets one of the new year, and the old one is void", async () => {
  const waiting = await sent();
  world.clock.advance({ days: 3 });
  await expect(signLetter(world, held(waiting))).rejects.toMatchObject({
    code: "letter-year-over",
  });
  const back = await returnLetter(world, { ...held(waiting), reason: "Nomor tahun lalu" });
  const again = await send(back);
  expect(again.number).toEqual({ year: "2027", urut: 1 });
  expect(await report()).toEqual(["1 void Tahun berganti sebelum surat ditandatangani."]);
  expect(await report("2027")).toEqual(["1 reserved"]);
  const signed = await signLetter(world, held(again));
  expect(signed.face?.number).toBe("ST-001/800.1.11.1/BKPSDM/I/2027");
});

test("a forgotten letter of an earlier day gets an inserted number", async () => {
  await signLetter(world, held(await sent()));
  world.clock.advance({ days: 1 });
  await signLetter(world, held(await sent()));
  const insert = async (day: string) =>
    sendLetter(world, { ...seen(await draft()), inserted: { after: 1, day } });

  await expect(insert("2026-12-29")).rejects.toMatchObject({
    problems: [{ field: "day", code: "day-too-early" }],
  });
  const signed = await signLetter(world, held(await insert("2026-12-30")));
  expect(signed.face).toMatchObject({
    ...{ number: "ST-001.01/800.1.11.1/BKPSDM/XII/2026", day: "2026-12-30" },
  });
  expect((await insert("2026-12-30")).number).toMatchObject({ urut: 1, inserted: 2 });
  expect(await report()).toEqual(["1 fixed", "1 fixed", "1 reserved", "2 fixed"]);
  await drawLetter(world, signed, "emp_budi");
  expect([...world.documents.kept.values()][0]?.issuedAt).toBe("2026-12-29T17:00:00.000Z");
});

test("a signed letter is withdrawn with a reason, and whoever checks it is told", async () => {
  const signed = await signLetter(world, held(await sent()));
  await drawLetter(world, signed, "emp_budi");
  const [hash = ""] = world.documents.kept.keys();
  await expect(cancelLetter(world, { ...seen(signed), reason })).rejects.toMatchObject({
    code: "letter-changed",
  });
  await expect(withdrawLetter(world, { ...seen(signed), reason: " " })).rejects.toMatchObject({
    problems: [{ field: "reason", code: "required" }],
  });
  const gone = await withdrawLetter(world, { ...seen(signed), reason });

  expect((await world.documents.find(hash))?.revokedAt).toBe("2026-12-30T02:00:00.000Z");
  await expect(drawLetter(world, gone, "emp_budi")).rejects.toMatchObject({
    code: "document-revoked",
  });
  expect(await report()).toEqual(["1 fixed"]);
  expect(
    await world.documents.revokedAt({
      kind: "Surat Tugas",
      number: signed.face?.number ?? "",
      series: "ins_lain",
    }),
  ).toBeUndefined();
});

test("letters are those of the whole agency: another one, and a unit's officer, find none", async () => {
  const letter = await draft();
  for (const other of [
    { ...by, instansiId: "ins_lain" },
    { ...by, units: ["Bagian Umum"] },
  ])
    await expect(cancelLetter(world, { ...seen(letter), by: other, reason })).rejects.toMatchObject(
      {
        status: 404,
      },
    );
});
