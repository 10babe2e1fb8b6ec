import { expect, test } from "vitest";
import { codesFrom, isEmail, isSameMailbox } from "#shared/employee/email.ts";

test.each([
  "pegawai@contoh.example",
  "o'brien+asn@mail.contoh.go.id",
  "a@b.co",
  `${"a".repeat(64)}@contoh.example`,
  "siti@xn--cntoh-3ta.example",
  "siti@contoh.xn--p1ai",
])("%s is an address", (email) => {
  expect(isEmail(email)).toBe(true);
});

test.each([
  "",
  "siti",
  "@contoh.example",
  "siti@",
  "siti@contoh",
  "a@c..id",
  "a..b@c.id",
  ".a@c.id",
  "a.@c.id",
  "a@c.id.",
  "a@.c.id",
  "<a@b.co>",
  "Siti <a@b.co>",
  "a@b@c.id",
  "a b@c.id",
  '"a b"@c.id',
  "a@c_d.id",
  "a@-c.id",
  "a@192.0.2.1",
  "a@[192.0.2.1]",
  "sïti@contoh.example",
  "siti@cóntoh.example",
  "siti\u200b@contoh.example",
  "siti@contoh.example\n",
  '"><img/src=x/onerror=alert(1)>@x.yy',
  `${"a".repeat(65)}@contoh.example`,
  `a@${"b".repeat(64)}.id`,
  `a@${"b.".repeat(127)}id`,
])("%j is no address", (email) => {
  expect(isEmail(email)).toBe(false);
});

test("a mailbox is one however it is spelt", () => {
  expect(isSameMailbox(" SITI@Contoh.example", "siti@contoh.example")).toBe(true);
  expect(isSameMailbox("siti@contoh.example", "siti@contoh.id")).toBe(false);
});

test("a changed address waits for its codes, an unchanged one never", () => {
  expect(codesFrom({}, 24)).toBeUndefined();
  expect(codesFrom({ emailChangedAt: "2026-11-21T03:00:00.000Z" }, 24)?.toISOString()).toBe(
    "2026-11-22T03:00:00.000Z",
  );
});
