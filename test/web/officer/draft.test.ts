import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "../../../web/src/api/client.ts";
import { draftOf, forgetDraft, keepDraft } from "../../../web/src/officer/draft.ts";

const nothing = { before: {}, revision: 1, sourceNumber: "", sourceDay: "" };
const changes = { jabatan: "Analis" };
const draft = { ...nothing, changes, before: { jabatan: "Arsiparis" }, reason: "SK 1/2026" };

beforeEach(() => {
  page.person = "emp_budi";
});
afterEach(() => {
  vi.useRealTimers();
  delete page.person;
  forgetDraft();
});

test("a change that was begun is found again at its record", () => {
  keepDraft("emp_siti", draft);

  expect(draftOf("emp_siti")).toEqual(draft);
  expect(draftOf("emp_made")).toBeUndefined();
});

test("another officer at the same tab does not find it", () => {
  keepDraft("emp_siti", draft);
  page.person = "emp_rahayu";

  expect(draftOf("emp_siti")).toBeUndefined();
});

test("nobody finds a change of yesterday", () => {
  vi.useFakeTimers({ now: new Date("2026-11-25T08:00:00Z") });
  keepDraft("emp_siti", draft);
  vi.setSystemTime(new Date("2026-11-26T08:00:00Z"));

  expect(draftOf("emp_siti")).toBeUndefined();
});

test("a change that was typed back to nothing, or dropped, is forgotten", () => {
  keepDraft("emp_siti", draft);
  keepDraft("emp_siti", { ...nothing, changes: {}, reason: "" });
  expect(draftOf("emp_siti")).toBeUndefined();

  keepDraft("emp_siti", draft);
  forgetDraft();
  expect(draftOf("emp_siti")).toBeUndefined();
});
