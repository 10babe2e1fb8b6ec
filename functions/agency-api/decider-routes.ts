import { isReadOnly } from "#shared/access/principal.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import type { OrgUnits } from "#shared/agency/org-units.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { type ChangeRule, changeRule, unitTarget } from "#shared/post/change-rule.ts";
import {
  decidersAnswer,
  decidersQuery,
  ruleAnswer,
  ruleListAnswer,
  ruleRequest,
} from "#shared/post/rule-answers.ts";
import { listRules, type TellRules, tellDeciders, tellRules } from "#shared/post/tell-rules.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";

export interface DeciderApi extends AskRole, TellRules, ChangeRule {
  readonly posts: TellRules["posts"] & ChangeRule["posts"];
  readonly rules: TellRules["rules"] & ChangeRule["rules"];
  readonly units: Pick<OrgUnits, "all" | "find" | "findByName">;
  readonly employees: AskRole["employees"] & TellRules["employees"];
}

/** Which post decides for whom (decision 0101). Long: a table, one entry for each route. */
export function deciderRoutes(api: DeciderApi) {
  const readers = roleHolder(api, "petugas", "penyetuju");
  return [
    route({
      method: "GET",
      path: "/api/officer/agency/decider-rules",
      summary: "Which posts decide for whom in the own agency; for who works for all of it",
      access: readers,
      answers: { 200: ruleListAnswer },
      handle: async ({ principal: by }) =>
        ok({
          items: await listRules(api, by),
          ...(isReadOnly(by) && { readOnly: true as const }),
        }),
    }),
    route({
      method: "GET",
      path: "/api/officer/agency/deciders",
      summary: "Who decides for somebody of the own agency today, and why nobody does",
      access: readers,
      query: decidersQuery,
      answers: { 200: decidersAnswer },
      handle: async ({ principal: by, query }) => ok(await tellDeciders(api, by, query)),
    }),
    route({
      method: "POST",
      path: "/api/officer/agency/decider-rules",
      summary:
        "Enters the rule of a unit, a person or the agency, or empties it; 403 own-record; 409 rule-changed",
      access: roleHolder(api, "petugas"),
      body: ruleRequest,
      answers: { 200: ruleAnswer },
      handle: async ({ principal: by, body }) => {
        const { target: said, ...change } = body;
        const instansiId = wholeAgencyOf(by);
        const target =
          typeof said === "string" ? said : await unitTarget(api, instansiId, said.unit);
        const rule = await changeRule(api, { ...change, target, by });
        logger.info("decider-rule.changed", { instansiId });
        const [told] = await tellRules(api, [rule], by);
        if (!told) throw new Error("A rule was not told.");
        return ok(told);
      },
    }),
  ];
}
