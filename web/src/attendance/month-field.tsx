import { attendance as text } from "../messages/attendance.ts";
import { SelectField } from "../officer/select-field.tsx";
import { monthsLater } from "../workday/month-steps.tsx";
import { monthOfYear } from "../workday/weekday-text.ts";
import { lastMonth } from "./address.ts";

/** As far back as a list shows well. */
const mostMonths = 24;

interface MonthFieldProps {
  /** The chosen one; the last month where nobody has chosen. */
  readonly month?: string | undefined;
  readonly hint?: string;
}

/** This month and those before it. */
export function MonthField({ month = lastMonth(), hint }: MonthFieldProps) {
  const newest = monthsLater(lastMonth(), 1);
  const months = Array.from({ length: mostMonths }, (_, back) => monthsLater(newest, -back));
  const all = months.includes(month) ? months : [month, ...months];
  return (
    <SelectField
      name="bulan"
      label={`${text.month} *`}
      hint={hint}
      options={all.map((each) => [each, monthOfYear(each)] as const)}
      value={month}
    />
  );
}
