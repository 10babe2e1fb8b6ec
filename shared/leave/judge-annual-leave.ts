/** Cuti tahunan: PP 11/2017, articles 311 to 315; PP 49/2018, articles 78 to 80. */
import { daysAfter } from "#shared/employee/retirement.ts";
import { heldIn } from "./leave-balance.ts";
import { found, type LeaveFinding, type TermedCase } from "./leave-findings.ts";
import { servedOn } from "./leave-holder.ts";
import { reasonsOf } from "./leave-reasons.ts";
import { rightOf } from "./leave-right.ts";
import { workingDays, yearOf } from "./leave-span.ts";
import { annualDays, planAnnualLeave } from "./plan-annual-leave.ts";

export function judgeAnnualLeave(the: TermedCase): readonly LeaveFinding[] {
  const { asked, calendar, terms } = the;
  const { travelDays = 0 } = asked;
  const days = annualDays(asked, travelDays, calendar);
  return [
    ...found(days.size === 0, "to", "no-working-day", { limit: 1, measured: 0 }),
    ...found(travelDays > terms.travelDays, "travelDays", "travel-too-long", {
      limit: terms.travelDays,
      measured: travelDays,
    }),
    ...judgeFirstYear(the),
    ...(calendar.unknownYears ?? [])
      .filter((year) => days.has(year))
      .flatMap((year) => found(true, "to", "holidays-unknown", { year, stops: "nothing" })),
    ...judgeBalance(the, days),
  ];
}

function judgeBalance(the: TermedCase, days: ReadonlyMap<number, number>): readonly LeaveFinding[] {
  const { account, id, terms } = the;
  const own = id === undefined ? {} : { leave: id };
  const plan = planAnnualLeave({ account, days, order: terms.useOrder, ...own });
  if (plan.ok) return [];
  return plan.short.flatMap(({ year, needed, free }) => {
    const { none } = rightOf(the, year);
    return [
      ...found(true, "to", "balance-short", { limit: free, measured: needed, year }),
      ...(none
        ? found(true, "kind", "no-right-in-year", { limit: none, year, stops: "nothing" })
        : []),
    ];
  });
}

/** Before a year of work is full: none, or a few days for the closed list of reasons (PP 49/2018, article 80). */
function judgeFirstYear(the: TermedCase): readonly LeaveFinding[] {
  const { asked, holder, terms } = the;
  const full = servedOn(holder, terms.annualAfterYears);
  if (asked.from >= full) return [];
  if (terms.firstYearDays === 0) {
    return found(true, "from", "service-too-short", { limit: full, measured: asked.from });
  }
  const { reason } = asked;
  const isListed = reason !== undefined && reasonsOf("tahunan").includes(reason);
  const days = daysBefore(full, the);
  return [
    ...found(!isListed, "reason", "first-year-reason"),
    ...found(days > terms.firstYearDays, "to", "first-year-days", {
      limit: terms.firstYearDays,
      measured: days,
    }),
  ];
}

/** Of this leave those that lie before the year is full, of others all that they hold. */
function daysBefore(full: string, { asked, calendar, others, account }: TermedCase): number {
  const { from, to, travelDays = 0 } = asked;
  const spent = workingDays({ from, to: daysAfter(to, -travelDays) }, calendar);
  const own = spent.filter((day) => day < full).length;
  const before = others.filter(({ kind, from }) => kind === "tahunan" && from < full);
  return before.reduce((sum, { id, ...span }) => {
    const years = [...new Set([span.from, span.to].map(yearOf))];
    const held = years.map((year) => heldIn(account, id, year));
    return held.reduce((all, { reserved, taken }) => all + reserved + taken, sum);
  }, own);
}
