import { expect, test } from "vitest";
import { icsOf } from "../../../web/src/workday/ics.ts";

const kinds = {
  "libur-nasional": "Libur nasional",
  "cuti-bersama": "Cuti bersama",
  "libur-daerah": "Libur daerah",
};
const at = new Date("2026-11-30T05:06:07.089Z");
const day = { day: "2026-12-31", name: "Hari jadi", kind: "libur-daerah", source: "SE 1" } as const;

test("a day off is an event of that day alone, with its kind and its decree", () => {
  expect(icsOf([day], { at, kinds }).split("\r\n")).toEqual([
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kartu ASN Virtual//ID", "BEGIN:VEVENT"],
    ...["UID:2026-12-31-libur-daerah-0@kartu-asn", "DTSTAMP:20261130T050607Z"],
    ...["DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "SUMMARY:Hari jadi"],
    ...["DESCRIPTION:Libur daerah. SE 1", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", ""],
  ]);
});

test("two names of one day are two events, and what iCalendar means otherwise is escaped", () => {
  const other = { ...day, name: "A; B, C\\D", source: "SKB 1497/2025, 2/2025" };
  const lines = icsOf([day, other], { at, kinds }).split("\r\n");

  expect(lines).toContain("UID:2026-12-31-libur-daerah-1@kartu-asn");
  expect(lines).toContain(String.raw`SUMMARY:A\; B\, C\\D`);
  expect(lines).toContain(String.raw`DESCRIPTION:Libur daerah. SKB 1497/2025\, 2/2025`);
});

test("no line is longer than 75 octets, and unfolded nothing is lost", () => {
  const name = "Peringatan «Hari Jadi» Kabupaten Contoh — ".repeat(4).trim();
  const file = icsOf([{ ...day, name }], { at, kinds });

  for (const line of file.split("\r\n"))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(file.replaceAll("\r\n ", "")).toContain(`SUMMARY:${name}\r\n`);
});
