import { scanAnswer as text } from "../messages/scan-answer.ts";

const minuteMs = 60_000;

/** «3 jam lalu»: how old what this device knows is. */
export function ageText(now: Date, then: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - then.getTime()) / minuteMs));
  if (minutes < 60) return text.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? text.hours(hours) : text.days(Math.floor(hours / 24));
}
