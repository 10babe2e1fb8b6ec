import { expect, test } from "vitest";
import { tellHeldRequest } from "#shared/request-kinds/tell-content.ts";
import { anEmployee } from "../../support/builders.ts";
import { aDraft, aRequest } from "../../support/requests.ts";

const siti = anEmployee({ id: "emp_siti", name: "Siti Rahayu" });
const now = new Date("2026-11-21T04:00:00.000Z");

test("a draft stands beside what the record says now, a request beside what it said", () => {
  const values = { name: "Siti Rahmah" };

  expect(tellHeldRequest(aDraft({ content: { values } }), siti, now).content).toMatchObject({
    old: { name: "Siti Rahayu" },
  });
  expect(tellHeldRequest(aRequest(), siti, now).content).toMatchObject({
    old: { name: "Siti Rahma" },
  });
});

test("a draft that was thrown away says nothing any more", () => {
  const gone = aDraft({ state: "withdrawn", content: null });

  expect(tellHeldRequest(gone, siti, now).content).toEqual({ values: {}, old: {} });
});
