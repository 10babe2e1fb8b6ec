import { expect, test } from "vitest";
import { cardDiffers, cardStatus, fullName } from "#shared/employee/employee.ts";
import { anEmployee } from "../../support/builders.ts";

test("degrees stand around the name", () => {
  expect(
    fullName({ gelarDepan: "Dr. Ir.", name: "Siti Rahma", gelarBelakang: "S.Kom., M.T." }),
  ).toBe("Dr. Ir. Siti Rahma, S.Kom., M.T.");
  expect(fullName({ name: "Sukarno" })).toBe("Sukarno");
});

test.each([
  ["01", "active"],
  ["71", "active"],
  ["02", "suspended"],
  ["04", "suspended"],
  ["99", "ended"],
  ["unheard of", "ended"],
])("kedudukan hukum %s makes the card %s", (kedudukanHukum, status) => {
  expect(cardStatus(anEmployee({ kedudukanHukum }), new Date())).toBe(status);
});

test("a contract is valid through its last day in Jakarta, and not a minute longer", () => {
  const pppk = anEmployee({ kind: "PPPK", kedudukanHukum: "71", contractEnd: "2026-12-31" });

  expect(cardStatus(pppk, new Date("2026-12-31T16:59:59Z"))).toBe("active");
  expect(cardStatus(pppk, new Date("2026-12-31T17:00:00Z"))).toBe("ended");
});

test("only what stands on the card changes the card", () => {
  const siti = anEmployee();

  expect(cardDiffers(siti, { ...siti, golongan: "III/b" })).toBe(true);
  expect(cardDiffers(siti, { ...siti, kedudukanHukum: "99" })).toBe(true);
  expect(cardDiffers(siti, { ...siti, kedudukanHukum: "03" })).toBe(false);
  expect(cardDiffers(siti, { ...siti, phone: "0812 0000 0000", email: "new@contoh.example" })).toBe(
    false,
  );
});
