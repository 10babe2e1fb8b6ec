/** The form of a correction of the own attendance: which days it offers, what it refuses, what it sends. */

import { h } from "preact";
import { render } from "preact-render-to-string";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { tellOwnFields } from "#shared/request-kinds/tell-own-fields.ts";
import { kindOfWord, partsOf } from "../../../web/src/request/kind-forms.ts";
import { anEmployee } from "../../support/builders.ts";

const fields = tellOwnFields(anEmployee({ id: "emp_siti" }), []);
const draft = { key: "k", values: {}, note: "", reply: "", files: [] };

beforeEach(() => {
  const told = { today: "2026-11-02", correctionDays: 2 };
  vi.stubGlobal("fetch", async () => Response.json(told));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function aPart() {
  const part = (await partsOf(kindOfWord("presensi"))).named("presensi", fields);
  if (!part) throw new Error("There is no form.");
  return part;
}

test("the days that the agency allows are offered, the newest first", async () => {
  const { Inputs } = await aPart();
  const days = render(h(Inputs, { draft })).match(/value="\d{4}-\d\d-\d\d"/g);

  expect(days).toEqual(["2026-11-02", "2026-11-01", "2026-10-31"].map((day) => `value="${day}"`));
});

test("it says what the day was, and why", async () => {
  const { problemsOf, askedOf } = await aPart();
  const now = new Date("2026-11-02T04:00:00Z");
  const found = (values: Record<string, string>, note: string) =>
    problemsOf({ values, note }, now).map(({ field, code }) => `${field} ${code}`);

  expect(found({ absence: "" }, " ")).toEqual(["in nothing-changed", "note required"]);
  expect(found({ in: "25:00" }, "Mesin mati")).toEqual(["in malformed"]);
  const typed = { values: { day: "2026-11-01", in: "7.30", absence: "" }, note: " Mesin mati " };
  expect(found(typed.values, typed.note)).toEqual([]);
  expect(askedOf(typed)).toEqual({
    ...{ kind: "attendance", content: { day: "2026-11-01", in: "07:30", note: "Mesin mati" } },
  });
});
