import { expect, test } from "vitest";
import { type LetterContext, letterFindings } from "#shared/letter/check-letter.ts";
import type { LetterWords } from "#shared/letter/letter.ts";
import { letterKindRules, letterKinds } from "#shared/letter/letter-kinds.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { letterContext, letterWords, statementWords } from "../../support/letters.ts";

const found = (words: LetterWords, context: LetterContext = letterContext()) =>
  letterFindings(words, context).map(({ field, code }) => `${field}: ${code}`);

test("a letter with all its parts has nothing wrong", () => {
  expect(found(letterWords())).toEqual([]);
  expect(found(statementWords())).toEqual([]);
  const to = ["Camat Contoh"];
  const other = { people: [], basis: [], tasks: [], to };
  expect(found(letterWords({ ...other, kind: "edaran", text: "Isi.\n\nLagi." }))).toEqual([]);
  const items = [{ what: "Berkas", count: "1 berkas", note: "" }];
  expect(found(letterWords({ ...other, kind: "pengantar", items }))).toEqual([]);
});

test("everything that is wrong is said at once", () => {
  const words = letterWords({ hal: " ", classification: "", people: [], basis: [], tasks: [] });

  expect(found(words)).toEqual([
    "hal: required",
    "classification: required",
    "basis: required",
    "tasks: required",
    "people: required",
  ]);
});

test("each kind needs its parts, and takes no others", () => {
  const none = { people: [], basis: [], tasks: [], classification: "800" } as const;
  for (const kind of letterKinds) {
    const needs = letterKindRules[kind].needs.map((part) => (part === "grounds" ? "basis" : part));
    const missing = found(letterWords({ ...none, kind })).map((each) => each.split(":")[0]);
    expect(missing.sort()).toEqual([...needs].sort());
  }
  expect(found(statementWords({ tasks: ["Rapat"] }))).toEqual(["tasks: not-of-this-kind"]);
  expect(found(letterWords({ kind: "edaran", to: ["Camat"], text: "Isi.", tasks: [] }))).toEqual([
    "people: not-of-this-kind",
  ]);
});

test("nobody who is suspended is said to be in active service, nor sent anywhere", () => {
  const suspended = letterContext([anEmployee({ kedudukanHukum: "04" })]);
  expect(found(statementWords(), suspended)).toEqual(["people.0: person-not-active"]);
  expect(found(letterWords(), suspended)).toEqual(["people.0: person-not-active"]);
  expect(found(letterWords(), letterContext([anEmployee({ tmt: "2027-01-01" })]))).toEqual([
    "people.0: person-not-active",
  ]);
  const kept = statementWords({ kind: "keterangan", text: "Pernah bekerja." });
  expect(found(kept, suspended)).toEqual([]);
});

test("nobody stands in it twice, and nobody of another agency", () => {
  const words = letterWords({ people: ["emp_siti", "emp_budi", "emp_siti"] });
  const budi = anEmployee({ id: "emp_budi", instansiId: "ins_lain" });
  expect(found(words, letterContext([anEmployee(), budi]))).toEqual([
    "people.1: person-unknown",
    "people.2: person-twice",
  ]);
  expect(found(letterWords({ leader: "emp_budi" }))).toEqual(["leader: person-unknown"]);
  const two = statementWords({ people: ["emp_siti", "emp_budi"] });
  const both = letterContext([anEmployee(), anEmployee({ id: "emp_budi", name: "Budi" })]);
  expect(found(two, both)).toEqual(["people: one-person"]);
});

test("«hal» names nobody, because whoever checks the letter reads it", () => {
  for (const hal of [
    "Tugas SITI  RAHMA",
    "Tugas (Sití Rahma)",
    `Tugas ${aNip()}`,
    "Tugas 19850212 201001 2 004",
  ])
    expect(found(letterWords({ hal }))).toEqual(["hal: names-a-person"]);
  expect(found(letterWords({ hal: "Tugas siti rahmawati" }))).toEqual([]);
});

test("what nobody sees is refused, wherever it stands; «<» and formulas are letters like any", () => {
  const rtl = "a\u202eb";
  const words = letterWords({
    ...{ hal: rtl, basis: ["ok", rtl], tasks: [rtl], copies: [rtl] },
  });
  expect(found(words)).toEqual([
    "hal: characters-hidden",
    "copies.0: characters-hidden",
    "basis.1: characters-hidden",
    "tasks.0: characters-hidden",
  ]);
  expect(found(letterWords({ hal: "<b>=1+1", tasks: ["=SUM(A1)"] }))).toEqual([]);
});

test("whoever acts in the post signs; a letter that nobody can sign is not sent", () => {
  expect(found(letterWords(), { ...letterContext(), acting: undefined })).toEqual([
    "post: nobody-acts",
  ]);
  const own = statementWords({ people: ["emp_ani"] });
  const ani = letterContext([anEmployee({ id: "emp_ani" })]);
  expect(found(own, ani)).toEqual(["post: signs-for-oneself"]);
  expect(found(letterWords({ people: ["emp_ani"] }), ani)).toEqual([]);
});

test("power goes down the posts, at most two levels", () => {
  const signed = (post: "pst_kabid" | "pst_kepala", ...onBehalf: LetterWords["onBehalf"]) =>
    found(letterWords({ post, onBehalf }));
  expect(signed("pst_kabid", "pst_kepala")).toEqual([]);
  expect(signed("pst_kabid", "pst_kepala", "pst_sekretaris")).toEqual([]);
  expect(signed("pst_kabid", "pst_sekretaris", "pst_kepala")).toEqual([
    "onBehalf: behalf-not-above",
  ]);
  expect(signed("pst_kepala", "pst_kabid")).toEqual(["onBehalf: behalf-not-above"]);
  expect(signed("pst_kabid", "pst_kepala", "pst_kepala", "pst_sekretaris")).toEqual([
    "onBehalf: behalf-too-long",
    "onBehalf: behalf-not-above",
  ]);
});
