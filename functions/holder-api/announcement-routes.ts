import { noContent, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import {
  announcementKeyBody,
  ownAnnouncements,
  ownAnnouncementsAnswer,
  readAnnouncement,
} from "#shared/notification/announce.ts";
import type { Announcements } from "#shared/notification/announcement.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";

export interface AnnouncementApi extends AskSession {
  readonly announcements: Pick<Announcements, "list" | "noteReader">;
}

/** What the own agency announces to this holder (decision 0089). */
export function announcementRoutes(api: AnnouncementApi) {
  return [
    route({
      method: "GET",
      path: "/api/me/announcements",
      summary: "What the own agency announces to this holder now, newest first",
      access: holder(api),
      answers: { 200: ownAnnouncementsAnswer },
      handle: async ({ principal: { employee } }) => {
        const all = await ownAnnouncements(api, employee);
        return ok({
          items: all.map(({ key, at, kind, words, english, endsOn }) => ({
            ...{ key, at, kind, words, endsOn },
            ...(english && { english }),
          })),
        });
      },
    }),
    route({
      method: "POST",
      path: "/api/me/announcements/read",
      summary: "Counts this holder among the readers of one, once",
      access: holder(api),
      body: announcementKeyBody,
      answers: { 204: "nothing" },
      handle: async ({ principal: { employee }, body: { key } }) => {
        await readAnnouncement(api, employee, key);
        return noContent();
      },
    }),
  ];
}
