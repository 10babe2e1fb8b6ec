import { expect, test } from "vitest";
import { whoMay } from "./permissions.ts";

test("papers are registered by who draws them, and found by who checks them; nobody lists or changes one", () => {
  const who = ["Put", "Get"].map((of) => whoMay(`dynamodb:${of}Item`, "documenttable").sort());
  const drawers = ["agency-api", "holder-api", "request-api"];
  expect(who).toEqual([drawers, [...drawers, "verify-api"]]);
  expect(whoMay("dynamodb:UpdateItem", "documenttable")).toEqual([]);
  expect(whoMay("dynamodb:Query", "documenttable")).toEqual(["leaver-eraser"]);
});
