import { expect, test } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { notificationOf } from "#shared/notification/notification.ts";
import { mailClosing, mailTexts } from "#shared/notification/notification-texts.ts";
import { anEmployee } from "../../support/builders.ts";

const siti = anEmployee();

function told(after: Partial<Employee>, before: Partial<Employee> = {}) {
  return notificationOf(
    { ...siti, ...before },
    { ...siti, revision: 7, updatedAt: "2026-11-21T03:00:00.000Z", ...before, ...after },
  );
}

test.each<[string, Partial<Employee>, Partial<Employee>, string]>([
  ["a promotion", {}, { golongan: "III/b" }, "card-changed"],
  ["a new photo", {}, { photoId: "pho_new" }, "photo-confirmed"],
  ["a first photo", { photoId: undefined }, { photoId: "pho_new" }, "photo-confirmed"],
  ["a suspension", {}, { kedudukanHukum: "04" }, "card-suspended"],
  ["a retirement", {}, { kedudukanHukum: "99" }, "card-ended"],
  [
    "a dismissal after a suspension",
    { kedudukanHukum: "04" },
    { kedudukanHukum: "66" },
    "card-ended",
  ],
  ["a return to duty", { kedudukanHukum: "02" }, { kedudukanHukum: "01" }, "card-restored"],
  ["a promotion during leave", { kedudukanHukum: "02" }, { golongan: "III/b" }, "card-changed"],
])("of %s the holder hears what it means for the card", (_, before, after, code) => {
  expect(told(after, before).code).toBe(code);
});

test("an item is the same for the same change and sorts by time", () => {
  expect(told({})).toEqual({
    employeeId: siti.id,
    id: "2026-11-21T03:00:00.000Z#7",
    at: "2026-11-21T03:00:00.000Z",
    code: "card-changed",
  });
  expect(told({}).id < told({ updatedAt: "2026-11-21T03:00:00.001Z" }).id).toBe(true);
});

test.each(Object.entries(mailTexts))(
  "the mail of %s is in two languages, without a link",
  (_, text) => {
    const all = [text.subject, ...text.lines, ...mailClosing].join("\n");

    expect(text.subject).toContain("Kartu ASN Virtual Anda");
    expect(text.lines.map((line) => /\b(Anda|Your|The photo on your)\b/.test(line))).toEqual([
      true,
      true,
    ]);
    expect(all).not.toMatch(/https?:|www\./);
  },
);
