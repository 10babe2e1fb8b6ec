import * as z from "zod";
import type { Cards } from "#shared/card/card.ts";
import { faces } from "#shared/card/card-content.ts";
import type { FilesOnDemand } from "#shared/card/draw-file.ts";
import { type Drawings, versionOf } from "#shared/card/drawn-card.ts";
import { type FindFile, findFile } from "#shared/card/find-file.ts";
import type { Scans } from "#shared/card/scan.ts";
import { listScans, scansAnswer, scansQuery } from "#shared/card/scan-answers.ts";
import { showCard } from "#shared/card/show-card.ts";
import { personCardAnswer, personCardAnswerOf } from "#shared/desk/person-card-answer.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { type OpenRecord, openRecord } from "#shared/employee/open-record.ts";
import { image, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";
import { type CounterApi, counterRoutes } from "./counter-routes.ts";
import { type PhotoReviewApi, photoReviewRoutes } from "./photo-review-routes.ts";

export interface PersonApi extends AskRole, OpenRecord, FindFile, PhotoReviewApi, CounterApi {
  readonly employees: PhotoReviewApi["employees"] & FindFile["employees"];
  readonly approvals: PhotoReviewApi["approvals"];
  readonly photoRequests: PhotoReviewApi["photoRequests"];
  readonly history: PhotoReviewApi["history"];
  readonly photos: PhotoReviewApi["photos"] & CounterApi["photos"];
  readonly photoBucket: PhotoReviewApi["photoBucket"] & CounterApi["photoBucket"];
  readonly cards: Pick<Cards, "find">;
  readonly drawings: Pick<Drawings, "read">;
  readonly scans: Scans;
  readonly filesOnDemand: Pick<FilesOnDemand, "draw">;
}

/** `v` makes the addresses of different drawings different. The answer is always the newest one. */
const faceQuery = z.strictObject({ v: z.string().max(100).optional() });

/** One person's card, its photo and who checked it, for officers who may open the record. Each reading is noted as of the record. */
export function personRoutes(api: PersonApi) {
  const access = roleHolder(api, "petugas", "penyetuju", "auditor");
  return [
    route({
      method: "GET",
      path: "/api/officer/people/{id}/card",
      summary:
        "How the person's card is now: whether it is valid, and whether it follows the record",
      access,
      params: z.strictObject({ id: employeeId }),
      answers: { 200: personCardAnswer },
      handle: async ({ principal: by, params: { id } }) =>
        ok(personCardAnswerOf(await showCard(api, await openRecord(api, { id, by })))),
    }),
    route({
      method: "GET",
      path: "/api/officer/people/{id}/card/faces/{face}",
      summary: "A face of the person's card as an image; 404 while there is none to show",
      access,
      params: z.strictObject({ id: employeeId, face: z.enum(faces) }),
      query: faceQuery,
      answers: { 200: "image/webp" },
      handle: async ({ principal: by, params: { id, face } }) => {
        const employee = await openRecord(api, { id, by });
        const file = { face, format: "webp" } as const;
        const drawing = await findFile(api, employee, await showCard(api, employee), file);
        const webp = await api.drawings.read(drawing, file);
        return image("image/webp", webp, { etag: `"${versionOf(drawing)}"` });
      },
    }),
    scansRoute(api, access),
    ...photoReviewRoutes(api),
    ...counterRoutes(api),
  ];
}

function scansRoute(api: PersonApi, access: ReturnType<typeof roleHolder>) {
  return route({
    method: "GET",
    path: "/api/officer/people/{id}/scans",
    summary: "Who checked the person's card in the last 90 days, newest first",
    access,
    params: z.strictObject({ id: employeeId }),
    query: scansQuery,
    answers: { 200: scansAnswer },
    handle: async ({ principal: by, params: { id }, query: { cursor } }) =>
      ok(await listScans(api, (await openRecord(api, { id, by })).id, cursor)),
  });
}
