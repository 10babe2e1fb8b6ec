import type { AbsenceKind } from "#shared/attendance/statuses.ts";
import { dayText } from "../clock-text.ts";
import { attendanceWords as text } from "../messages/attendance-words.ts";

interface Corrected {
  readonly day: string;
  /** "07:30", also with its day before it. */
  readonly in?: string;
  readonly out?: string;
  readonly absence?: AbsenceKind;
}

/** "13 Oktober 2026: Masuk 07:30, Pulang 16:00"; empty of a draft that was thrown away. */
export function correctionText({ day, in: came, out: went, absence }: Corrected): string {
  const said = [
    came && `${text.came} ${came.slice(-5)}`,
    went && `${text.went} ${went.slice(-5)}`,
    absence && text.absences[absence],
  ];
  return day === "" ? "" : `${dayText(day)}: ${said.filter(Boolean).join(", ")}`;
}
