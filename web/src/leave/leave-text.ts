import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { dayText } from "../clock-text.ts";
import { leaveWords as text } from "../messages/leave-words.ts";

type Leave = Extract<OwnRequest, { kind: "leave" }>["content"];

/** «Cuti Tahunan, 21 Desember 2026 sampai 23 Desember 2026». */
export function leaveText({ kind, from, to }: Pick<Leave, "kind" | "from" | "to">): string {
  const name = text.kinds[kind];
  return isDay(from) && isDay(to) ? `${name}, ${spanText({ from, to })}` : name;
}

export function spanText({ from, to }: Pick<Leave, "from" | "to">): string {
  return text.span(dayText(from), dayText(to));
}

/** A draft may say anything. Not by typed-day.ts: its part of the site is the forms'. */
const isDay = (day: string) => !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
