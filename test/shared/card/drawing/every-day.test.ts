/** W3: the landscape front once said «30 September 2…». */
import { describe, expect, test } from "vitest";
import { widthOf } from "#shared/render/fit-text.ts";
import { measure } from "#shared/render/fonts.ts";
import { cardOf, frontOf, widestFronts } from "./widest-fronts.ts";

const months = [
  ...["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus"],
  ...["September", "Oktober", "November", "Desember"],
];

function daysOf(first: number, last: number): string[] {
  const days: string[] = [];
  for (let at = Date.UTC(first, 0, 1); at < Date.UTC(last + 1, 0, 1); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

describe.each(widestFronts)("on a %s's card in %s", (kind, shape) => {
  test("every day from 2020 to 2060 is said in full, in Indonesian, within its place", () => {
    const days = daysOf(2020, 2060);
    const wrong = days.filter((day) => {
      const [year, month = 0, date] = day.split("-").map(Number);
      const said = `${date} ${months[month - 1]} ${year}`;
      const lines = frontOf(cardOf(kind, day), shape).filter(({ text }) => text === said);
      const isWithin = lines.every(
        (line) => widthOf(said, line, measure) * line.size <= line.box.width,
      );
      return lines.length !== (kind === "PNS" ? 1 : 2) || !isWithin;
    });

    expect(days).toHaveLength(14_976);
    expect(wrong).toEqual([]);
  }, 60_000);
});
