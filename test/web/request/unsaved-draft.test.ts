import { afterEach, expect, test } from "vitest";
import { page } from "../../../web/src/api/client.ts";
import { forgetDraft, keepDraft, newDraft } from "../../../web/src/request/request-draft.ts";
import { hasUnsavedDraft } from "../../../web/src/request/unsaved-draft.ts";

afterEach(() => {
  forgetDraft("name");
  forgetDraft("birth");
  delete page.person;
});

test("who leaves is asked while one draft says what the service does not have", () => {
  page.person = "emp_siti";
  const note = '"isUnsaved":true';
  keepDraft("name", { ...newDraft(), note, isUnsaved: false });
  expect(hasUnsavedDraft()).toBe(false);

  keepDraft("birth", { ...newDraft(), isUnsaved: true });
  expect(hasUnsavedDraft()).toBe(true);

  forgetDraft("birth");
  expect(hasUnsavedDraft()).toBe(false);
});
