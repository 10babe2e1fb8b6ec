import { expect, test } from "vitest";
import { cardText, faces, isFace } from "#shared/card/card-content.ts";
import { anEmployee } from "../../support/builders.ts";

test("a PNS's card has the pangkat of the golongan, and no contract", () => {
  expect(cardText(anEmployee({ gelarDepan: "Dr.", contractEnd: "2030-12-31" }))).toEqual({
    kind: "PNS",
    name: "Dr. Siti Rahma, S.Kom.",
    nip: "19850212 201001 2 004",
    golongan: "III/a",
    pangkat: "Penata Muda",
    jabatan: "Analis Kebijakan Ahli Pertama",
    unitKerja: "Bagian Umum",
    instansi: "Pemerintah Kabupaten Contoh",
  });
});

test("a PPPK's card has the contract's last day, and no pangkat", () => {
  const text = cardText(anEmployee({ kind: "PPPK", golongan: "IX", contractEnd: "2026-12-31" }));

  expect(text).toMatchObject({ kind: "PPPK", golongan: "IX", contractEnd: "2026-12-31" });
  expect(text).not.toHaveProperty("pangkat");
});

test("a card has two sides in two formats", () => {
  expect(faces.every(isFace)).toBe(true);
  expect(["front", "front-square", "toString", ""].some(isFace)).toBe(false);
});
