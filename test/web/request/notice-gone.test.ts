import { afterEach, beforeEach, expect, test } from "vitest";
import { NoAnswer, page, Refusal } from "../../../web/src/api/client.ts";
import { noticeGone } from "../../../web/src/request/notice-gone.ts";
import {
  draftOf,
  forgetDraft,
  keepDraft,
  newDraft,
} from "../../../web/src/request/request-draft.ts";

beforeEach(() => {
  page.person = "emp_siti";
});
afterEach(() => {
  forgetDraft("birth");
  delete page.person;
});

const missing = new Refusal({ status: 404, code: "not-found", reference: "r1" });
const isNoticed = async (answer: "draft" | "submitted" | "withdrawn" | Error) => {
  keepDraft("birth", { ...newDraft(), id: "req_1", note: "diketik di sini" });
  await noticeGone("birth", async () => {
    if (answer instanceof Error) throw answer;
    return { state: answer };
  });
  expect(draftOf("birth")?.note).toBe("diketik di sini");
  return draftOf("birth")?.isElsewhere === true;
};

test("a draft that another device sent or threw away is noticed when its form opens", async () => {
  expect(await isNoticed("submitted")).toBe(true);
  expect(await isNoticed("withdrawn")).toBe(true);
  expect(await isNoticed(missing)).toBe(true);
});

test("one that the service still has stays, and so does one of which nothing is known", async () => {
  expect(await isNoticed("draft")).toBe(false);
  expect(await isNoticed(new NoAnswer())).toBe(false);
  const busy = new Refusal({ status: 503, code: "busy", reference: "r2" });
  expect(await isNoticed(busy)).toBe(false);
});

test("of what is on this device alone nobody is asked", async () => {
  keepDraft("birth", newDraft());
  await noticeGone("birth", () => Promise.reject(new Error("It was asked.")));
  expect(draftOf("birth")?.isElsewhere).toBeUndefined();
});
