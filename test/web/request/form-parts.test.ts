/** What the form of each kind of request sends, and what it refuses before. */
import { expect, test } from "vitest";
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { tellOwnRequest } from "#shared/request-kinds/tell-content.ts";
import { tellOwnFields } from "#shared/request-kinds/tell-own-fields.ts";
import { kindOfWord, partsOf } from "../../../web/src/request/kind-forms.ts";
import { isUnanswered } from "../../../web/src/request/request-draft.ts";
import { anEmployee } from "../../support/builders.ts";
import { aRequest } from "../../support/requests.ts";

const now = new Date("2026-11-21T04:00:00.000Z");
const siti = anEmployee({ id: "emp_siti", birthPlace: "Bandung", photoId: "pho_1" });
const fields = tellOwnFields(siti, []);
const aPart = async (word: string, told = fields) => {
  const part = (await partsOf(kindOfWord(word))).named(word, told);
  if (!part) throw new Error(`No form ${word}.`);
  return part;
};
const problemsOf = async (word: string, values: Record<string, string>, note = "") =>
  (await aPart(word)).problemsOf({ values, note }, now).map(({ field, code }) => [field, code]);

test("a change of data sends what differs from the record; an empty note is none", async () => {
  const birth = await aPart("birth");
  const values = { birthPlace: "Cirebon" };

  expect(birth.askedOf({ values, note: " " })).toEqual({
    ...{ kind: "data-change", content: { values } },
  });
  expect(birth.askedOf({ values: { birthPlace: "Bandung" }, note: "Akta" })).toBeUndefined();
  expect((await aPart("name")).needsFile({ values: { name: "Siti R." }, note: "" })).toBe(true);
  expect(birth.needsFile({ values, note: "" })).toBe(false);
});

test("a word of no part of the record leads to no form", async () => {
  expect((await partsOf("data-change")).named("lain", fields)).toBeUndefined();
});

test("a look at the photo needs words, and «tidak mirip» a photo", async () => {
  const photo = await aPart("foto");
  const without = await aPart("foto", tellOwnFields(anEmployee({ photoId: undefined }), []));
  const typed = { values: { why: "unlike" }, note: "Kini berhijab." };

  expect(await problemsOf("foto", { why: "unlike" }, " ")).toEqual([["note", "required"]]);
  expect(photo.askedOf(typed)).toEqual({
    ...{ kind: "new-photo", content: { why: "unlike", note: "Kini berhijab." } },
  });
  expect(without.askedOf(typed)?.content).toMatchObject({ why: "refused" });
});

test("a report says what is right, which is not what the record says", async () => {
  const report = await aPart("laporan");
  const values = { field: "birthPlace", right: " Cirebon " };

  expect(await problemsOf("laporan", { field: "birthPlace", right: "" })).toEqual([
    ["right", "required"],
  ]);
  expect(await problemsOf("laporan", { field: "birthPlace", right: "Bandung" })).toEqual([
    ["right", "nothing-changed"],
  ]);
  expect(await problemsOf("laporan", { ...values, right: "C".repeat(201) })).toEqual([
    ["right", "too-long"],
  ]);
  expect(await problemsOf("laporan", values)).toEqual([]);
  expect(report.askedOf({ values, note: "" })).toEqual({
    ...{ kind: "wrong-data", content: { field: "birthPlace", right: "Cirebon" } },
  });
});

test("what is reported already is not reported once more", async () => {
  const open = aRequest({ kind: "wrong-data", group: "birthPlace" });
  const report = await aPart("laporan", tellOwnFields(siti, [open]));
  const sent = report.askedOf({ values: { field: "birthPlace", right: "Cirebon" }, note: "" });

  expect(sent?.content).not.toMatchObject({ field: "birthPlace" });
});

test("an answer says something: words, another value, note or file", async () => {
  const content = { values: { birthPlace: "Cirebon" }, old: { birthPlace: "" }, note: "Akta" };
  const files = [{ file: "evd_1", proof: "proof", name: "akta.pdf" } as const];
  const held = tellOwnRequest(aRequest({ content }), siti, now);
  if (!held) throw new Error("It is not the person's own.");
  const request: OwnRequest = { ...held, files };
  const about = (await partsOf("data-change")).about(request, fields);
  if (!about) throw new Error("It is about nothing.");
  const before = { ...about.typed, files };
  const same = { values: { birthPlace: "Cirebon" }, note: "Akta ", reply: " ", files };

  expect(isUnanswered(same, before, about.part)).toBe(true);
  expect(isUnanswered({ ...same, reply: "Nomor 12." }, before, about.part)).toBe(false);
  expect(isUnanswered({ ...same, note: "" }, before, about.part)).toBe(false);
  expect(isUnanswered({ ...same, files: [] }, before, about.part)).toBe(false);
  const other = { ...same, values: { birthPlace: "Bogor" } };
  expect(isUnanswered(other, before, about.part)).toBe(false);
});
