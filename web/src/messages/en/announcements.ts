import type { Announcements } from "../id/announcements.ts";

export const en: Announcements = {
  title: "Announcements",
  kinds: {
    circular: "Circular",
    schedule: "Schedule",
    rules: "Rules",
    results: "Results",
  },
  until: (day: string) => `Shown until ${day}`,
  circular: "Download the circular (PDF, Indonesian)",
  attachment: (kilobytes: number) => `Download the attachment (PDF, ${kilobytes} KB, not scanned)`,
};
