import type { ComponentChildren } from "preact";
import type { Holiday } from "#shared/workday/holiday.ts";
import { workCalendar as text } from "../messages/work-calendar.ts";
import { weekdayText } from "./weekday-text.ts";

interface HolidaysProps {
  readonly holidays: readonly Holiday[];
  /** What stands below each. */
  readonly beside?: (holiday: Holiday) => ComponentChildren;
}

/** Days off, one below the other, each with its kind. */
export function Holidays({ holidays, beside }: HolidaysProps) {
  return (
    <ul class="notifications">
      {holidays.map((holiday) => (
        <li key={`${holiday.day} ${holiday.name}`}>
          <time dateTime={holiday.day}>{weekdayText(holiday.day)}</time>
          <div lang="id">{holiday.name}</div>
          <div class="hint">{text.kinds[holiday.kind]}</div>
          {beside?.(holiday)}
        </li>
      ))}
    </ul>
  );
}
