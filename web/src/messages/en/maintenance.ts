import type { Maintenance } from "../id/maintenance.ts";

export const en: Maintenance = {
  title: "Under maintenance",
  lead: "This service is closed for a while for maintenance. Your data, photo and card are safe.",
  wait: "Please try again in a few minutes. Checking cards by their QR code is closed too; a card that cannot be checked now is not therefore a false one.",
  again: "Try again",
};
