import { expect, test } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { confirmStatus, failEmail, revise } from "#shared/employee/revision.ts";
import { anEmployee } from "../../support/builders.ts";

const siti = anEmployee({ revision: 4 });
const told = {
  at: new Date("2026-11-21T03:00:00.000Z"),
  actor: { role: "officer", id: "emp_budi" },
  action: "changed",
} as const;

test("a revision counts up, and tells what was and what is", () => {
  expect(
    revise(siti, { golongan: "III/b", phone: "0812 0000 0000" }, { ...told, reason: "SK 1" }),
  ).toEqual({
    seen: 4,
    before: siti,
    after: {
      ...siti,
      golongan: "III/b",
      phone: "0812 0000 0000",
      revision: 5,
      updatedAt: "2026-11-21T03:00:00.000Z",
      cardChangedAt: "2026-11-21T03:00:00.000Z",
    },
    cardChanged: true,
    entry: {
      subjectId: siti.id,
      revision: 5,
      at: "2026-11-21T03:00:00.000Z",
      actor: { role: "officer", id: "emp_budi" },
      action: "changed",
      reason: "SK 1",
      changes: [
        { field: "golongan", from: "III/a", to: "III/b" },
        { field: "phone", from: undefined, to: "0812 0000 0000" },
      ],
    },
  });
});

test.each<Partial<Employee>>([{}, { golongan: "III/a" }, { phone: undefined }])(
  "%j changes nothing, and is no revision",
  (change) => {
    expect(revise(siti, change, told)).toBeUndefined();
  },
);

test.each<[Partial<Employee>, boolean]>([
  [{ phone: "0812 0000 0000" }, false],
  [{ email: "rahma@contoh.example" }, false],
  [{ kedudukanHukum: "03" }, false],
  [{ kedudukanHukum: "04" }, true],
  [{ gelarBelakang: undefined }, true],
  [{ photoId: "pho_new" }, true],
])("whether the card follows %j: %s", (change, cardChanged) => {
  const next = revise(siti, change, told);

  expect(next?.cardChanged).toBe(cardChanged);
  expect(next?.after.cardChangedAt).toBe(cardChanged ? next?.after.updatedAt : siti.cardChangedAt);
});

test("a change without a reason has none", () => {
  expect(revise(siti, { phone: "0812 0000 0000" }, told)?.entry).not.toHaveProperty("reason");
});

test("the record before is left as it was", () => {
  const before = structuredClone(siti);
  revise(siti, { golongan: "III/b" }, told);

  expect(siti).toEqual(before);
});

test.each([
  ["rahma@contoh.example", "2026-11-21T03:00:00.000Z"],
  ["SITI@contoh.example", undefined],
])("a change to the address %s is dated %s", (email, emailChangedAt) => {
  expect(revise(siti, { email }, told)?.after.emailChangedAt).toBe(emailChangedAt);
});

test("an address that failed is noted until it changes", () => {
  const { after, entry, cardChanged } = failEmail(siti, told);

  expect(after).toMatchObject({ emailFailedAt: "2026-11-21T03:00:00.000Z", revision: 5 });
  expect(entry).toMatchObject({ action: "email-failed", changes: [] });
  expect(cardChanged).toBe(false);
  expect(revise(after, { phone: "0812 0000 0000" }, told)?.after.emailFailedAt).toBeDefined();
  expect(revise(after, { email: "SITI@contoh.example" }, told)?.after.emailFailedAt).toBeDefined();
  expect(
    revise(after, { email: "rahma@contoh.example" }, told)?.after.emailFailedAt,
  ).toBeUndefined();
});

test("a contract that passed since the last save makes the card follow the next save, whatever it is about", () => {
  const asn = { ...siti, kind: "PPPK", contractEnd: "2026-11-20" } as const;

  expect(revise(asn, { phone: "0812 0000 0000" }, told)?.cardChanged).toBe(true);
  expect(
    revise({ ...asn, updatedAt: "2026-11-20T18:00:00.000Z" }, { phone: "0812 0000 0000" }, told)
      ?.cardChanged,
  ).toBe(false);
});

test("confirming a status changes no field, and is told of", () => {
  const { after, entry } = confirmStatus(siti, { ...told, action: "contract-ended" });

  expect(after).toEqual({ ...siti, revision: 5, updatedAt: "2026-11-21T03:00:00.000Z" });
  expect(entry).toMatchObject({ revision: 5, action: "contract-ended", changes: [] });
});
