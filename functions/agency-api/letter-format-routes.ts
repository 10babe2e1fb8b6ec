import { readOnlyOf } from "#shared/access/principal.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { type DrawLetters, drawSample } from "#shared/letter/draw-letter.ts";
import { profileAnswer, profileRequest, sampleQuery } from "#shared/letter/letter-answers.ts";
import type { LetterProfiles } from "#shared/letter/letters.ts";
import { changeProfile } from "#shared/letter/tell-letters.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";
import { asFile } from "./sign-letter-routes.ts";

interface FormatApi extends AskRole, DrawLetters {
  readonly profiles: LetterProfiles;
  readonly employees: AskRole["employees"] & DrawLetters["employees"];
}

/** How the agency writes its letters. Long: a table, one entry for each route. */
export function formatRoutes(api: FormatApi) {
  const path = "/api/officer/agency/letter-profile";
  return [
    route({
      method: "GET",
      path,
      summary: "How the own agency writes its letters; for who works for all of it",
      access: roleHolder(api, "petugas", "penyetuju"),
      answers: { 200: profileAnswer },
      handle: async ({ principal: by }) => {
        const {
          instansiId: _,
          revision = 0,
          ...details
        } = (await api.profiles.find(wholeAgencyOf(by))) ?? {};
        return ok({ revision, ...("pattern" in details && { details }), ...readOnlyOf(by) });
      },
    }),
    route({
      method: "GET",
      path: `${path}/sample`,
      summary: "How the own agency's letters of a kind look, of invented people with long names",
      access: roleHolder(api, "petugas", "penyetuju"),
      query: sampleQuery,
      answers: { 200: "application/pdf" },
      handle: async ({ principal: by, query: { kind } }) =>
        asFile(await drawSample(api, { by, kind })),
    }),
    route({
      method: "POST",
      path,
      summary: "Says how the own agency writes its letters; 409 letter-changed",
      access: roleHolder(api, "petugas"),
      body: profileRequest,
      answers: { 200: profileAnswer },
      handle: async ({ principal: by, body }) => {
        const { instansiId, revision, ...details } = await changeProfile(api, { ...body, by });
        logger.info("letter-profile.changed", { instansiId });
        return ok({ revision, details });
      },
    }),
  ];
}
