/** Cuti sakit: PP 11/2017, articles 319 to 321, and 320 as changed by PP 17/2020; PP 49/2018, article 83. */
import { daysAfter } from "#shared/employee/retirement.ts";
import type { AskedLeave } from "./leave.ts";
import { found, type LeaveFinding, type TermedCase } from "./leave-findings.ts";
import { reasonsOf } from "./leave-reasons.ts";
import type { KnownLeave } from "./leave-right.ts";
import { daysIn, isWithin, type Length, lastDayOf, type Span, workingDays } from "./leave-span.ts";

export function judgeSickLeave(the: TermedCase): readonly LeaveFinding[] {
  const { asked, holder, terms } = the;
  const { reason = "sakit" } = asked;
  if (!reasonsOf("sakit").includes(reason)) return found(true, "reason", "reason-not-of-kind");
  // After an accident in service: until recovered.
  if (reason === "kecelakaan-dinas") return [];
  if (reason === "sakit") return judgeSum(the);
  return [
    ...found(holder.sex === "M", "reason", "only-mothers"),
    ...found(!isWithin(asked, terms.miscarriageLength), "to", "too-long", {
      limit: lastDayOf(asked.from, terms.miscarriageLength),
      measured: asked.to,
    }),
  ];
}

/** Uses add up. Beyond the first length the Tim Penguji Kesehatan has to find that more is needed; beyond its extension there is none. */
function judgeSum(the: TermedCase): readonly LeaveFinding[] {
  const { asked, terms } = the;
  const counted = [...sickBefore(the), asked];
  const first = counted.reduce((day, { from }) => (from < day ? from : day), asked.from);
  const measured = counted.reduce((sum, span) => sum + daysIn(span), 0);
  const limit = daysOf(first, terms.sickLength);
  const longest = daysIn({
    from: first,
    to: lastDayOf(daysAfter(lastDayOf(first, terms.sickLength), 1), terms.sickExtension),
  });
  if (measured > longest) return found(true, "to", "sick-too-long", { limit: longest, measured });
  const isExamined = asked.evidence.includes("temuan-tim-penguji");
  return found(measured > limit && !isExamined, "evidence", "sick-needs-examination", {
    limit,
    measured,
    stops: "decision",
  });
}

const daysOf = (from: string, length: Length) => daysIn({ from, to: lastDayOf(from, length) });

/** The sick leaves that add up with this one: within the months of the terms, and whatever adjoins without a day of work. */
function sickBefore({ asked, others, calendar, terms }: TermedCase): readonly Span[] {
  const begins = monthsBefore(asked.to, terms.sickAddsUpMonths);
  let unbrokenFrom = asked.from;
  return earlierSick(asked, others).flatMap(({ from, to }) => {
    const gap = { from: daysAfter(to, 1), to: daysAfter(unbrokenFrom, -1) };
    if (daysIn(gap) <= longestGap && workingDays(gap, calendar).length === 0) {
      unbrokenFrom = from;
      return [{ from, to }];
    }
    return to >= begins ? [{ from: from > begins ? from : begins, to }] : [];
  });
}

/** More days than holidays and weekends ever are in a row. */
const longestGap = 21;

/** The days of which the rules ask the calendar: those of the leave, and of a sick one those between it and what may adjoin. */
export function calendarSpan(
  asked: Pick<AskedLeave, "kind" | "from" | "to">,
  leaves: readonly KnownLeave[],
): Span {
  const { kind, from, to } = asked;
  if (kind !== "sakit") return { from, to };
  let first = from;
  let unbrokenFrom = from;
  for (const leave of earlierSick(asked, leaves)) {
    const next = daysAfter(leave.to, 1);
    if (daysIn({ from: next, to: unbrokenFrom }) - 1 > longestGap) break;
    first = next < unbrokenFrom ? next : first;
    unbrokenFrom = leave.from;
  }
  return { from: first, to };
}

/** The last one first. */
function earlierSick(asked: Pick<AskedLeave, "from">, leaves: readonly KnownLeave[]) {
  return leaves
    .filter(
      ({ kind, reason = "sakit", to }) => kind === "sakit" && reason === "sakit" && to < asked.from,
    )
    .toSorted((a, b) => b.to.localeCompare(a.to));
}

/** The first day of so many months that end with a day. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 - months, date + 1)).toISOString().slice(0, 10);
}
