import { isReadOnly } from "#shared/access/principal.ts";
import { image, noContent, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import {
  type Announce,
  announce,
  announcementKeyBody,
  announcementPreview,
  announcementsQuery,
  endAnnouncement,
  listAnnouncements,
  officerAnnouncementsAnswer,
  previewAnnouncement,
} from "#shared/notification/announce.ts";
import { type Announcements, announcementBody } from "#shared/notification/announcement.ts";
import { circularDraft } from "#shared/notification/circular-draft.ts";
import {
  asDownload,
  type OpenAttachment,
  openAttachmentInReach,
} from "#shared/notification/open-attachment.ts";
import {
  circularPreviewBody,
  drawCircularInReach,
  previewCircular,
  type ReadCircular,
} from "#shared/notification/read-circular.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";

/** What an agency says to its people (decision 0089). Long: a table, one entry for each route. */
export function announcementRoutes(
  api: AskRole &
    ReadCircular &
    OpenAttachment &
    Announce & { readonly announcements: Announcements; readonly siteUrl: string },
) {
  return [
    route({
      method: "GET",
      path: "/api/officer/agency/announcements",
      summary:
        "A page of the announcements to people in the own reach, newest first, with the number of their readers",
      access: roleHolder(api, "petugas", "penyetuju"),
      query: announcementsQuery,
      answers: { 200: officerAnnouncementsAnswer },
      handle: async ({ principal: by, query: { before } }) =>
        ok({
          ...(await listAnnouncements(api, by, before)),
          draft: circularDraft(by.employee.instansi, api.siteUrl),
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
      readsOnly: true,
      path: "/api/officer/agency/announcements/preview",
      summary: "How many people something would be shown to; nothing is announced",
      access: roleHolder(api, "petugas"),
      body: announcementBody,
      answers: { 200: announcementPreview },
      handle: async ({ principal: by, body }) => ok(await previewAnnouncement(api, by, body)),
    }),
    route({
      method: "GET",
      path: "/api/officer/agency/announcements/attachment",
      summary: "The file of an announcement in the own reach: a PDF that nobody has scanned",
      access: roleHolder(api, "petugas", "penyetuju"),
      query: announcementKeyBody,
      answers: { 200: "application/pdf" },
      handle: async ({ principal: by, query: { key } }) =>
        asDownload(await openAttachmentInReach(api, by, key)),
    }),
    route({
      method: "GET",
      path: "/api/officer/agency/announcements/circular",
      summary: "The circular of an announcement in the own reach, as a letter: a PDF",
      access: roleHolder(api, "petugas", "penyetuju"),
      query: announcementKeyBody,
      answers: { 200: "application/pdf" },
      handle: async ({ principal: by, query: { key } }) =>
        image("application/pdf", await drawCircularInReach(api, by, key), {
          "content-disposition": 'attachment; filename="surat-edaran.pdf"',
        }),
    }),
    route({
      method: "POST",
      readsOnly: true,
      path: "/api/officer/agency/announcements/circular/preview",
      summary: "A circular as it would be sent, as a PDF; nothing is kept",
      access: roleHolder(api, "petugas"),
      body: circularPreviewBody,
      answers: { 200: "application/pdf" },
      handle: async ({ principal: by, body }) =>
        image("application/pdf", await previewCircular(api, by, body)),
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
