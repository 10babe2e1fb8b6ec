import { image, noContent, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import {
  announcementKeyBody,
  ownAnnouncements,
  ownAnnouncementsAnswer,
  readAnnouncement,
} from "#shared/notification/announce.ts";
import type { Announcements } from "#shared/notification/announcement.ts";
import {
  asDownload,
  type OpenAttachment,
  openOwnAttachment,
} from "#shared/notification/open-attachment.ts";
import { drawOwnCircular, type ReadCircular } from "#shared/notification/read-circular.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";

export interface AnnouncementApi
  extends AskSession,
    Omit<ReadCircular, "announcements">,
    OpenAttachment {
  readonly announcements: Pick<Announcements, "running" | "noteReader">;
}

/** Its number is another office's; the browser numbers files of the same name. */
const asAttachment = { "content-disposition": 'attachment; filename="surat-edaran.pdf"' };

/** What the own agency announces to this holder (decision 0089). Long: a table, one entry for each route. */
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
          items: all.map(({ key, at, kind, words, english, endsOn, ...all }) => ({
            ...{ key, at, kind, words, endsOn },
            ...(english && { english }),
            ...(all.circular && { circular: true as const }),
            ...(all.attachment && { attachment: { size: all.attachment.size } }),
          })),
        });
      },
    }),
    route({
      method: "GET",
      path: "/api/me/announcements/circular",
      summary: "A circular that is shown to this holder, as a letter: a PDF",
      access: holder(api),
      query: announcementKeyBody,
      answers: { 200: "application/pdf" },
      handle: async ({ principal: { employee }, query: { key } }) =>
        image("application/pdf", await drawOwnCircular(api, employee, key), asAttachment),
    }),
    route({
      method: "GET",
      path: "/api/me/announcements/attachment",
      summary: "The file of what is shown to this holder: a PDF that nobody has scanned",
      access: holder(api),
      query: announcementKeyBody,
      answers: { 200: "application/pdf" },
      handle: async ({ principal: { employee }, query: { key } }) =>
        asDownload(await openOwnAttachment(api, employee, key)),
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
