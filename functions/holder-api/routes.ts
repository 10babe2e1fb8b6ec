import * as z from "zod";
import type { CardBucket, Drawing } from "#shared/card/card-bucket.ts";
import { type DocumentName, type Face, isFace } from "#shared/card/card-content.ts";
import type { CardTable } from "#shared/card/card-table.ts";
import { documentName } from "#shared/card/document-name.ts";
import { previewFaces } from "#shared/card/preview-card.ts";
import { type RequestRedraw, requestRedraw } from "#shared/card/request-redraw.ts";
import { type ShownCard, showCard } from "#shared/card/show-card.ts";
import type { PhotoId } from "#shared/employee/employee.ts";
import type { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { created, found, image, noContent, notModified, ok } from "#shared/http/answers.ts";
import type {
  CardAnswer,
  NotificationsAnswer,
  PhotoAnswer,
  PhotoUploadAnswer,
} from "#shared/http/contract.ts";
import { readQuery } from "#shared/http/read-body.ts";
import { type ApiEvent, pathParam, type Route } from "#shared/http/routes.ts";
import type { NotificationTable } from "#shared/notification/notification-table.ts";
import { confirmPhoto } from "#shared/photo/confirm-photo.ts";
import type { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import { acceptedPhoto, type PhotoTable } from "#shared/photo/photo-table.ts";
import { type RequestUpload, requestUpload } from "#shared/photo/request-upload.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { errorFields, logger } from "#shared/runtime/logger.ts";
import { type AskSession, requireSession } from "#shared/session/require-session.ts";

export interface HolderApi extends RequestRedraw, AskSession {
  readonly employees: Pick<WritableEmployeeTable, "find" | "save">;
  readonly cards: Pick<CardTable, "find">;
  readonly drawings: Pick<CardBucket, "read" | "link" | "linkToDocument">;
  readonly photos: Pick<PhotoTable, "find" | "expect">;
  readonly photoBucket: Pick<PhotoBucket, "uploadForm" | "keep" | "linkToPreview">;
  readonly notifications: Pick<NotificationTable, "list">;
  readonly formsPerHour: RequestUpload["formsPerHour"];
}

/** `v` keeps the addresses of different drawings apart; what is sent is always the newest. */
const faceQuery = z.strictObject({
  v: z.string().max(100).optional(),
  download: z.literal("1").optional(),
});

const documentQuery = documentName.extend({ sheet: documentName.shape.sheet.default("card") });

/** What a holder does with the own card and photo. Every id comes from the session; no route names another person. */
export function holderRoutes(api: HolderApi): Route[] {
  const { employees, photos, photoBucket, clock } = api;
  return [
    {
      method: "GET",
      path: "/api/me/card",
      handler: async (event) => {
        const { employee } = await requireSession(api, event);
        const card = await showCard(api, employee);
        if (card.drawing) await keepUpToDate(api, card.drawing);
        const etag = etagOf(card);
        return event.headers["if-none-match"] === etag
          ? notModified(etag)
          : ok(cardAnswer(card), { etag });
      },
    },
    {
      method: "GET",
      path: "/api/me/card/faces/{face}",
      handler: async (event) => {
        const { employee } = await requireSession(api, event);
        const face = faceOf(event);
        const { download } = readQuery(event, faceQuery);
        // Read anew for every image: a card that ended a second ago is not shown (event rule 5).
        const { drawing } = await showCard(api, employee);
        if (!drawing) throw new NotFound("There is no card to show.");
        if (download) return found(await api.drawings.link(drawing, face, faceFile(face)));
        // The image itself and no link to it: on a weak link another answer, from another host, costs a second or two.
        const webp = await api.drawings.read(drawing, face);
        return image("image/webp", webp, { etag: `"${versionOf(drawing)}"` });
      },
    },
    {
      method: "GET",
      path: "/api/me/card/pdf",
      handler: async (event) => {
        const { employee } = await requireSession(api, event);
        const { shape, sheet } = readQuery(event, documentQuery);
        const { drawing } = await showCard(api, employee);
        if (!drawing) throw new NotFound("There is no card to print.");
        const document = { shape, sheet };
        return found(await api.drawings.linkToDocument(drawing, document, documentFile(document)));
      },
    },
    {
      method: "POST",
      path: "/api/me/photos",
      handler: async (event) => {
        const { employee } = await requireSession(api, event);
        const upload = await requestUpload({ ...api, bucket: photoBucket }, employee);
        return created(upload satisfies PhotoUploadAnswer);
      },
    },
    {
      method: "GET",
      path: "/api/me/photos/{photoId}",
      handler: async (event) => ok(await photoAnswer(api, event)),
    },
    {
      method: "GET",
      path: "/api/me/photos/{photoId}/preview/{face}",
      handler: async (event) => {
        const { employeeId } = await requireSession(api, event);
        const face = faceOf(event);
        const upload = await photos.find(photoIdOf(event));
        const photo = upload?.employeeId === employeeId ? acceptedPhoto(upload) : undefined;
        if (!photo || !(previewFaces as readonly Face[]).includes(face))
          throw new NotFound("No such preview.");
        return found(await photoBucket.linkToPreview(photo, face));
      },
    },
    {
      method: "POST",
      path: "/api/me/photos/{photoId}/confirm",
      handler: async (event) => {
        const { employee } = await requireSession(api, event);
        await confirmPhoto(
          { employees, photos, bucket: photoBucket, clock },
          { employee, photoId: photoIdOf(event) },
        );
        return noContent();
      },
    },
    {
      method: "GET",
      path: "/api/me/notifications",
      handler: async (event) => {
        const { employeeId } = await requireSession(api, event);
        const items = (await api.notifications.list(employeeId)).map(({ id, at, code }) => ({
          id,
          at,
          code,
        }));
        return ok({ items } satisfies NotificationsAnswer);
      },
    },
  ];
}

/** What can be shown is shown, also when its newer look cannot be asked for. */
async function keepUpToDate(api: HolderApi, drawing: Drawing): Promise<void> {
  const { employeeId } = drawing;
  try {
    if (await requestRedraw(api, drawing)) logger.info("card.redraw-requested", { employeeId });
  } catch (error) {
    logger.warn("card.redraw-not-requested", { employeeId, ...errorFields(error) });
  }
}

function cardAnswer({ status, state, text, drawing, shortened, asOf }: ShownCard): CardAnswer {
  return {
    status,
    state,
    text,
    ...(drawing ? { version: versionOf(drawing) } : {}),
    ...(shortened.length > 0
      ? { shortened: [...new Set(shortened.map(({ field }) => field))] }
      : {}),
    asOf: asOf.toISOString(),
  };
}

function versionOf({ contentHash, templateVersion }: Drawing): string {
  return `${contentHash.slice(0, 16)}.${templateVersion}`;
}

/** Everything in the answer but the time of asking. Weak: the bytes depend on how they are compressed. */
function etagOf({ status, state, drawing, revision }: ShownCard): string {
  return `W/"${[status, state, revision, drawing && versionOf(drawing)].join(".")}"`;
}

const sideWords = { front: "depan", back: "belakang" } as const;
const shapeWords = { landscape: "lanskap", portrait: "potret" } as const;

/** "kartu-asn-depan-potret.png": no two downloads have one name, and none says whose it is. */
function faceFile(face: Face): string {
  const [side, shape] = face.split("-") as [keyof typeof sideWords, keyof typeof shapeWords];
  return `kartu-asn-${sideWords[side]}-${shapeWords[shape]}.png`;
}

/** "kartu-asn-kartu-potret.pdf", "kartu-asn-a4-potret.pdf" */
function documentFile({ sheet, shape }: DocumentName): string {
  return `kartu-asn-${sheet === "a4" ? "a4" : "kartu"}-${shapeWords[shape]}.pdf`;
}

async function photoAnswer(api: HolderApi, event: ApiEvent): Promise<PhotoAnswer> {
  const { employee } = await requireSession(api, event);
  const upload = await api.photos.find(photoIdOf(event));
  if (upload?.employeeId !== employee.id) throw new NotFound("No such photo.");
  const isConfirmed = upload.state === "accepted" && employee.photoId === upload.id;
  return {
    photoId: upload.id,
    state: isConfirmed ? "confirmed" : upload.state,
    rules: upload.rules,
  };
}

function faceOf(event: ApiEvent): Face {
  const face = pathParam(event, "face");
  if (!isFace(face)) throw new NotFound("A card has no such face.");
  return face;
}

function photoIdOf(event: ApiEvent): PhotoId {
  const id = pathParam(event, "photoId");
  if (!id.startsWith("pho_")) throw new NotFound("No such photo.");
  return id as PhotoId;
}
