/** What is refused at a field, before anything is sent. */
import { expect, test } from "vitest";
import type { OwnFields } from "#shared/request-kinds/request-kind-answers.ts";
import { tellOwnFields } from "#shared/request-kinds/tell-own-fields.ts";
import { problemsOfTyped } from "../../../web/src/request/typed-problems.ts";
import { aNip, anEmployee } from "../../support/builders.ts";

const now = new Date("2026-11-21T04:00:00.000Z");
const siti = anEmployee({
  id: "emp_siti",
  nip: aNip("198502122010012004"),
  birthDate: "1985-02-12",
});
const fields = tellOwnFields(siti, []);
const groupOf = (name: OwnFields["groups"][number]["group"]) => {
  const found = fields.groups.find(({ group }) => group === name);
  if (!found) throw new Error(`No part ${name}.`);
  return found;
};
const birth = groupOf("birth");
const found = (values: Readonly<Record<string, string>>) =>
  problemsOfTyped({ values }, fields, birth, now).map(({ field, code }) => [field, code]);

test("a day that no calendar has and a NIK of fifteen digits are refused at their fields", () => {
  expect(found({ birthDate: "31/02/1985", nik: "317401520285000" })).toEqual(
    expect.arrayContaining([
      ["birthDate", "day-malformed"],
      ["nik", "nik-malformed"],
    ]),
  );
});

test("a day is compared with the number, and what is right is not refused", () => {
  expect(found({ birthDate: "1985-03-12" })).toEqual([["birthDate", "CON_2"]]);
  expect(found({ birthPlace: "Cirebon" })).toEqual([]);
});

test("what says what the record says is no request", () => {
  expect(found({ birthDate: "1985-02-12" })).toEqual([["form", "nothing-changed"]]);
});
