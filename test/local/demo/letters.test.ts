import { expect, test } from "vitest";
import { letterStates } from "#shared/letter/letter.ts";
import { letterKinds } from "#shared/letter/letter-kinds.ts";
import { demoAgencies } from "../../../local/demo/agencies.ts";
import { seedLetters } from "../../../local/demo/letters.ts";
import { demoPeople } from "../../../local/demo/people.ts";
import { seedPosts } from "../../../local/demo/posts.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { anEmployee } from "../../support/builders.ts";
import { DeciderRulesInMemory } from "../../support/decider-rules-in-memory.ts";
import { DocumentsInMemory } from "../../support/documents-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import {
  LetterProfilesInMemory,
  LettersInMemory,
  NumberRegistersInMemory,
} from "../../support/letters-in-memory.ts";
import { PostsInMemory } from "../../support/posts-in-memory.ts";

test("the demo has a letter of every kind in every state, and the same ones at the next start", async () => {
  const [{ id: instansiId }] = demoAgencies;
  const clock = new FakeClock("2026-11-26T03:00:00Z");
  const people = demoPeople().map((person, i) => ({ ...person, id: `emp_${i}` as const }));
  const employees = new EmployeesInMemory(
    ...people.map(({ id, employee }) => anEmployee({ ...employee, id })),
  );
  const { history } = employees;
  const world = {
    ...{ employees, clock, units: { findByName: async () => undefined } },
    ...{ posts: new PostsInMemory(history), rules: new DeciderRulesInMemory(history) },
    ...{ letters: new LettersInMemory(history), registers: new NumberRegistersInMemory() },
    ...{ profiles: new LetterProfilesInMemory(history), documents: new DocumentsInMemory() },
    agencies: new AgenciesInMemory(),
  };
  await seedPosts(world, people);
  await seedLetters(world, people);
  const seen = async () => (await world.letters.of(instansiId, { limit: 99 })).items;
  const first = await seen();
  const all = letterKinds.flatMap((kind) => letterStates.map((state) => `${kind} ${state}`));
  expect(first.map(({ words, state }) => `${words.kind} ${state}`).sort()).toEqual(all.sort());
  const { entries, last } = await world.registers.read(
    { instansiId, year: "2026" },
    { from: 1, count: 99 },
  );
  expect([last, new Set(entries.map(({ state }) => state))]).toEqual([
    30,
    new Set(["reserved", "fixed", "void"]),
  ]);
  const annexed = first.find(({ words, state }) => words.kind === "tugas" && state === "signed");
  expect(annexed?.face?.people).toHaveLength(40);
  await seedLetters(world, people);
  expect(await seen()).toEqual(first);
});
