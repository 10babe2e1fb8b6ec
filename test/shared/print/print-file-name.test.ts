import { expect, test } from "vitest";
import type { CardsPrint } from "#shared/print/print.ts";
import { printFileName } from "#shared/print/print-file-name.ts";

const print: CardsPrint = {
  id: "prt_00000000000000000000000000",
  officerId: "emp_1",
  instansiId: "contoh",
  unitKerja: "Dinas Kesehatan",
  units: ["Dinas Kesehatan"],
  kind: "cards",
  shape: "landscape",
  sheet: "card",
  state: "ready",
  drawn: 2,
  total: 2,
  withoutPhoto: 0,
  withoutCard: 0,
  activated: 0,
  lackingIds: [],
  parts: [{ people: 2, from: "ADI", to: "BUD", drawn: 2 }],
  updatedAt: "2026-11-26T02:15:00.000Z",
  // A day after it was asked for, at 9.14 in Jakarta.
  endsAt: "2026-11-27T02:14:30.000Z",
};

test("a print's file is called by its unit and by when it was asked for, by the agency's clock", () => {
  expect(printFileName(print, 0, "WIB")).toBe(
    "kartu-asn_dinas-kesehatan_lanskap_2026-11-26_0914.pdf",
  );
  expect(printFileName(print, 0, "WIT")).toContain("_2026-11-26_1114.pdf");
});

test("letters are called so", () => {
  const { shape: _, sheet: __, ...letters } = print;

  expect(printFileName({ ...letters, kind: "letters" }, 0, "WIB")).toBe(
    "surat-aktivasi_dinas-kesehatan_2026-11-26_0914.pdf",
  );
});

test("two units, two shapes, two papers and two minutes are four names", () => {
  const others: Partial<CardsPrint>[] = [
    { unitKerja: "Dinas Pendidikan" },
    { shape: "portrait" },
    { sheet: "a4" },
    { endsAt: "2026-11-27T02:15:30.000Z" },
  ];
  const names = others.map((other) => printFileName({ ...print, ...other }, 0, "WIB"));

  expect(new Set([printFileName(print, 0, "WIB"), ...names]).size).toBe(5);
});

test("a file's name is plain ASCII and short, whatever the unit is called", () => {
  const unitKerja = `RSUD «Contoh» dr. Éva Đặng / ${"Instalasi Gawat Darurat ".repeat(8)}`;

  expect(printFileName({ ...print, unitKerja }, 0, "WIB")).toMatch(/^[a-z0-9_-]{20,110}\.pdf$/);
});

test("of several parts each is called by its place", () => {
  const [part] = print.parts;
  const parts = part ? [part, part, part] : [];

  expect(printFileName({ ...print, parts }, 1, "WIB")).toBe(
    "kartu-asn_dinas-kesehatan_lanskap_2026-11-26_0914_2-dari-3.pdf",
  );
});
