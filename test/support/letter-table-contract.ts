import { expect, test } from "vitest";
import { entryOf } from "#shared/account/account-event.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Letter, LetterFace } from "#shared/letter/letter.ts";
import { profileEntry } from "#shared/letter/letter-entry.ts";
import type { LetterProfiles, Letters, NumberRegisters } from "#shared/letter/letters.ts";
import type { Registered } from "#shared/letter/number-register.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { aProfile, letterWords, statementWords } from "./letters.ts";

const at = "2026-12-01T02:00:00.000Z";

export function aLetter(change: Partial<Letter> = {}): Letter {
  const state = change.state ?? "draft";
  return {
    ...({ id: "ltr_1", instansiId: "ins_contoh", words: letterWords(), state } as const),
    ...{ steps: [{ to: state, by: "emp_budi", at }], revision: 1, ...change },
  };
}

/** What a signed one says. */
export function aFace(change: Partial<LetterFace> = {}): LetterFace {
  const person = {
    ...({ id: "emp_siti", name: "Siti Rahma, S.Kom.", nip: "198502122010012004" } as const),
    ...{ rank: "Penata Muda (III/a)", jabatan: "Analis Kebijakan", unitKerja: "Bagian Umum" },
  };
  return {
    ...{ number: "ST-005.01/800.1.11.1/BKPSDM/XII/2026", day: "2026-12-01", people: [person] },
    kop: {
      ...{ sender: "Pemerintah Kabupaten Contoh", office: "Jalan Contoh 1, Mataram" },
      ...{ emblem: "", place: "Mataram" },
    },
    signer: {
      ...({ ...person, id: "emp_ani", name: "Ani Wijaya", form: "plh" } as const),
      lines: ["Plh. Kepala BKPSDM,"],
    },
    ...change,
  };
}

export function lineOfLetter({ id, revision }: Letter): AuditEntry {
  return {
    ...{ subjectId: `letter#${id}`, revision, at, changes: [] },
    actor: { role: "officer", id: "emp_budi" },
    action: revision === 1 ? "registered" : "changed",
  };
}

export function aNumber(change: Partial<Registered> = {}): Registered {
  return {
    ...({ instansiId: "ins_contoh", year: "2026", urut: 1, state: "reserved" } as const),
    ...{ letter: "ltr_1", at, ...change },
  };
}

const year = { instansiId: "ins_contoh", year: "2026" };
const all = { from: 1, count: 1000 };

/** What every table of letters does, the fake and the real one. `make` gives an empty table each time. */
export function letterTableContract(make: () => Promise<Letters>): void {
  test("a letter is found as it was saved, and one that somebody has changed is not saved over", async () => {
    const letters = await make();
    const first = aLetter();
    await letters.save(first, lineOfLetter(first));
    const second = aLetter({ revision: 2, words: letterWords({ hal: "Lain" }) });
    await letters.save(second, lineOfLetter(second));

    expect(await letters.find("ltr_1")).toEqual(second);
    expect(await letters.find("ltr_2")).toBeUndefined();
    for (const late of [first, second])
      await expect(letters.save(late, lineOfLetter(late))).rejects.toMatchObject({
        code: "letter-changed",
      });
  });

  test("an agency's letters are listed newest first, page by page; a post's those that wait", async () => {
    const letters = await make();
    const saved = ([1, 2, 3] as const).map((n) =>
      aLetter({
        id: `ltr_${n}`,
        state: n === 2 ? "draft" : "waiting",
        steps: [{ to: "waiting", by: "emp_budi", at: `2026-12-0${n}T02:00:00.000Z` }],
      }),
    );
    for (const each of saved) await letters.save(each, lineOfLetter(each));
    const other = aLetter({ id: "ltr_x", instansiId: "ins_lain" });
    await letters.save(other, lineOfLetter(other));
    const first = await letters.of("ins_contoh", { limit: 2 });
    const rest = await letters.of("ins_contoh", { limit: 2, from: first.next });

    expect([first.items, rest.items]).toEqual([[saved[2], saved[1]], [saved[0]]]);
    expect(rest.next).toBeUndefined();
    expect(await letters.waitingFor("pst_kepala")).toEqual([saved[0], saved[2]]);
    expect(await letters.waitingFor("pst_kabid")).toEqual([]);
    await expect(letters.of("ins_contoh", { limit: 2, from: "x" })).rejects.toMatchObject({
      status: 422,
    });
  });
}

