import { askBulkChange } from "#shared/bulk-change/ask-bulk-change.ts";
import {
  bulkChangeAnswer,
  bulkChangeReason,
  bulkChangeRequest,
  ofBulkChange,
} from "#shared/bulk-change/bulk-change-answers.ts";
import { previewBulkChange } from "#shared/bulk-change/preview-bulk-change.ts";
import { findBulkList, tellBulkChange } from "#shared/bulk-change/tell-bulk-change.ts";
import { noteList } from "#shared/employee/note-list.ts";
import { noContent, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { roleHolder } from "#shared/session/require-session.ts";
import type { AccountsApi } from "./accounts-api.ts";
import { agencyApproval } from "./approval-answers.ts";
import { tellAsked } from "./approval-routes.ts";

/** One change for many people (decision 0052). Long: a table, one entry for each route. */
export function bulkChangeRoutes(api: AccountsApi) {
  const petugas = roleHolder(api, "petugas");
  return [
    route({
      method: "POST",
      path: "/api/accounts/bulk-changes",
      summary: "Exactly who of a selection would be changed, and who not and why; changes nothing",
      access: petugas,
      body: bulkChangeRequest,
      answers: { 200: bulkChangeAnswer },
      handle: async ({ principal: by, body }) => {
        await noteList(api, by);
        const { bulkId } = await previewBulkChange(api, { ...body, by });
        return ok(await tellBulkChange(api, bulkId, by));
      },
    }),
    route({
      method: "GET",
      path: "/api/accounts/bulk-changes/{bulkId}",
      summary: "Whom a change is meant for, how far it is, and who was refused",
      access: roleHolder(api, "petugas", "penyetuju", "auditor"),
      params: ofBulkChange,
      answers: { 200: bulkChangeAnswer },
      handle: async ({ principal: by, params: { bulkId } }) => {
        await noteList(api, by);
        return ok(await tellBulkChange(api, bulkId, by));
      },
    }),
    route({
      method: "POST",
      path: "/api/accounts/bulk-changes/{bulkId}/ask",
      summary: "Asks a penyetuju for the change of the people that were shown",
      access: petugas,
      params: ofBulkChange,
      body: bulkChangeReason,
      answers: { 201: agencyApproval },
      handle: async ({ principal: by, params: { bulkId: id }, body: { reason } }) =>
        await tellAsked(api, await askBulkChange(api, { id, reason, by }), by),
    }),
    route({
      method: "POST",
      path: "/api/accounts/bulk-changes/{bulkId}/stop",
      summary: "Stops it: whoever is not changed yet will not be",
      access: petugas,
      params: ofBulkChange,
      answers: { 204: "nothing" },
      handle: async ({ principal: by, params: { bulkId } }) => {
        await findBulkList(api, bulkId, by);
        if (!(await api.bulks.find(bulkId))) throw new NotFound("It has not begun.");
        await api.bulks.stop(bulkId, { why: "asked", at: api.clock.now(), by: by.employeeId });
        logger.info("bulk-change.stopped", { bulkId, officerId: by.employeeId });
        return noContent();
      },
    }),
  ];
}
