import type { AlarmState } from "../../cloud/cloudwatch/alarms.ts";
import { type ConsolePage, escapeHtml, table } from "./page.ts";

const states = {
  ALARM: "<strong>Berbunyi</strong>",
  OK: "Tenang",
  INSUFFICIENT_DATA: "Tidak diukur di sini",
} as const;

/** The infrastructure's alarms; those that ring come first. */
export function alarmsPage(alarms: () => readonly AlarmState[]): ConsolePage {
  const body = () => {
    const rows = alarms()
      .toSorted((a, b) => Number(b.state === "ALARM") - Number(a.state === "ALARM"))
      .map(({ description, state }) => [
        states[state],
        `<span lang="en">${escapeHtml(description)}</span>`,
      ]);
    return table("Alarm", ["Keadaan", "Akibat bagi pengguna"], rows);
  };
  return { path: "/alarms", title: "Alarm", isLive: true, body };
}
