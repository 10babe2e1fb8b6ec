import { randomUUID } from "node:crypto";
import type { Employee } from "#shared/employee/employee.ts";

/** To each route about people who were marked in the list, as in route-requests.ts. */
export function markedRequests({
  id,
}: Employee): Readonly<Record<string, () => { path?: string; body?: object }>> {
  const marked = { ids: [id] };
  return {
    "POST /api/officer/prints/preview": () => ({ body: { ...marked, kind: "letters" } }),
    "POST /api/officer/prints/marked": () => ({
      body: { ...marked, requestId: randomUUID(), kind: "letters" },
    }),
    "POST /api/officer/reminders/preview": () => ({ body: { ...marked, list: "no-photo" } }),
    "POST /api/officer/reminders/marked": () => ({
      body: { ...marked, requestId: randomUUID(), list: "no-photo" },
    }),
  };
}
