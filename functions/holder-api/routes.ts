import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { type Notifications, notificationsAnswer } from "#shared/notification/notification.ts";
import { holder } from "#shared/session/require-session.ts";
import { type CardApi, cardRoutes } from "./card-routes.ts";
import { type PhotoApi, photoRoutes } from "./photo-routes.ts";

export interface HolderApi extends Omit<CardApi, "employees">, PhotoApi {
  readonly notifications: Pick<Notifications, "list">;
}

/** What a holder does with the own card and photo. Every id comes from the session; no route names another person. */
export function holderRoutes(api: HolderApi) {
  return [...cardRoutes(api), ...photoRoutes(api), notificationsRoute(api)];
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
      return ok({ items: all.map(({ id, at, code }) => ({ id, at, code })) });
    },
  });
}
