import { createHash } from "node:crypto";
import * as z from "zod";
import type { FaceImages } from "#shared/card/card-bucket.ts";
import { type CardContent, type Face, isFace } from "#shared/card/card-content.ts";
import { ownLooks, templateVersion } from "#shared/card/design/template.ts";
import { extremeCards } from "#shared/card/extreme-cards.ts";
import { specimenOf } from "#shared/card/specimen.ts";
import { type ApiAnswer, image, notModified, ok } from "#shared/http/answers.ts";
import { readQuery } from "#shared/http/read-body.ts";
import { type ApiEvent, pathParam, type Route } from "#shared/http/routes.ts";
import type { TemplateAnswer } from "#shared/http/template-contract.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { type AskRole, requireRole } from "#shared/session/require-session.ts";

export interface TemplatePreview extends AskRole {
  readonly draw: (
    content: CardContent,
    photo: Buffer,
    faces: readonly Face[],
  ) => Promise<readonly Pick<FaceImages, "webp">[]>;
  /** Of nobody, on every card. */
  readonly photo: Buffer;
  readonly siteUrl: string;
}

const faceQuery = z.strictObject({
  card: z.string().max(50),
  agency: z.string().max(100).optional(),
});

/** Kept by the operator's browser, and asked about each time: it is sent again only after the look has changed. */
const kept = { "cache-control": "private, no-cache" };

/** What an operator looks at before a template goes out: extreme names in the colours of each agency. No record is read. */
export function templateRoutes(preview: TemplatePreview): Route[] {
  const requireOperator = (event: ApiEvent) => requireRole(preview, event, "operator");

  return [
    {
      method: "GET",
      path: "/api/operator/template",
      handler: async (event) => {
        await requireOperator(event);
        return ok({
          templateVersion,
          agencies: ownLooks,
          cards: extremeCards.map(({ id }) => id),
        } satisfies TemplateAnswer);
      },
    },
    {
      method: "GET",
      path: "/api/operator/template/faces/{face}",
      handler: async (event) => {
        await requireOperator(event);
        return await faceAnswer(preview, event);
      },
    },
  ];
}

async function faceAnswer(preview: TemplatePreview, event: ApiEvent): Promise<ApiAnswer> {
  const face = pathParam(event, "face");
  const { card, agency } = readQuery(event, faceQuery);
  const extreme = extremeCards.find(({ id }) => id === card);
  const isKnown = agency === undefined || ownLooks.some((look) => look.instansiId === agency);
  if (!isFace(face) || !extreme || !isKnown) throw new NotFound("There is no such preview.");
  const content = specimenOf(extreme, agency ?? "", preview.siteUrl);
  const etag = etagOf(content);
  if (event.headers["if-none-match"] === etag) return notModified(etag, kept);
  const [drawn] = await preview.draw(content, preview.photo, [face]);
  if (!drawn) throw new Error(`Nothing was drawn for ${face}.`);
  return image("image/webp", drawn.webp, { etag, ...kept });
}

/** What is drawn, and how. */
function etagOf(content: CardContent): string {
  const digest = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  return `"${templateVersion}.${digest.slice(0, 8)}"`;
}
