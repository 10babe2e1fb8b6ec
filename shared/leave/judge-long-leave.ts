/** Cuti besar, cuti melahirkan, cuti karena alasan penting and CLTN: those with a length in months and reasons of their own. */
import { daysAfter, yearsAfter } from "#shared/employee/retirement.ts";
import { lotsIn } from "./leave-balance.ts";
import { found, type LeaveFinding, type TermedCase } from "./leave-findings.ts";
import { servedOn } from "./leave-holder.ts";
import { type LeaveReason, reasonsOf } from "./leave-reasons.ts";
import { sinceCltn } from "./leave-right.ts";
import { daysIn, isWithin, type Length, lastDayOf, yearOf } from "./leave-span.ts";

/** PP 11/2017; Peraturan BKN 24/2017, III.B. */
export function judgeBesar(the: TermedCase): readonly LeaveFinding[] {
  const { asked, terms, account } = the;
  const { reason } = asked;
  // The first hajj does not wait for the years of service; nor does the fourth birth, for these or for those between two.
  const isAtOnce = reason === "haji-pertama" || reason === "kelahiran-keempat";
  const annual = lotsIn(account, yearOf(asked.from)).reduce((sum, { taken }) => sum + taken, 0);
  return [
    ...judgeReason(the),
    ...(isAtOnce ? [] : judgeService(the, terms.besarAfterYears)),
    ...judgeLength(the, terms.besarLength),
    ...(reason === "kelahiran-keempat" ? judgeFourth(the) : judgeGap(the)),
    ...found(reason === "haji-pertama" && hasBeenToHajj(the), "reason", "haji-not-first"),
    ...found(annual > 0, "kind", "annual-used-this-year", { measured: annual, stops: "nothing" }),
  ];
}

/** What was taken short of three months has lapsed; only what a call back left over is there before the years are over. */
function judgeGap({ asked, others, terms }: TermedCase): readonly LeaveFinding[] {
  const last = others
    .filter(({ kind, to }) => kind === "besar" && to < asked.from)
    .toSorted((a, b) => b.to.localeCompare(a.to))[0];
  if (!last || daysIn(asked) <= (last.restDays ?? 0)) return [];
  const next = daysAfter(yearsAfter(last.to, terms.besarGapYears), 1);
  return found(asked.from < next, "from", "besar-too-soon", { limit: next, measured: asked.from });
}

function hasBeenToHajj({ others, asked }: TermedCase): boolean {
  return others.some(
    ({ reason, from, restDays }) => reason === "haji-pertama" && from < asked.from && !restDays,
  );
}

function judgeFourth({ asked, holder, terms }: TermedCase): readonly LeaveFinding[] {
  const { birth } = asked;
  return [
    ...found(holder.sex === "M", "reason", "only-mothers"),
    ...(birth === undefined
      ? found(true, "birth", "required")
      : found(birth <= terms.births, "birth", "birth-not-beyond", {
          limit: terms.births,
          measured: birth,
        })),
  ];
}

/** PP 11/2017, articles 325 to 327: the births while being an employee; from the fourth on a PNS has cuti besar. */
export function judgeBirth(the: TermedCase): readonly LeaveFinding[] {
  const { asked, holder, others, terms } = the;
  const { birth } = asked;
  const earlier = others.filter(({ kind, to }) => kind === "melahirkan" && to < asked.from).length;
  return [
    ...found(holder.sex === "M", "kind", "only-mothers"),
    ...judgeLength(the, terms.birthLength),
    ...(birth === undefined
      ? found(true, "birth", "required")
      : [
          ...found(birth > terms.births, "birth", "birth-beyond", {
            limit: terms.births,
            measured: birth,
          }),
          ...found(birth <= earlier, "birth", "birth-too-low", {
            limit: earlier + 1,
            measured: birth,
          }),
        ]),
  ];
}

/** Peraturan BKN 24/2017, III.E. */
export function judgeImportant(the: TermedCase): readonly LeaveFinding[] {
  return [...judgeReason(the), ...judgeLength(the, the.terms.importantLength)];
}

/** Peraturan BKN 24/2017, III.G. The approval of BKN is among the evidence. */
export function judgeCltn(the: TermedCase): readonly LeaveFinding[] {
  const { asked, terms } = the;
  return asked.extends === undefined
    ? [
        ...judgeReason(the),
        ...judgeService(the, terms.cltnAfterYears),
        ...judgeLength(the, terms.cltnLength),
      ]
    : [...judgeReason(the), ...judgeExtension(the), ...judgeLength(the, terms.cltnExtension)];
}

/** One, and without a day between. */
function judgeExtension({ asked, others }: TermedCase): readonly LeaveFinding[] {
  const cltns = others.filter(({ kind, isGiven }) => kind === "cltn" && isGiven);
  const extended = cltns.find(({ id }) => id === asked.extends);
  const isAdjoining = extended && daysAfter(extended.to, 1) === asked.from;
  return [
    ...found(!isAdjoining, "extends", "extension-not-adjoining", {
      ...(extended && { limit: daysAfter(extended.to, 1) }),
      measured: asked.from,
    }),
    ...found(extended?.extends !== undefined, "extends", "extended-already"),
  ];
}

function judgeReason({ asked: { kind, reason } }: TermedCase): readonly LeaveFinding[] {
  if (reason === undefined) return found(true, "reason", "reason-required");
  const allowed: readonly LeaveReason[] = reasonsOf(kind);
  return found(!allowed.includes(reason), "reason", "reason-not-of-kind", { measured: reason });
}

function judgeService(
  { asked, holder, others }: TermedCase,
  years: number,
): readonly LeaveFinding[] {
  const full = servedOn(sinceCltn({ holder, leaves: others }, asked.from), years);
  return found(asked.from < full, "from", "service-too-short", {
    limit: full,
    measured: asked.from,
  });
}

function judgeLength({ asked }: TermedCase, length: Length): readonly LeaveFinding[] {
  return found(!isWithin(asked, length), "to", "too-long", {
    limit: lastDayOf(asked.from, length),
    measured: asked.to,
  });
}
