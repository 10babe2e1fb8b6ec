import { isReadOnly } from "#shared/access/principal.ts";
import { noContent, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import {
  announce,
  announcementKeyBody,
  endAnnouncement,
  listAnnouncements,
  officerAnnouncementsAnswer,
} from "#shared/notification/announce.ts";
import { type Announcements, announcementBody } from "#shared/notification/announcement.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";

/** What an agency says to its people (decision 0089). Long: a table, one entry for each route. */
export function announcementRoutes(api: AskRole & { readonly announcements: Announcements }) {
  return [
    route({
      method: "GET",
      path: "/api/officer/agency/announcements",
      summary:
        "The newest announcements to people in the own reach, with the number of their readers",
      access: roleHolder(api, "petugas", "penyetuju"),
      answers: { 200: officerAnnouncementsAnswer },
      handle: async ({ principal: by }) =>
        ok({
          items: await listAnnouncements(api, by),
          ...(isReadOnly(by) && { readOnly: true as const }),
        }),
    }),
    route({
      method: "POST",
      path: "/api/officer/agency/announcements",
      summary: "Announces something to a group of the own agency, until a day",
      access: roleHolder(api, "petugas"),
      body: announcementBody,
      answers: { 204: "nothing" },
      handle: async ({ principal: by, body }) => {
        await announce(api, by, body);
        return noContent();
      },
    }),
    route({
      method: "POST",
      path: "/api/officer/agency/announcements/end",
      summary: "Ends an announcement before its day",
      access: roleHolder(api, "petugas"),
      body: announcementKeyBody,
      answers: { 204: "nothing" },
      handle: async ({ principal: by, body: { key } }) => {
        await endAnnouncement(api, by, key);
        return noContent();
      },
    }),
  ];
}
