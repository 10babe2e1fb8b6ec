import { expect, test } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { notificationsOf } from "#shared/notification/notification.ts";
import {
  type NotificationCode,
  notificationCodes,
} from "#shared/notification/notification-codes.ts";
import { mailClosing, mailTexts } from "#shared/notification/notification-texts.ts";
import { en as enTexts } from "../../../web/src/messages/en/card-words.ts";
import { id as idTexts } from "../../../web/src/messages/id/card-words.ts";
import { anEmployee } from "../../support/builders.ts";

const cardless = { ...anEmployee(), photoId: undefined };
const siti = anEmployee();
const paused = { ...siti, qrPausedAt: "2026-11-20T03:00:00.000Z" };
const asn = anEmployee({ kind: "PPPK", kedudukanHukum: "71", contractEnd: "2027-12-31" });
const told = {
  at: new Date("2026-11-21T03:00:00.000Z"),
  actor: { role: "system" },
  action: "changed",
} as const;

function codes(before: Employee, change: Partial<Employee>) {
  const next = revise(before, change, told);
  if (!next) throw new Error("nothing changed");
  return notificationsOf(next.before, next.after).map(({ notification }) => notification.code);
}

test.each<[string, Employee, Partial<Employee>, NotificationCode[]]>([
  ["a promotion", siti, { golongan: "III/b" }, ["card-changed"]],
  ["a phone number", siti, { phone: "0812 0000 0000" }, []],
  ["a new photo", siti, { photoId: "pho_new" }, ["photo-confirmed"]],
  ["a first photo", { ...siti, photoId: undefined }, { photoId: "pho_1" }, ["photo-confirmed"]],
  [
    "a promotion without a photo",
    { ...siti, photoId: undefined },
    { golongan: "III/b" },
    ["record-changed"],
  ],
  ["another QR", siti, { qrGeneration: 2 }, ["qr-replaced"]],
  [
    "another QR, which ends a pause",
    paused,
    { qrGeneration: 2, qrPausedAt: undefined },
    ["qr-replaced"],
  ],
  [
    "another QR during leave",
    { ...siti, kedudukanHukum: "02" },
    { qrGeneration: 2 },
    ["qr-replaced"],
  ],
  ["a pause of the QR", siti, { qrPausedAt: "2026-11-21T03:00:00.000Z" }, ["qr-paused"]],
  ["the end of a pause", paused, { qrPausedAt: undefined }, ["qr-resumed"]],
  ["an opened NIP", siti, { nipOpenUntil: "2026-11-21T04:00:00.000Z" }, ["nip-opened"]],
  [
    "an open NIP that is closed",
    { ...siti, nipOpenUntil: "2026-11-21T04:00:00.000Z" },
    { nipOpenUntil: undefined },
    ["nip-closed"],
  ],
  ["a promotion while the QR is paused", paused, { golongan: "III/b" }, ["card-changed"]],
  ["a suspension", siti, { kedudukanHukum: "04" }, ["card-suspended"]],
  ["a retirement", siti, { kedudukanHukum: "99" }, ["card-ended"]],
  [
    "a dismissal after a suspension",
    { ...siti, kedudukanHukum: "04" },
    { kedudukanHukum: "66" },
    ["card-ended"],
  ],
  [
    "a return to duty",
    { ...siti, kedudukanHukum: "02" },
    { kedudukanHukum: "01" },
    ["card-restored"],
  ],
  [
    "a return to duty without a photo",
    { ...siti, kedudukanHukum: "02", photoId: undefined },
    { kedudukanHukum: "01" },
    ["card-begun"],
  ],
  [
    "a promotion during leave",
    { ...siti, kedudukanHukum: "02" },
    { golongan: "III/b" },
    ["record-changed"],
  ],
  ["a contract's end set to the past", asn, { contractEnd: "2026-11-20" }, ["contract-ended"]],
  ["a contract that ends today", asn, { contractEnd: "2026-11-21" }, ["card-changed"]],
  [
    "a contract's end in the past, corrected",
    ended(),
    { contractEnd: "2027-12-31" },
    ["card-restored"],
  ],
  ["a promotion after the contract's end", ended(), { golongan: "X" }, ["record-changed"]],
  ["a dismissal after the contract's end", ended(), { kedudukanHukum: "77" }, []],
  [
    "a suspended one's contract that ends",
    { ...asn, kedudukanHukum: "04" },
    { contractEnd: "2026-11-20" },
    ["contract-ended"],
  ],
  [
    "a phone number after a contract passed untold",
    { ...asn, contractEnd: "2026-11-20" },
    { phone: "0812 0000 0000" },
    ["contract-ended"],
  ],
  ["another address", siti, { email: "rahma@contoh.example" }, ["email-changed"]],
  ["the same address in capitals", siti, { email: "SITI@contoh.example" }, []],
  [
    "an address and a rank",
    siti,
    { email: "rahma@contoh.example", golongan: "III/b" },
    ["card-changed", "email-changed"],
  ],
])("of %s the holder hears what it means", (_, before, change, heard) => {
  expect(codes(before, change)).toEqual(heard);
});

test.each<[string, Employee, Partial<Employee>, boolean]>([
  ["a promotion", siti, { golongan: "III/b" }, true],
  ["another unit", siti, { unitKerja: "Dinas Lain" }, true],
  ["a new name of the agency", siti, { instansi: "Pemerintah Kota Baru" }, false],
  ["a promotion of somebody without a card", cardless, { golongan: "III/b" }, false],
  ["a suspension of somebody without a card", cardless, { kedudukanHukum: "04" }, false],
  ["another address of somebody without a card", cardless, { email: "a@contoh.example" }, true],
  ["a TMT that has come", { ...cardless, tmt: "2026-11-22" }, { tmt: "2026-11-21" }, true],
])("of %s a mail speaks only where a holder has something to see", (_, before, change, mailed) => {
  const next = revise(before, change, told);
  const found = next ? notificationsOf(next.before, next.after) : [];
  expect(found.map(({ isMailed }) => isMailed)).toEqual([mailed]);
});

/** Whose contract ended the day before, and who was told of it. */
function ended(): Employee {
  return { ...asn, contractEnd: "2026-11-20", updatedAt: "2026-11-20T17:05:00.000Z" };
}

test("an item is the same for the same change and sorts by time", () => {
  const after = { ...siti, revision: 7, updatedAt: "2026-11-21T03:00:00.000Z", cardChangedAt: "x" };
  const [item] = notificationsOf(siti, after);
  expect(item?.notification).toEqual({
    employeeId: siti.id,
    id: "2026-11-21T03:00:00.000Z#7",
    at: "2026-11-21T03:00:00.000Z",
    code: "card-changed",
  });
  const [later] = notificationsOf(siti, { ...after, updatedAt: "2026-11-21T03:00:00.001Z" });
  expect(String(item?.notification.id) < String(later?.notification.id)).toBe(true);
});

test.each(notificationCodes)("the page has words for %s in both languages", (code) => {
  expect(idTexts.notification).toHaveProperty(code);
  expect(enTexts.notification).toHaveProperty(code);
});

test.each(notificationCodes)("the mail of %s is in two languages, without a link", (code) => {
  const text = mailTexts[code];
  const all = [text.subject, ...text.lines, ...mailClosing(code)].join("\n");

  expect(text.subject).toContain("Kartu ASN Virtual Anda");
  expect(text.lines.map((line) => /\b(Anda|[Yy]our)\b/.test(line))).toEqual([true, true]);
  expect(all).not.toMatch(/https?:|www\./);
});
