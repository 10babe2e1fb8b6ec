import { expect, test } from "vitest";
import { letterStates, mayGo, letterWords as schema } from "#shared/letter/letter.ts";
import { letterRules } from "#shared/letter/letter-rules.ts";
import { inOrder, personOnLetter } from "#shared/letter/people-on-letter.ts";
import { anEmployee } from "../../support/builders.ts";
import { letterWords } from "../../support/letters.ts";

test("what is signed is never changed, only withdrawn, and what has ended goes nowhere", () => {
  const ways = (from: (typeof letterStates)[number]) =>
    letterStates.filter((to) => mayGo(from, to));
  expect(ways("signed")).toEqual(["withdrawn"]);
  expect([...ways("withdrawn"), ...ways("cancelled")]).toEqual([]);
  expect(ways("waiting")).toEqual(["returned", "signed", "cancelled"]);
  expect(letterStates.filter((from) => mayGo(from, "signed"))).toEqual(["waiting"]);
});

test("the people stand in the order of offices: who leads, the highest golongan, equals by name", () => {
  const person = (id: "emp_a" | "emp_b" | "emp_c" | "emp_d" | "emp_e", name: string) => ({
    ...{ id, name },
  });
  const people = [
    anEmployee({ ...person("emp_a", "Zaki"), golongan: "III/d" }),
    anEmployee({ ...person("emp_b", "Ani"), golongan: "III/a" }),
    anEmployee({ ...person("emp_c", "Umar"), golongan: "III/a" }),
    anEmployee({ ...person("emp_d", "Wati"), kind: "PPPK", golongan: "IX" }),
    anEmployee({ ...person("emp_e", "Bayu"), golongan: "IV/a" }),
  ];
  const names = (leader?: "emp_c") =>
    inOrder(people, leader === undefined ? {} : { leader }).map(({ name }) => name);

  expect(names()).toEqual(["Bayu", "Zaki", "Ani", "Umar", "Wati"]);
  expect(names("emp_c")).toEqual(["Umar", "Bayu", "Zaki", "Ani", "Wati"]);
});

test("people are named with degrees, NIP, pangkat and golongan", () => {
  expect(personOnLetter(anEmployee())).toMatchObject({
    ...{ name: "Siti Rahma, S.Kom.", rank: "Penata Muda (III/a)", nip: "198502122010012004" },
  });
  expect(personOnLetter(anEmployee({ kind: "PPPK", golongan: "IX" })).rank).toBe("IX");
});

test("every number of the rules has a source, and words are bounded", () => {
  for (const { source, value } of Object.values(letterRules)) {
    expect(source).not.toBe("");
    expect(value).toBeGreaterThan(0);
  }
  const people = Array.from({ length: 201 }, (_, i) => `emp_${i}` as const);
  expect(schema.safeParse(letterWords()).success).toBe(true);
  expect(schema.safeParse(letterWords({ people })).success).toBe(false);
});
