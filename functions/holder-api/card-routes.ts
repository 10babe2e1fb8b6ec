import * as z from "zod";
import type { Cards } from "#shared/card/card.ts";
import { type CardAnswer, cardAnswer } from "#shared/card/card-answer.ts";
import { type DocumentName, type Face, faces } from "#shared/card/card-content.ts";
import { type FaceFile, shapeOfFront } from "#shared/card/card-file.ts";
import { documentName } from "#shared/card/document-name.ts";
import type { FilesOnDemand } from "#shared/card/draw-file.ts";
import { type Drawing, type Drawings, versionOf } from "#shared/card/drawn-card.ts";
import { type FindFile, findFile } from "#shared/card/find-file.ts";
import { type RequestRedraw, requestRedraw } from "#shared/card/request-redraw.ts";
import { type ShownCard, showCard } from "#shared/card/show-card.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { askedOf } from "#shared/employee/photo-review.ts";
import { found, image, notModified, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { errorFields, logger } from "#shared/runtime/logger.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";

export interface CardApi extends RequestRedraw, AskSession, FindFile {
  readonly employees: AskSession["employees"] & FindFile["employees"];
  readonly cards: Pick<Cards, "find" | "noteView">;
  readonly drawings: Pick<Drawings, "read" | "link">;
  readonly filesOnDemand: FilesOnDemand;
}

/** `v` makes the addresses of different drawings different. The answer is always the newest one. */
const faceQuery = z.strictObject({
  v: z.string().max(100).optional(),
  download: z.literal("1").optional(),
});

const documentQuery = documentName.extend({ sheet: documentName.shape.sheet.default("card") });
const ofFace = z.strictObject({ face: z.enum(faces) });

/** The own card: its words, its faces, its documents. Long: a table, one entry for each route. */
export function cardRoutes(api: CardApi) {
  const access = holder(api);
  return [
    route({
      method: "GET",
      path: "/api/me/card",
      summary: "The own card as text, with what can be shown of it; with ETag",
      access,
      answers: { 200: cardAnswer, 304: "nothing" },
      handle: async ({ principal: { employee }, request }) => {
        const known = request.header("if-none-match");
        // Who looks at the card for the first time may soon download it, and a new renderer needs a second to start.
        const [card] = await Promise.all([
          showCard(api, employee),
          known ? undefined : prepareRenderer(api),
        ]);
        await keepUpToDate(api, card, employee);
        const etag = etagOf(card);
        return known === etag ? notModified(etag) : ok(cardAnswerOf(card, employee), { etag });
      },
    }),
    route({
      method: "GET",
      path: "/api/me/card/faces/{face}",
      summary: "A face as an image; with download=1, a link that lives 60 s, to a PNG attachment",
      access,
      params: ofFace,
      query: faceQuery,
      answers: { 200: "image/webp", 302: "nothing" },
      handle: async ({ principal: { employee }, params: { face }, query: { download } }) => {
        // The record is read for every image, so that a card that ended a second ago is not shown (event rule 5).
        const shown = await showCard(api, employee);
        const file = { face, format: download ? "png" : "webp" } as const;
        const drawing = await findFile(api, employee, shown, file);
        if (download) return found(await api.drawings.link(drawing, file, faceFile(face)));
        await noteView(api, shown, drawing, file);
        // It answers with the image, not with a link: on a weak link an answer of another host takes a second or two more.
        const webp = await api.drawings.read(drawing, file);
        return image("image/webp", webp, { etag: `"${versionOf(drawing)}"` });
      },
    }),
    route({
      method: "GET",
      path: "/api/me/card/pdf",
      summary: "A link to the card to print: two pages of its size, or A4 with crop marks",
      access,
      query: documentQuery,
      answers: { 302: "nothing" },
      handle: async ({ principal: { employee }, query: { shape, sheet } }) => {
        const document = { shape, sheet };
        const drawing = await findFile(api, employee, await showCard(api, employee), document);
        return found(await api.drawings.link(drawing, document, documentFile(document)));
      },
    }),
  ];
}

/** If it fails, the first download takes a second longer. */
async function prepareRenderer({ filesOnDemand }: CardApi): Promise<void> {
  try {
    await filesOnDemand.prepare();
  } catch (error) {
    logger.warn("card.renderer-not-prepared", errorFields(error));
  }
}

/** Asks for a drawing in the newest look, and signed. If that fails, the old one is still shown. */
async function keepUpToDate(api: CardApi, card: ShownCard, employee: Employee): Promise<void> {
  const { id: employeeId } = employee;
  try {
    if (await requestRedraw(api, card, employee))
      logger.info("card.redraw-requested", { employeeId });
  } catch (error) {
    logger.warn("card.redraw-not-requested", { employeeId, ...errorFields(error) });
  }
}

/** The next change is drawn in the shape that is viewed now. A face is also shown when the note fails. */
async function noteView(
  { cards }: Pick<CardApi, "cards">,
  { viewed }: ShownCard,
  { employeeId }: Drawing,
  file: FaceFile,
): Promise<void> {
  const shape = shapeOfFront(file);
  if (!shape || shape === viewed) return;
  try {
    await cards.noteView(employeeId, shape);
  } catch (error) {
    logger.warn("card.view-not-noted", { employeeId, ...errorFields(error) });
  }
}

function cardAnswerOf(shown: ShownCard, employee: Employee): CardAnswer {
  const asked = askedOf(employee, shown.asOf);
  const { status, startsOn, state, text, drawing, shortened, asOf } = shown;
  return {
    status,
    ...(startsOn && { startsOn }),
    state,
    text,
    ...(drawing ? { version: versionOf(drawing) } : {}),
    ...(shortened.length > 0
      ? { shortened: [...new Set(shortened.map(({ field }) => field))] }
      : {}),
    ...(asked && { photoAsked: asked }),
    // A pause hides no other state of the card.
    ...(status === "active" && employee.qrPausedAt && { qrPausedAt: employee.qrPausedAt }),
    asOf: asOf.toISOString(),
  };
}

/** It covers everything in the answer except the time. It is weak, because the bytes depend on the compression. */
function etagOf({ status, state, drawing, revision }: ShownCard): string {
  return `W/"${[status, state, revision, drawing && versionOf(drawing)].join(".")}"`;
}

const shapeWords = { landscape: "lanskap", portrait: "potret" } as const;
const faceWords: Readonly<Record<Face, string>> = {
  "front-landscape": "depan-lanskap",
  "back-landscape": "belakang-lanskap",
  "front-portrait": "depan-potret",
  "back-portrait": "belakang-potret",
};

/** "kartu-asn-depan-potret.png": each face has another name, and no name says whose card it is. */
function faceFile(face: Face): string {
  return `kartu-asn-${faceWords[face]}.png`;
}

/** "kartu-asn-kartu-potret.pdf", "kartu-asn-a4-potret.pdf" */
function documentFile({ sheet, shape }: DocumentName): string {
  return `kartu-asn-${sheet === "a4" ? "a4" : "kartu"}-${shapeWords[shape]}.pdf`;
}
