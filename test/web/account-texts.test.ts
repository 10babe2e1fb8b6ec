/** Words about accounts that were once untrue for some of their readers. */
import { expect, test } from "vitest";
import { mailTexts } from "#shared/notification/notification-texts.ts";
import { en } from "../../web/src/messages/en/card-words.ts";
import { en as enRecovery } from "../../web/src/messages/en/recovery.ts";
import { id } from "../../web/src/messages/id/card-words.ts";
import { id as idRecovery } from "../../web/src/messages/id/recovery.ts";

test("who asked reads that it was approved, not that it counts already: a reset may wait a day", () => {
  const { "request-approved": mail } = mailTexts;
  const inbox = [id, en].map(({ notification }) => notification["request-approved"]);

  expect([...inbox, ...mail.lines].join(" ")).not.toMatch(/sudah berlaku|is in effect/);
});

test("who was refused is sent to no page by a name that only operators see", () => {
  const inbox = [id, en].map(({ notification }) => notification["request-refused"]);

  expect(inbox.filter((text) => /persetujuan|approvals/.test(text))).toHaveLength(2);
  expect(inbox.join(" ")).not.toMatch(/«Peran»|Roles and approvals/);
});

test("that recovery codes are shown once stands wherever they are shown", () => {
  expect(idRecovery.where).toContain("hanya ditampilkan sekarang");
  expect(enRecovery.where).toContain("shown only now");
});
