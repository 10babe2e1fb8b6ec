import * as z from "zod";
import type { AccountRecords } from "#shared/account/account-record.ts";
import {
  previewReminders,
  type StartReminders,
  startReminders,
} from "#shared/account/preview-reminders.ts";
import type { RefusedPhotos } from "#shared/account/refused-photos.ts";
import {
  reminderPreviewAnswer,
  reminderQuery,
  reminderRequest,
  reminderRunAnswer,
  reminderStartedAnswer,
} from "#shared/account/reminder-answers.ts";
import { reminderRun } from "#shared/account/reminders.ts";
import { type Bulk, type BulkId, type Bulks, bulkId } from "#shared/bulk/bulk.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { accepted, noContent, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import type { AskRole } from "#shared/session/require-session.ts";
import { rowOf } from "./account-list-routes.ts";
import { editor } from "./asking.ts";

export interface ReminderApi extends AskRole, StartReminders {
  readonly employees: Pick<Employees, "find" | "findAll" | "listed" | "countIn">;
  readonly accountRecords: Pick<AccountRecords, "list" | "summary">;
  readonly photos: RefusedPhotos;
  readonly bulks: Pick<Bulks, "find" | "start" | "stop">;
}

const ofRun = z.strictObject({ bulkId });

/**
 * Reminders to the people of a list: looked at first, then mailed in steps that can be stopped.
 * Long: a table, one entry for each route.
 */
export function reminderRoutes(api: ReminderApi) {
  const access = editor(api);
  return [
    route({
      method: "GET",
      path: "/api/officer/reminders",
      summary: "Who of a list would be reminded, and who not and why",
      access,
      query: reminderQuery,
      answers: { 200: reminderPreviewAnswer },
      handle: async ({ principal: by, query }) => {
        const { people, leftOut, through, isCut } = await previewReminders(api, { ...query, by });
        const items = people.map(rowOf);
        return ok({ items, leftOut, isCut, ...(through !== undefined && { through }) });
      },
    }),
    route({
      method: "POST",
      path: "/api/officer/reminders",
      summary: "Mails the reminders that a preview showed",
      access,
      body: reminderRequest,
      answers: { 202: reminderStartedAnswer },
      handle: async ({ principal: by, body }) => {
        const id = await startReminders(api, { ...body, by });
        const { employeeId: officerId, instansiId } = by;
        logger.info("reminders.started", { bulkId: id, officerId, instansiId, list: body.list });
        return accepted({ bulkId: id });
      },
    }),
    route({
      method: "GET",
      path: "/api/officer/reminders/{bulkId}",
      summary: "How far the reminders are, for the officer who started them",
      access,
      params: ofRun,
      answers: { 200: reminderRunAnswer },
      handle: async ({ principal: by, params }) => {
        const bulk = await ownRun(api, params.bulkId, by);
        const { state, done, unchanged, refused } = bulk;
        const { total } = reminderRun.parse(bulk.parameters);
        return ok({ state, done, unchanged, refused, total });
      },
    }),
    route({
      method: "POST",
      path: "/api/officer/reminders/{bulkId}/stop",
      summary: "Stops reminders: whoever is not reminded yet will not be",
      access,
      params: ofRun,
      answers: { 204: "nothing" },
      handle: async ({ principal: by, params }) => {
        const { id } = await ownRun(api, params.bulkId, by);
        await api.bulks.stop(id, { why: "asked", at: api.clock.now(), by: by.employeeId });
        return noContent();
      },
    }),
  ];
}

/** @throws NotFound (unknown, another officer's, no reminders: all alike) */
async function ownRun(
  { bulks }: Pick<ReminderApi, "bulks">,
  id: BulkId,
  by: { readonly employeeId: string; readonly instansiId: string },
): Promise<Bulk> {
  const bulk = await bulks.find(id);
  const isOwn = bulk?.askedBy === by.employeeId && bulk.instansiId === by.instansiId;
  if (bulk?.kind !== "remind" || !isOwn) throw new NotFound("No such reminders.");
  return bulk;
}
