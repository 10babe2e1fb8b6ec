/** Who is away as a calendar file that other programs read (RFC 5545). Pure. */
import { daysAfter } from "#shared/employee/retirement.ts";
import type { AwayAnswer } from "./leave-answers.ts";

const encoder = new TextEncoder();

/** All-day events; what is not given yet is tentative. Names and days alone. @param at of the reading */
export function awayFile({ items }: Pick<AwayAnswer, "items">, at: Date): string {
  const stamp = `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
  const events = items.flatMap(({ request, name, unitKerja, from, to, isGiven }) => [
    "BEGIN:VEVENT",
    `UID:${request}@kartu-asn`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${from.replaceAll("-", "")}`,
    // The first day after it (RFC 5545, 3.6.1).
    `DTEND;VALUE=DATE:${daysAfter(to, 1).replaceAll("-", "")}`,
    `SUMMARY:${escaped(`Cuti: ${name}`)}`,
    `LOCATION:${escaped(unitKerja)}`,
    `STATUS:${isGiven ? "CONFIRMED" : "TENTATIVE"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kartu ASN Virtual//Cuti//ID"];
  return [...lines, ...events, "END:VCALENDAR", ""].map(folded).join("\r\n");
}

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (each) => `\\${each}`).replaceAll(/\r?\n/g, "\\n");
}

/** Lines of 75 octets at most, the next one begins with a blank (RFC 5545, 3.1). */
function folded(line: string): string {
  let [text, length] = ["", 0];
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (length + octets > 75) [text, length] = [`${text}\r\n `, 1];
    text += character;
    length += octets;
  }
  return text;
}
