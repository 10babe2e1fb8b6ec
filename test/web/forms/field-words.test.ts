/** What is wrong with a field stands behind its name: «Hari terakhir: sudah lewat.» */
import { expect, test } from "vitest";
import { en } from "../../../web/src/messages/en/fields.ts";
import { id } from "../../../web/src/messages/id/fields.ts";

test("a day that is over is not called today", () => {
  expect(`Hari terakhir: ${id["day-passed"]}`).toBe("Hari terakhir: sudah lewat.");
  expect(`Last day: ${en["day-passed"]}`).toBe("Last day: is past.");
});
