import type { AskApproval } from "#shared/access/ask-approval.ts";
import type { Agencies } from "#shared/agency/agencies.ts";
import { zoneOf } from "#shared/agency/agency.ts";
import type { OrgUnits } from "#shared/agency/org-units.ts";
import { withinUnit } from "#shared/agency/within-unit.ts";
import { askExport } from "#shared/export/ask-export.ts";
import type { Export } from "#shared/export/export.ts";
import {
  askExportRequest,
  exportAnswer,
  exportAskedAnswer,
  exportListAnswer,
  exportRequest,
  ofExport,
} from "#shared/export/export-answers.ts";
import { exportFileName } from "#shared/export/export-columns.ts";
import type { ExportFiles, Exports } from "#shared/export/exports.ts";
import { findExport, listExports, tellExport } from "#shared/export/find-export.ts";
import { prepareExport, type RequestExport, requestExport } from "#shared/export/request-export.ts";
import { accepted, found, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import type { AskRole } from "#shared/session/require-session.ts";
import { editor } from "./asking.ts";

export interface ExportApi extends AskRole, RequestExport, AskApproval {
  readonly exports: Pick<Exports, "add" | "find" | "ofOfficer" | "restart" | "asking">;
  readonly agencies: Pick<Agencies, "find">;
  readonly units: Pick<OrgUnits, "findByName" | "children">;
  readonly exportFiles: Pick<ExportFiles, "link">;
}

/**
 * A list of people in one file. The file leaves the system, so its request and its download are both in the security log.
 * Long: a table, one entry for each route.
 */
export function exportRoutes(api: ExportApi) {
  const access = editor(api);
  const told = async (item: Export) => ok(await tellExport(api, item));
  return [
    route({
      // What was typed may be a name or a NIP: it is in the body, because access logs store addresses.
      method: "POST",
      path: "/api/officer/exports",
      summary: "Asks for the people that a filter of the list finds, in one file",
      access,
      body: exportRequest,
      answers: { 202: exportAskedAnswer },
      handle: async ({ principal: officer, body, request }) => {
        const { unit } = body;
        const by = unit === undefined ? officer : await withinUnit(api, { unit, by: officer });
        const item = await requestExport(api, body, by);
        request.note({ outcome: "export-requested" });
        logger.info("export.requested", traceOf(item));
        return accepted({ exportId: item.id });
      },
    }),
    route({
      method: "GET",
      path: "/api/officer/exports",
      summary: "The officer's own exports that are not over",
      access,
      answers: { 200: exportListAnswer },
      handle: async ({ principal: officer }) => ok({ items: await listExports(api, officer) }),
    }),
    route({
      method: "GET",
      path: "/api/officer/exports/{id}",
      summary: "How far an export is, for the officer who asked for it",
      access,
      params: ofExport,
      answers: { 200: exportAnswer },
      handle: async ({ principal: officer, params: { id } }) =>
        told(await findExport(api, id, officer)),
    }),
    route({
      method: "POST",
      path: "/api/officer/exports/{id}/ask",
      summary: "Asks a penyetuju for an export of many people; 409 record-changed",
      access,
      params: ofExport,
      body: askExportRequest,
      answers: { 200: exportAnswer },
      handle: async ({ principal: officer, params: { id }, body }) => {
        const approval = await askExport(api, { id, ...body }, officer);
        logger.info("approval.asked", { approvalId: approval.id });
        return told(await findExport(api, id, officer));
      },
    }),
    route({
      method: "POST",
      path: "/api/officer/exports/{id}/prepare",
      summary: "Has an export written that was approved, or that failed; 409 record-changed",
      access,
      params: ofExport,
      answers: { 200: exportAnswer },
      handle: async ({ principal: officer, params: { id } }) => {
        await prepareExport(api, id, officer);
        return told(await findExport(api, id, officer));
      },
    }),
    route({
      method: "GET",
      path: "/api/officer/exports/{id}/file",
      summary: "A link to an export that is ready",
      access,
      params: ofExport,
      answers: { 302: "nothing" },
      handle: async ({ principal: officer, params: { id }, request }) => {
        const item = await findExport(api, id, officer);
        if (item.state !== "ready") throw new NotFound("There is no file yet.");
        request.note({ outcome: "export-fetched" });
        logger.info("export.fetched", { ...traceOf(item), people: item.written });
        const zone = zoneOf(await api.agencies.find(item.instansiId));
        return found(await api.exportFiles.link(item, exportFileName(item, zone)));
      },
    }),
  ];
}

/** Who took out how much. What was typed stays out: it may be a name. */
function traceOf({ id, officerId, instansiId, format }: Export) {
  return { exportId: id, officerId, instansiId, format };
}
