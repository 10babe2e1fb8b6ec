import { expect, test } from "vitest";
import { isOver, printIdOf, progressOf } from "#shared/print/print.ts";
import { printId } from "#shared/print/print-id.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aPrint } from "../../support/print-table-contract.ts";

const requestId = "0d9f4a3e-5a0e-4d53-9a51-3f0f6c2f1c7a";

test("the same request is the same print", () => {
  const id = printIdOf(aPrint(), requestId);

  expect(printId.parse(id)).toBe(id);
  expect(printIdOf(aPrint(), requestId)).toBe(id);
});

test.each([
  { officerId: "emp_siti" },
  { instansiId: "ins_other" },
  { unitKerja: "Inspektorat" },
  { shape: "portrait" },
  { sheet: "a4" },
] as const)("with %j it is another print", (change) => {
  expect(printIdOf(aPrint(change), requestId)).not.toBe(printIdOf(aPrint(), requestId));
});

test("letters to the same unit are another print than its cards", () => {
  const { shape: _, sheet: __, ...letters } = aPrint();

  expect(printIdOf({ ...letters, kind: "letters" }, requestId)).not.toBe(
    printIdOf(aPrint(), requestId),
  );
});

test("a print that has been silent for longer than its function may run has failed", () => {
  const clock = new FakeClock();
  const print = aPrint({ state: "drawing", drawn: 1 });

  clock.advance({ seconds: 90 });
  expect(progressOf(print, clock.now()).state).toBe("drawing");
  clock.advance({ minutes: 1 });
  expect(progressOf(print, clock.now())).toMatchObject({ state: "failed", drawn: 1 });
});

test.each(["waiting", "ready"] as const)("a print that is %s may be silent", (state) => {
  const clock = new FakeClock();
  clock.advance({ hours: 3 });

  expect(progressOf(aPrint({ state }), clock.now()).state).toBe(state);
});

test("a print is over after a day", () => {
  const clock = new FakeClock();
  clock.advance({ hours: 23, minutes: 59 });
  expect(isOver(aPrint(), clock.now())).toBe(false);
  clock.advance({ minutes: 1 });
  expect(isOver(aPrint(), clock.now())).toBe(true);
});
