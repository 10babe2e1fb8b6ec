import { AnnouncementTable } from "#shared/notification/announcement-table.ts";
import { MailPlanTable } from "#shared/notification/mail-plan-table.ts";
import { anAnnouncement } from "../support/announcement-table-contract.ts";
import { at, type Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";

const plans = async (tables: Tables) =>
  new MailPlanTable(tables.db, await tables.name("notification-table"));
const day = "2026-11-22";

/** What says when mails are sent. */
export const mailSamples: Readonly<Record<string, Sample>> = {
  "mail-plan": {
    table: "notification-table",
    key: /^#mails/,
    write: async (tables) => {
      const plan = { day, mails: ["a"], wish: "daily", summaryUntil: at } as const;
      await (await plans(tables)).replace({ employeeId: "emp_siti", revision: 0, ...plan });
    },
    read: async (tables) => (await plans(tables)).find("emp_siti"),
  },
  announcement: {
    table: "notification-table",
    key: /^2026-11-21#a/,
    write: async (tables) =>
      new AnnouncementTable(tables.db, await tables.name("notification-table")).add(
        anAnnouncement({
          english: { title: "Card", text: "It stays valid." },
          attachment: { file: "evd_a", size: 12_345 },
        }),
      ),
    read: async (tables) =>
      new AnnouncementTable(tables.db, await tables.name("notification-table")).list("ins_contoh"),
  },
  "mail-summary": {
    table: "notification-table",
    key: /^emp_siti/,
    write: async (tables) => (await plans(tables)).ask("emp_siti", day),
    read: async (tables) => (await plans(tables)).due(day, 9),
  },
};
