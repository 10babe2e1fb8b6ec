import type { Scans } from "#shared/card/scan.ts";
import { listScans, scansAnswer, scansQuery } from "#shared/card/scan-answers.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { type Notifications, notificationsAnswer } from "#shared/notification/notification.ts";
import { requestId } from "#shared/request/request.ts";
import { holder } from "#shared/session/require-session.ts";
import { type AnnouncementApi, announcementRoutes } from "./announcement-routes.ts";
import { type CalendarApi, calendarRoute } from "./calendar-route.ts";
import { type CardApi, cardRoutes } from "./card-routes.ts";
import { type PhotoApi, photoRoutes } from "./photo-routes.ts";
import { type QrApi, qrRoutes } from "./qr-routes.ts";
import { type TrainingApi, trainingRoutes } from "./training-routes.ts";

export interface HolderApi
  extends Omit<CardApi, "employees" | "limits">,
    PhotoApi,
    QrApi,
    Pick<AnnouncementApi, "announcements" | "drawCircular" | "files">,
    Pick<CalendarApi, "calendars">,
    Pick<
      TrainingApi,
      "trainings" | "results" | "ledgers" | "documents" | "drawDocument" | "siteUrl" | "hmacKey"
    > {
  readonly employees: PhotoApi["employees"] & QrApi["employees"];
  readonly limits: CardApi["limits"] & QrApi["limits"] & TrainingApi["limits"];
  readonly notifications: Pick<Notifications, "list">;
  readonly scans: Scans;
}

/** What a holder does with the own card and photo. Every id comes from the session; no route names another person. */
export function holderRoutes(api: HolderApi) {
  return [
    ...cardRoutes(api),
    ...qrRoutes(api),
    ...photoRoutes(api),
    ...announcementRoutes(api),
    notificationsRoute(api),
    scansRoute(api),
    calendarRoute(api),
    ...trainingRoutes(api),
  ];
}

function notificationsRoute(api: HolderApi) {
  return route({
    method: "GET",
    path: "/api/me/notifications",
    summary: "What the holder was told, newest first",
    access: holder(api),
    answers: { 200: notificationsAnswer },
    handle: async ({ principal: { employeeId } }) => {
      const all = await api.notifications.list(employeeId);
      const items = all.map(({ id, at, code, matterId }) => {
        const request = requestId.safeParse(matterId).data;
        return { id, at, code, ...(request && { request }) };
      });
      return ok({ items });
    },
  });
}

function scansRoute(api: HolderApi) {
  return route({
    method: "GET",
    path: "/api/me/scans",
    summary:
      "Who checked the own card in the last 90 days, newest first: when, how, from which region, what they were told",
    access: holder(api),
    query: scansQuery,
    answers: { 200: scansAnswer },
    handle: async ({ principal: { employeeId }, query: { cursor } }) =>
      ok(await listScans(api, employeeId, cursor)),
  });
}
