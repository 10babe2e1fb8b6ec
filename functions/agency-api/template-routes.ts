import { createHash } from "node:crypto";
import * as z from "zod";
import { type CardContent, type Face, faces } from "#shared/card/card-content.ts";
import { lookOf } from "#shared/card/design/look.ts";
import { templateVersion } from "#shared/card/design/template.ts";
import { extremeCards } from "#shared/card/extreme-cards.ts";
import { specimenOf } from "#shared/card/specimen.ts";
import { templateAnswer } from "#shared/card/template-answer.ts";
import { image, notModified, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { roleHolder } from "#shared/session/require-session.ts";
import type { AgencyApi } from "./agency-api.ts";

const faceQuery = z.strictObject({
  card: z.string().max(50),
  agency: z.string().max(100).optional(),
});

/** The operator's browser caches it and asks each time whether it has changed. It is sent again only after a change. */
const cacheHeaders = { "cache-control": "private, no-cache" };

/** What an operator checks before a template is released: extreme names in the look of each agency. It reads no record. */
export function templateRoutes(preview: AgencyApi) {
  const operator = roleHolder(preview, "operator");
  return [
    route({
      method: "GET",
      path: "/api/operator/template",
      summary: "What there is to look at of the template",
      access: operator,
      answers: { 200: templateAnswer },
      handle: async () => {
        const agencies = await preview.agencies.list();
        return ok({
          templateVersion,
          agencies: agencies.map(({ id, name }) => ({ instansiId: id, name })),
          cards: extremeCards.map(({ id }) => id),
        });
      },
    }),
    route({
      method: "GET",
      path: "/api/operator/template/faces/{face}",
      summary: "An extreme card in the usual look, or in that of an agency; with ETag",
      access: operator,
      params: z.strictObject({ face: z.enum(faces) }),
      query: faceQuery,
      answers: { 200: "image/webp", 304: "nothing" },
      handle: ({ params: { face }, query, request }) =>
        faceAnswer(preview, face, query, request.header("if-none-match")),
    }),
  ];
}

async function faceAnswer(
  preview: AgencyApi,
  face: Face,
  { card, agency }: z.infer<typeof faceQuery>,
  known: string | undefined,
) {
  const extreme = extremeCards.find(({ id }) => id === card);
  const shown = agency === undefined ? undefined : await preview.agencies.find(agency);
  if (!extreme || (agency !== undefined && !shown)) throw new NotFound("There is no such preview.");
  const content = specimenOf(extreme, lookOf(shown), preview.siteUrl);
  const etag = etagOf(content);
  if (known === etag) return notModified(etag, cacheHeaders);
  const drawn = await preview.draw(content, preview.photo, face);
  return image("image/webp", drawn, { etag, ...cacheHeaders });
}

/** It covers the content and the look. */
function etagOf(content: CardContent): string {
  const digest = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  return `"${content.look.version}.${digest.slice(0, 8)}"`;
}
