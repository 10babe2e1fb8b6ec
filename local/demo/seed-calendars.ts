import type { Clock } from "#shared/runtime/clock.ts";
import { dayIn, usualZone } from "#shared/runtime/zone.ts";
import type { WritableWorkCalendars } from "#shared/workday/work-calendars.ts";
import { demoAgencyCalendar, demoYear } from "./calendars.ts";

interface World {
  readonly calendars: WritableWorkCalendars;
  readonly clock: Clock;
}

/** Keeps this year's calendar and the next one's, and those of agencies, where there are none yet. */
export async function seedCalendars({ calendars, clock }: World): Promise<void> {
  const now = clock.now();
  const thisYear = Number(dayIn(usualZone, now).slice(0, 4));
  const years = [thisYear, thisYear + 1];
  const line = { revision: 1, at: now.toISOString(), action: "registered", changes: [] } as const;
  const by = { actor: { role: "operator" } } as const;
  for (const year of years) {
    if (await calendars.national(year)) continue;
    const entry = { ...line, ...by, subjectId: `holidays#${year}` };
    await calendars.saveNational(demoYear(year), entry, wholeYear(year));
  }
  const own = demoAgencyCalendar(years);
  if (await calendars.agency(own.instansiId)) return;
  const entry = { ...line, ...by, subjectId: `calendar#${own.instansiId}` };
  await calendars.saveAgency(own, entry, wholeYear(thisYear));
}

const wholeYear = (year: number) => ({ from: `${year}-01-01`, until: `${year}-12-31` });
