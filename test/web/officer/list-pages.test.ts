import { expect, test } from "vitest";
import { pagesOf } from "../../../web/src/officer/list-pages.ts";

test("who works with single units is not led to what concerns the whole agency", () => {
  expect(pagesOf({})).toEqual([
    "requests",
    "campaigns",
    "accountLists",
    "photos",
    "decrees",
    "unitPrint",
    "attendance",
    "exports",
    "newPerson",
  ]);
  expect(pagesOf({ wholeAgency: true })).toEqual([
    ...[
      "requests",
      "campaigns",
      "accountLists",
      "photos",
      "decrees",
      "units",
      "unitPrint",
      "agency",
      "posts",
      "calendar",
      "letters",
      "attendance",
      "trainings",
      "exports",
      "newPerson",
      "imports",
    ],
  ]);
});

test("who changes nothing is led to what can be read", () => {
  expect(pagesOf({ readOnly: true, wholeAgency: true })).toEqual([
    "requests",
    "campaigns",
    "accountLists",
    "photos",
    "decrees",
    "units",
    "posts",
    "calendar",
    "letters",
    "attendance",
    "trainings",
  ]);
  expect(pagesOf({ readOnly: true })).toEqual([
    "requests",
    "campaigns",
    "accountLists",
    "photos",
    "decrees",
    "attendance",
  ]);
});
