import type { AskApproval } from "#shared/access/ask-approval.ts";
import type { RoleHolder } from "#shared/access/principal.ts";
import { reachOf } from "#shared/access/role.ts";
import { askUnitChange } from "#shared/agency/decide-unit-change.ts";
import type { OrgUnits } from "#shared/agency/org-units.ts";
import { unitChangeOf } from "#shared/agency/read-unit-change.ts";
import { openUnits, type ReadUnits, searchUnits } from "#shared/agency/read-units.ts";
import {
  unitChangeAskedAnswer,
  unitChangeRequest,
  unitSearchAnswer,
  unitSearchQuery,
  unitTreeAnswer,
  unitTreeQuery,
} from "#shared/agency/unit-answers.ts";
import { created, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { Forbidden } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import type { AskRole } from "#shared/session/require-session.ts";
import { editor, reader } from "./asking.ts";

export interface UnitApi extends AskRole, AskApproval, ReadUnits {
  readonly employees: AskRole["employees"] & ReadUnits["employees"];
  readonly units: Pick<
    OrgUnits,
    "find" | "findByName" | "treeRevision" | "children" | "all" | "namesFrom"
  >;
}

/** The tree of unit kerja of the own agency. Long: a table, one entry for each route. */
export function unitRoutes(api: UnitApi) {
  return [
    route({
      method: "GET",
      path: "/api/officer/unit-tree",
      summary:
        "A unit, what is above it, and a page of what is directly below; of the whole agency",
      access: reader(api),
      query: unitTreeQuery,
      answers: { 200: unitTreeAnswer },
      handle: async ({ principal: by, query: { id, cursor: from } }) => {
        const opened = await openUnits(api, wholeAgencyOf(by), { id, from });
        return ok({ ...opened, mayAsk: mayAsk(by) });
      },
    }),
    route({
      method: "GET",
      path: "/api/officer/unit-tree/search",
      summary: "Units by words of their names; of the whole agency",
      access: reader(api),
      query: unitSearchQuery,
      answers: { 200: unitSearchAnswer },
      handle: async ({ principal: by, query: { q } }) =>
        ok(await searchUnits(api, wholeAgencyOf(by), q)),
    }),
    route({
      method: "POST",
      path: "/api/officer/unit-changes",
      summary: "Asks for a change of the tree; 403 of who has one unit only; 409 unit-…",
      access: editor(api),
      body: unitChangeRequest,
      answers: { 201: unitChangeAskedAnswer },
      handle: async ({ principal: by, body }) => {
        const { requestId, reason } = body;
        const change = await unitChangeOf(api, wholeAgencyOf(by), body);
        const approval = await askUnitChange(api, { change, reason, requestId, by });
        logger.info("approval.asked", { approvalId: approval.id });
        return created({ approvalId: approval.id });
      },
    }),
  ];
}

/** The tree has all units of the agency, so it is nothing for who reaches some of them. @throws Forbidden */
function wholeAgencyOf({ instansiId, units }: RoleHolder): string {
  if (units !== undefined) throw new Forbidden();
  return instansiId;
}

function mayAsk({ roles }: RoleHolder): boolean {
  const isEditor = roles.some(({ role }) => role === "petugas");
  return isEditor && reachOf(roles, ["petugas"]) === undefined;
}
