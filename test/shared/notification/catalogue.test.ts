import { expect, test } from "vitest";
import { catalogue, isSecurity } from "#shared/notification/catalogue.ts";
import { linksOf } from "#shared/notification/mail-links.ts";
import { notificationCodes } from "#shared/notification/notification-codes.ts";

test("every notice is in the catalogue once, each line in Indonesian and in English", () => {
  const all = catalogue();

  expect(all.map(({ code }) => code)).toEqual(notificationCodes);
  expect(all.filter(({ lines, closing }) => (lines.length + closing.length) % 2 !== 0)).toEqual([]);
});

test("a mail by whose link somebody can undo what happened is never kept for the summary", () => {
  const undone = notificationCodes.filter((code) => linksOf(code, true).length > 0);

  expect(undone.length).toBeGreaterThan(15);
  expect(undone.filter((code) => !isSecurity(code))).toEqual([]);
});

test("a form that a stranger may have sent with a holder's NIP is mailed at once, though only its request can be withdrawn", () => {
  expect(isSecurity("contact-proposed")).toBe(true);
});

test("what only tells of a record, a request or a date may wait", () => {
  const waiting = ["card-changed", "own-request-approved", "contract-ends-in-90", "photo-due"];

  expect(waiting.filter((code) => notificationCodes.some((known) => known === code))).toEqual(
    waiting,
  );
  expect(notificationCodes.filter((code) => waiting.includes(code) && isSecurity(code))).toEqual(
    [],
  );
});
