import { expect, test } from "vitest";
import { outReasons, placeStates } from "#shared/training/register-line.ts";
import { registerAt } from "#shared/training/training-register.ts";
import { demoPeople } from "../../../local/demo/people.ts";
import { seedTrainings } from "../../../local/demo/trainings.ts";
import { anEmployee } from "../../support/builders.ts";
import { DocumentsInMemory } from "../../support/documents-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LeaveLedgersInMemory } from "../../support/leave-ledgers-in-memory.ts";
import { TrainingResultsInMemory } from "../../support/training-results-in-memory.ts";
import { TrainingsInMemory } from "../../support/trainings-in-memory.ts";

test("the demo's trainings and their people have every state, and the same ones at the next start", async () => {
  const clock = new FakeClock("2026-11-26T03:00:00Z");
  const people = demoPeople().map((person, i) => ({ ...person, id: `emp_${i}` as const }));
  const employees = new EmployeesInMemory(
    ...people.map(({ id, employee }) => anEmployee({ ...employee, id })),
  );
  const trainings = new TrainingsInMemory();
  const results = new TrainingResultsInMemory();
  const documents = new DocumentsInMemory();
  const ledgers = new LeaveLedgersInMemory();
  const world = { employees, trainings, results, ledgers, documents, clock };
  await seedTrainings(world, people);
  const seen = async () => {
    const offers = await trainings.list("ins_contoh");
    const registers = await Promise.all(
      offers.map(async ({ id }) => registerAt(await trainings.register(id), clock.now())),
    );
    const certificates = await Promise.all(offers.map(({ id }) => results.results(id)));
    const places = registers.flatMap((each) => each.places);
    return { offers, places, certificates: certificates.flat() };
  };
  const first = await seen();

  expect(new Set(first.offers.map(({ state }) => state))).toEqual(
    new Set(["draft", "open", "called-off"]),
  );
  expect(new Set(first.places.map(({ state }) => state))).toEqual(new Set(placeStates));
  expect(new Set(first.places.flatMap(({ why }) => why ?? []))).toEqual(new Set(outReasons));
  expect(new Set(first.places.map(({ consented }) => consented))).toEqual(new Set([true, false]));
  expect(
    first.certificates.map(({ certificate }) => certificate?.withdrawnAt !== undefined),
  ).toEqual([false, true]);
  await seedTrainings(world, people);
  expect(await seen()).toEqual(first);
});
