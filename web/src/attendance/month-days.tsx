/** A month day by day: what was expected, what machines read, and what the day was. */
import type { MonthAnswer } from "#shared/attendance/attendance-answers.ts";
import { dayText } from "../clock-text.ts";
import { attendance as text } from "../messages/attendance.ts";
import { type Column, DataTable } from "../officer/data-table.tsx";

type Day = MonthAnswer["days"][number];
type Pass = Day["readings"][number];

/** "07:31" of minutes since 1970. */
const clockOf = ({ minute }: Pass) => new Date(minute * 60_000).toISOString().slice(11, 16);

export function MonthDays({ month }: { readonly month: MonthAnswer }) {
  return (
    <DataTable
      caption={`${text.readings}, ${month.name}`}
      columns={columnsOf(month)}
      rows={month.days}
      keyOf={({ day }) => day}
    />
  );
}

function columnsOf({ machines, codes }: MonthAnswer): readonly Column<Day>[] {
  const byOf = ({ by }: Pass) => (by.startsWith("cor_") ? ` (${text.byCorrection})` : "");
  const told = (pass: Pass | undefined) => (pass ? `${clockOf(pass)}${byOf(pass)}` : "–");
  return [
    { key: "day", label: text.day, cell: ({ day }) => dayText(day) },
    {
      key: "schedule",
      label: text.schedule,
      cell: ({ start, end }) => (start === undefined ? "–" : `${start}–${end ?? ""}`),
    },
    { key: "in", label: text.came, cell: (day) => told(day.in) },
    { key: "out", label: text.went, cell: (day) => told(day.out) },
    {
      key: "status",
      label: text.status,
      cell: (day) => `${text.statuses[day.status]} (${codes[day.status]})${notesOf(day)}`,
    },
    {
      key: "readings",
      label: text.readings,
      cell: ({ readings }) =>
        readings.length === 0
          ? text.noReadings
          : readings.map((each) => `${clockOf(each)} ${machines[each.by] ?? each.by}`).join(", "),
    },
  ];
}

function notesOf({ lateMinutes, lateGrade, earlyMinutes, earlyGrade, lacks }: Day): string {
  const notes = [
    lateGrade !== undefined && text.lateBy(lateMinutes, lateGrade),
    earlyGrade !== undefined && text.earlyBy(earlyMinutes, earlyGrade),
    lacks && text.lacks[lacks],
  ].filter((each) => each !== false && each !== undefined);
  return notes.length === 0 ? "" : `, ${notes.join(", ")}`;
}
