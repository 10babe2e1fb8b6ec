/** Who of a unit is short of a year's jam pelajaran. */
import { expect, test } from "vitest";
import { unitLearningAnswer } from "#shared/training/result-answers.ts";
import { learningOfUnit } from "#shared/training/unit-learning.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import {
  aCertificateChange,
  aResult,
  lineOfResult,
} from "../../support/training-result-table-contract.ts";
import { TrainingResultsInMemory } from "../../support/training-results-in-memory.ts";

const unit = "Bagian Umum";
const person = (id: `emp_${string}`, digit: number, change = {}) =>
  anEmployee({
    ...{ id, nip: aNip(`19720505200903190${digit}`), email: `${id}@contoh.example` },
    ...{ unitKerja: unit, ...change },
  });
const by = { employeeId: "emp_budi", instansiId: "ins_contoh", units: undefined } as const;

test("everybody of the unit is told with the JP of the year and what is lacking, and nobody of another", async () => {
  const [done, short, away, ended, elsewhere] = [
    person("emp_done", 1),
    person("emp_short", 2),
    person("emp_away", 3, { kedudukanHukum: "02" }),
    person("emp_ended", 4, { contractEnd: "2020-12-31" }),
    person("emp_elsewhere", 5, { unitKerja: "Bagian Hukum" }),
  ];
  const employees = new EmployeesInMemory(done, short, away, ended, elsewhere);
  const results = new TrainingResultsInMemory();
  const { learnt } = aCertificateChange();
  const change = aCertificateChange({
    learner: done.id,
    learnt: { ...learnt, endedOn: "2027-01-20", jp: 24 },
  });
  await results.saveResult(aResult({ person: done.id }), lineOfResult("a", 1), change);
  const api = { employees, results, clock: new FakeClock("2027-02-02T00:00:00Z") };
  const asked = { unit, year: 2027 };
  const { items } = unitLearningAnswer.parse(await learningOfUnit(api, by, asked));

  const told = new Map(items.map(({ id, name: _, ...figures }) => [id, figures]));
  expect(told).toEqual(
    new Map([
      [done.id, { jp: 24, target: 20, short: 0 }],
      [short.id, { jp: 0, target: 20, short: 20 }],
      [away.id, { jp: 0, target: 0, short: 0, exempt: "cltn" }],
    ]),
  );
  const ofOther = { ...by, units: ["Bagian Hukum"] };
  await expect(learningOfUnit(api, ofOther, asked)).rejects.toMatchObject({ status: 404 });
});
