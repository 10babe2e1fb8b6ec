/** Days off as a file that phones and mail programs take in: iCalendar (RFC 5545). Pure. */
import type { Holiday } from "#shared/workday/holiday.ts";

interface IcsOptions {
  /** When the file is made. */
  readonly at: Date;
  readonly kinds: Readonly<Record<Holiday["kind"], string>>;
}

/** A whole-day event of each day off. A day has the same id in each file, so that a newer file replaces it. */
export function icsOf(holidays: readonly Holiday[], { at, kinds }: IcsOptions): string {
  const stamp = at.toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const events = holidays.flatMap(({ day, name, kind, source }, i) => {
    const before = holidays.slice(0, i).filter((each) => each.day === day && each.kind === kind);
    return [
      "BEGIN:VEVENT",
      `UID:${day}-${kind}-${before.length}@kartu-asn`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${plain(day)}`,
      // The end is the first day that is no more of it (3.6.1).
      `DTEND;VALUE=DATE:${plain(dayAfter(day))}`,
      `SUMMARY:${escaped(name)}`,
      `DESCRIPTION:${escaped(`${kinds[kind]}. ${source}`)}`,
      // Nobody is busy on a day off.
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ];
  });
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kartu ASN Virtual//ID"];
  return [...head, ...events, "END:VCALENDAR", ""].map(folded).join("\r\n");
}

const plain = (day: string): string => day.replaceAll("-", "");

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** 3.3.11. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`);

const longestLine = 75;

/** 3.1: a line has at most 75 octets; the next one begins with a blank. No character is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let now = "";
  let size = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (size + octets > longestLine) {
      lines.push(now);
      now = " ";
      size = 1;
    }
    now += character;
    size += octets;
  }
  return [...lines, now].join("\r\n");
}
