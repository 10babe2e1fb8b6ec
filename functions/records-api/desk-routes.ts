import * as z from "zod";
import type { Agencies } from "#shared/agency/agencies.ts";
import type { Bulks } from "#shared/bulk/bulk.ts";
import { bulkId } from "#shared/bulk/bulk.ts";
import {
  boardAnswer,
  homeAnswer,
  passAnswer,
  passStartedAnswer,
} from "#shared/desk/desk-answers.ts";
import { type ReadBoard, readBoard, readPass, refusePass } from "#shared/desk/read-board.ts";
import { type ReadHome, readHome } from "#shared/desk/read-home.ts";
import { type StartPass, startPass } from "#shared/desk/start-pass.ts";
import { accepted, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { errorFields, logger } from "#shared/runtime/logger.ts";
import type { AskRole } from "#shared/session/require-session.ts";
import { editor, reader } from "./asking.ts";

export interface DeskApi extends AskRole, StartPass {
  readonly employees: AskRole["employees"] & ReadHome["employees"] & ReadBoard["employees"];
  readonly accountRecords: ReadHome["accountRecords"];
  readonly photos: ReadHome["photos"];
  readonly approvals: ReadHome["approvals"];
  readonly boards: ReadBoard["boards"];
  readonly agencies: Pick<Agencies, "find">;
  readonly bulks: Pick<Bulks, "find" | "start">;
}

/** An officer's first page, and the board of data quality. Long: a table, one entry for each route. */
export function deskRoutes(api: DeskApi) {
  const access = reader(api);
  const onUncounted: ReadHome["onUncounted"] = (item, error) =>
    logger.error("home.not-counted", { item, ...errorFields(error) });
  return [
    route({
      method: "GET",
      path: "/api/officer/home",
      summary: "What waits for this officer, counted up to a bound",
      access,
      answers: { 200: homeAnswer },
      handle: async ({ principal: by }) => ok(await readHome({ ...api, onUncounted }, by)),
    }),
    route({
      method: "GET",
      path: "/api/officer/quality",
      summary: "BKN's indicators of data quality, worst first",
      access,
      answers: { 200: boardAnswer },
      handle: async ({ principal: by }) => ok(await readBoard(api, by)),
    }),
    route({
      method: "POST",
      path: "/api/officer/quality/passes",
      summary: "Has the data quality of the agency counted anew, once in each hour of the clock",
      access: editor(api),
      answers: { 202: passStartedAnswer },
      handle: async ({ principal: by }) => {
        refusePass(by);
        const id = await startPass(api, by);
        logger.info("quality.asked", { bulkId: id, officerId: by.employeeId });
        return accepted({ bulkId: id });
      },
    }),
    route({
      method: "GET",
      path: "/api/officer/quality/passes/{bulkId}",
      summary: "How far a count of the data quality is",
      access: editor(api),
      params: z.strictObject({ bulkId }),
      answers: { 200: passAnswer },
      handle: async ({ principal: by, params }) =>
        ok(await readPass(api, { id: params.bulkId, by })),
    }),
  ];
}