/** …and of whom a letter is about. */
export function lettersAboutContract(make: () => Promise<Letters>): void {
  test("the letters about one person are listed newest first; of many people's none is; a line told is in the transaction", async () => {
    const letters = await make();
    const words = statementWords();
    const saved = ([1, 2, 3] as const).map((n) =>
      aLetter({
        ...{ id: `ltr_${n}`, words: n === 2 ? letterWords() : words },
        steps: [{ to: "draft", by: "emp_budi", at: `2026-12-0${n}T02:00:00.000Z` }],
      }),
    );
    for (const each of saved) await letters.save(each, lineOfLetter(each));
    expect(await letters.about("emp_siti", 10)).toEqual([saved[2], saved[0]]);
    expect(await letters.about("emp_siti", 1)).toEqual([saved[2]]);
    expect(await letters.about("emp_ani", 10)).toEqual([]);

    const at = new Date("2026-12-04T02:00:00.000Z");
    const event = { employeeId: "emp_siti", action: "letter-signed", at } as const;
    const told = letters.telling(entryOf({ ...event, actor: { role: "system" } }));
    const again = aLetter({ words, revision: 2 });
    await letters.save(again, lineOfLetter(again), told);
    const more = aLetter({ words, revision: 3 });
    await letters.save(more, lineOfLetter(more));
    expect(await letters.find("ltr_1")).toEqual(more);
  });
}

/** What every register does, the fake and the real one. `make` gives empty tables each time. */
export function numberRegisterContract(
  make: () => Promise<{ letters: Letters; registers: NumberRegisters }>,
): void {
  test("200 letters at once take 200 numbers, none twice and none left out", async () => {
    const { registers } = await make();
    const ids = Array.from({ length: 200 }, (_, i) => `ltr_${i}` as const);
    const taken = await Promise.all(ids.map((id) => registers.take(year, id)));

    expect([...taken].sort((a, b) => a - b)).toEqual(ids.map((_, i) => i + 1));
    const { last, given, entries } = await registers.read(year, all);
    expect([last, given.size, entries]).toEqual([200, 200, []]);
  }, 60_000);

  test("a letter that asks again, also at once, has its number until that is settled; another year begins at 1", async () => {
    const { registers } = await make();
    const same = await Promise.all([1, 2, 3].map(() => registers.take(year, "ltr_1")));
    expect(same).toEqual([1, 1, 1]);
    expect(await registers.take(year, "ltr_2")).toBe(2);
    await registers.settle(year, "ltr_1");

    const { given, last } = await registers.read(year, all);
    expect([...given, last]).toEqual([[2, "ltr_2"], 2]);
    expect(await registers.take({ ...year, year: "2027" }, "ltr_3")).toBe(1);
    expect(await registers.take({ ...year, instansiId: "ins_lain" }, "ltr_3")).toBe(1);
  });

  test("a number is reserved, then fixed or void, and never anything else again", async () => {
    const { letters, registers } = await make();
    let n = 0;
    const write = async (...steps: readonly JoinedWrite[]) => {
      n += 1;
      const carrier = aLetter({ id: `ltr_carrier${n}` });
      await letters.save(carrier, lineOfLetter(carrier), ...steps);
    };
    const refused = { code: "letter-changed" };
    const [fixed, dead] = [
      aNumber({ state: "fixed", text: "ST-001/2026", day: "2026-12-01" }),
      aNumber({ urut: 2, state: "void", reason: "Batal", letter: "ltr_2" }),
    ];
    await write(registers.entering(aNumber()));
    await expect(write(registers.entering(aNumber({ letter: "ltr_9" })))).rejects.toMatchObject(
      refused,
    );
    await expect(write(registers.moving({ ...fixed, letter: "ltr_9" }))).rejects.toMatchObject(
      refused,
    );
    await expect(write(registers.moving(dead))).rejects.toMatchObject(refused);
    await write(registers.moving(fixed));
    await expect(write(registers.moving(aNumber({ state: "void" })))).rejects.toMatchObject(
      refused,
    );
    await write(registers.entering(dead));
    const inserted = aNumber({ inserted: 1, letter: "ltr_3" });
    await write(registers.entering(inserted));

    // Of numbers that were taken only those without an entry become void.
    const lost = aNumber({ urut: 3, state: "void", reason: "Berubah", letter: "ltr_4" });
    await registers.voidTaken(lost);
    await registers.voidTaken({ ...fixed, state: "void" });

    expect((await registers.read(year, all)).entries).toEqual([fixed, inserted, dead, lost]);
    expect((await registers.read(year, { from: 2, count: 1 })).entries).toEqual([dead]);
    expect((await registers.read(year, { from: 1, count: 1 })).entries).toEqual([fixed, inserted]);
  });
}

/** What every table of agencies' ways of writing does. `make` gives an empty table each time. */
export function letterProfileContract(make: () => Promise<LetterProfiles>): void {
  test("an agency's ways are found as they were saved, and not saved over", async () => {
    const profiles = await make();
    const first = { ...aProfile(), instansiId: "ins_contoh", revision: 1 };
    const line = profileEntry(first, { by: "emp_budi", at: new Date(at), reason: "Awal" });
    await profiles.save(first, line);

    expect(await profiles.find("ins_contoh")).toEqual(first);
    expect(await profiles.find("ins_lain")).toBeUndefined();
    await expect(profiles.save(first, line)).rejects.toMatchObject({ code: "letter-changed" });
  });
}
