import * as z from "zod";
import type { Agencies } from "#shared/agency/agencies.ts";
import { zoneOf } from "#shared/agency/agency.ts";
import type { OrgUnits } from "#shared/agency/org-units.ts";
import { suggestUnits } from "#shared/agency/suggest-units.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { accepted, found, noContent, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { findPrint } from "#shared/print/find-print.ts";
import { listPrints, type PrintStanding, standingsOf } from "#shared/print/list-prints.ts";
import { type Print, requestedAt } from "#shared/print/print.ts";
import {
  type PrintAnswer,
  type PrintListItem,
  printAnswer,
  printAskedAnswer,
  printListAnswer,
  printRequest,
  unitsAnswer,
} from "#shared/print/print-answers.ts";
import { printFileName } from "#shared/print/print-file-name.ts";
import { printId } from "#shared/print/print-id.ts";
import type { PrintFiles, Prints } from "#shared/print/prints.ts";
import { type RequestPrint, requestPrint } from "#shared/print/request-print.ts";
import { resumePrint, stopPrint } from "#shared/print/turn-print.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import type { AskRole } from "#shared/session/require-session.ts";
import { editor } from "./asking.ts";

export interface PrintApi extends AskRole, RequestPrint {
  readonly employees: Pick<Employees, "find" | "findAll" | "inUnit">;
  readonly units: Pick<OrgUnits, "namesFrom" | "findByName" | "children">;
  readonly prints: Pick<Prints, "add" | "find" | "ofOfficer" | "turn">;
  readonly agencies: Pick<Agencies, "find">;
  readonly printFiles: Pick<PrintFiles, "link">;
}

const unitsQuery = z.strictObject({ q: z.string().max(200).default("") });
const ofPrint = z.strictObject({ printId });
/** Which part, from 1. */
const fileQuery = z.strictObject({ part: z.coerce.number().int().min(1).default(1) });

/**
 * All cards of a unit, or letters to its people, in a file for each part. A file shows many people, so its request and its download are both logged.
 * Long: a table, one entry for each route.
 */
export function printRoutes(api: PrintApi) {
  const access = editor(api);
  return [
    route({
      method: "GET",
      path: "/api/officer/units",
      summary: "Units whose names begin with q",
      access,
      query: unitsQuery,
      answers: { 200: unitsAnswer },
      handle: async ({ principal: by, query: { q } }) =>
        ok({ items: await suggestUnits(api, { q, by }) }),
    }),
    route({
      method: "POST",
      path: "/api/officer/prints",
      summary: "Asks for the cards of a unit, or activation letters to its people, in one file",
      access,
      body: printRequest,
      answers: { 202: printAskedAnswer },
      handle: async ({ principal: officer, body }) => {
        const print = await requestPrint(api, body, officer);
        logger.info("print.requested", { ...traceOf(print), people: print.total });
        return accepted({ printId: print.id });
      },
    }),
    route({
      method: "GET",
      path: "/api/officer/prints",
      summary: "The officer's own prints of the last 24 hours",
      access,
      answers: { 200: printListAnswer },
      handle: async ({ principal: officer }) => {
        const prints = await listPrints(api, officer);
        return ok({ items: prints.map(listItem) });
      },
    }),
    route({
      method: "GET",
      path: "/api/officer/prints/{printId}",
      summary: "How far a print is, for the officer who asked for it",
      access,
      params: ofPrint,
      answers: { 200: printAnswer },
      handle: async ({ principal: officer, params }) => {
        const print = await findPrint(api, params.printId, officer);
        const [standing] = await standingsOf(api.employees, [print], api.clock.now());
        if (!standing) throw new Error("A print has no standing.");
        return ok(progressAnswer(standing));
      },
    }),
    route({
      method: "GET",
      path: "/api/officer/prints/{printId}/pdf",
      summary: "A link to the file of a part that is drawn, named by unit and time",
      access,
      params: ofPrint,
      query: fileQuery,
      answers: { 302: "nothing" },
      handle: async ({ principal: officer, params, query }) => {
        const print = await findPrint(api, params.printId, officer);
        const part = query.part - 1;
        const people = print.parts[part]?.drawn ?? 0;
        if (people === 0) throw new NotFound("There is no file yet.");
        logger.info("print.fetched", { ...traceOf(print), part: query.part, people });
        const zone = zoneOf(await api.agencies.find(print.instansiId));
        const file = { printId: print.id, part };
        return found(await api.printFiles.link(file, printFileName(print, part, zone)));
      },
    }),
    route({
      method: "POST",
      path: "/api/officer/prints/{printId}/stop",
      summary: "Ends a print within the part that is being drawn; the files before it stay",
      access,
      params: ofPrint,
      answers: { 204: "nothing" },
      handle: async ({ principal: officer, params }) => {
        await stopPrint(api, params.printId, officer);
        logger.info("print.stopped", { printId: params.printId, officerId: officer.employeeId });
        return noContent();
      },
    }),
    route({
      method: "POST",
      path: "/api/officer/prints/{printId}/resume",
      summary: "Draws what is left of a print that was stopped or failed",
      access,
      params: ofPrint,
      answers: { 204: "nothing" },
      handle: async ({ principal: officer, params }) => {
        await resumePrint(api, params.printId, officer);
        logger.info("print.resumed", { printId: params.printId, officerId: officer.employeeId });
        return noContent();
      },
    }),
  ];
}

function listItem(print: Print & PrintStanding): PrintListItem {
  const listed = {
    printId: print.id,
    ...(print.unitKerja !== undefined && { unitKerja: print.unitKerja }),
    requestedAt: requestedAt(print),
    endsAt: print.endsAt,
    ...progressAnswer(print),
  };
  if (print.kind === "letters") return { ...listed, kind: print.kind };
  const { kind, shape, sheet } = print;
  return { ...listed, kind, shape, sheet };
}

function progressAnswer(standing: PrintStanding): PrintAnswer {
  const { state, drawn, total, withoutPhoto, withoutCard, activated, parts, lacking } = standing;
  return { state, drawn, total, withoutPhoto, withoutCard, activated, parts, lacking };
}

/** Who printed what. The unit is no personal data: it exists, so it cannot be a name that somebody typed. */
export function traceOf({ id, kind, officerId, instansiId, unitKerja }: Print) {
  return { printId: id, kind, officerId, instansiId, unitKerja };
}
