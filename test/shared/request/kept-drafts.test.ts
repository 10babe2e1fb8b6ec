/** A draft's end as its person reads it is the one by which it is deleted. */
import { expect, test } from "vitest";
import { itemOf, keptUntil } from "#shared/request/request-item.ts";
import { aDraft, aRequest } from "../../support/requests.ts";

test("a draft is told to be kept until it is deleted, 90 days after it was saved", () => {
  const draft = aDraft({ since: "2026-11-21T03:00:00.000Z" });
  expect(keptUntil(draft)).toBe("2027-02-19T03:00:00.000Z");
  expect(itemOf(draft).expiresAt).toBe(Date.parse(keptUntil(draft) ?? "") / 1000);
});

test("what was sent has no such end", () => {
  const sent = aRequest({});
  expect(keptUntil(sent)).toBeUndefined();
  expect(itemOf(sent)).not.toHaveProperty("expiresAt");
});
