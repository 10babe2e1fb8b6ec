import fc from "fast-check";
import { expect, test } from "vitest";
import { contentHash } from "#shared/card/content-hash.ts";
import { cardFields, type Employee } from "#shared/employee/employee.ts";
import { fieldsOnCard } from "#shared/employee/fields.ts";
import { anEmployee } from "../../support/builders.ts";

const siti = anEmployee();

test.each(cardFields)("another %s makes another card", (field) => {
  const other = field === "qrGeneration" ? 2 : "other";
  const changed = { ...siti, [field]: other };

  expect(contentHash(changed)).not.toBe(contentHash(siti));
});

test("cards of before a QR could be replaced keep their identity, and with it their printed codes", () => {
  expect(contentHash(siti)).toBe(
    "c821d8edf3d9012b21fc2ea775e0d1d6ddb17ef5ace17f75aec33964297aac83",
  );
});

test("a field that comes to the cards later makes other cards of records that have it, and of no others", () => {
  const later = [...fieldsOnCard, "phone"] as const;
  const one = { ...siti, phone: "0812 0000 0001" };
  const other = { ...siti, phone: "0812 0000 0002" };

  expect(contentHash(siti, later)).toBe(contentHash(siti));
  expect(contentHash(one, later)).not.toBe(contentHash(siti));
  expect(contentHash(one, later)).not.toBe(contentHash(other, later));
});

test.each<Partial<Employee>>([
  { phone: "0812 0000 0000" },
  { email: "rahma@contoh.example" },
  { revision: 9, updatedAt: "2027-01-01T00:00:00.000Z", cardChangedAt: "2027-01-01T00:00:00.000Z" },
  { kedudukanHukum: "03" },
])("with %j it stays the same card", (change) => {
  expect(contentHash({ ...siti, ...change })).toBe(contentHash(siti));
});

test("twins have cards of their own", () => {
  expect(contentHash({ ...siti, id: "emp_twin" })).not.toBe(contentHash(siti));
});

test("a field that is not there is like one that is undefined", () => {
  const { gelarBelakang: _, ...bare } = siti;

  expect(contentHash(bare)).toBe(contentHash({ ...siti, gelarBelakang: undefined }));
});

test("no two texts can be divided among the fields to make the same card", () => {
  const text = fc.string({ unit: fc.constantFrom("a", ",", '"', "]"), maxLength: 3 });
  fc.assert(
    fc.property(text, text, text, text, (a, b, c, d) => {
      const one = contentHash({ ...siti, jabatan: a, unitKerja: b });
      const other = contentHash({ ...siti, jabatan: c, unitKerja: d });

      expect(one === other).toBe(a === c && b === d);
    }),
    { numRuns: 5000 },
  );
});
