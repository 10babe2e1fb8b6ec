import * as z from "zod";
import { previewFaces } from "#shared/card/preview-card.ts";
import { type Employee, type PhotoId, photoId } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { created, found, noContent, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { type ConfirmPhoto, confirmPhoto } from "#shared/photo/confirm-photo.ts";
import { type PhotoAnswer, photoAnswer, photoUploadAnswer } from "#shared/photo/photo-answers.ts";
import type { PhotoFiles } from "#shared/photo/photo-files.ts";
import { type RequestUpload, requestUpload } from "#shared/photo/request-upload.ts";
import { acceptedPhoto, isHolders, toldOutcome, type Uploads } from "#shared/photo/upload.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";

export interface PhotoApi extends AskSession {
  readonly approvals: ConfirmPhoto["approvals"];
  readonly photoRequests: ConfirmPhoto["photoRequests"];
  readonly employees: Pick<WritableEmployees, "find" | "save">;
  readonly photos: Pick<Uploads, "find" | "expect" | "draw">;
  readonly photoBucket: Pick<PhotoFiles, "uploadForm" | "keep" | "linkToPreview">;
  readonly limits: RequestUpload["limits"];
  readonly formsPerHour: RequestUpload["formsPerHour"];
  readonly reviewPercent: ConfirmPhoto["reviewPercent"];
  readonly random: ConfirmPhoto["random"];
}

const ofPhoto = z.strictObject({ photoId });
/** "1": the studio removed a background that was not plain. Only the page says so: it adds a look by officers, and spares none. */
const uploadQuery = z.strictObject({ cutFromBusy: z.literal("1").optional() });
const previewFace = z.strictObject({ photoId, face: z.enum(previewFaces) });

/**
 * The routes of a new photo, from the upload form to the confirmation.
 * Long: a table, one entry for each route.
 */
export function photoRoutes(api: PhotoApi) {
  const { photos, photoBucket } = api;
  const access = holder(api);
  return [
    route({
      method: "POST",
      path: "/api/me/photos",
      summary: "A form to send a photo with",
      access,
      query: uploadQuery,
      answers: { 201: photoUploadAnswer },
      handle: async ({ principal: { employee }, query: { cutFromBusy } }) => {
        const sent = { sender: employee.id, cutFromBusy: cutFromBusy !== undefined };
        return created(await requestUpload({ ...api, bucket: photoBucket }, employee, sent));
      },
    }),
    route({
      method: "GET",
      path: "/api/me/photos/{photoId}",
      summary: "The outcome of the validation of a photo that was sent",
      access,
      params: ofPhoto,
      answers: { 200: photoAnswer },
      handle: async ({ principal: { employee }, params }) =>
        ok(await photoAnswerOf(api, employee, params.photoId)),
    }),
    route({
      method: "GET",
      path: "/api/me/photos/{photoId}/preview/{face}",
      summary: "A link to a front of the card with this photo, before anything changes",
      access,
      params: previewFace,
      answers: { 302: "nothing" },
      handle: async ({ principal: { employeeId }, params: { photoId, face } }) => {
        const upload = await photos.find(photoId);
        const photo = isHolders(upload, employeeId) ? acceptedPhoto(upload) : undefined;
        if (!photo) throw new NotFound("No such preview.");
        return found(await photoBucket.linkToPreview(photo, face));
      },
    }),
    route({
      method: "POST",
      path: "/api/me/photos/{photoId}/confirm",
      summary: "«Gunakan foto ini»: the accepted photo becomes the record's",
      access,
      params: ofPhoto,
      answers: { 204: "nothing" },
      handle: async ({ principal: { employee }, params: { photoId } }) => {
        await confirmPhoto({ ...api, bucket: photoBucket }, { employee, photoId });
        return noContent();
      },
    }),
  ];
}

async function photoAnswerOf(
  { photos, clock }: Pick<PhotoApi, "photos" | "clock">,
  employee: Employee,
  id: PhotoId,
): Promise<PhotoAnswer> {
  const upload = await photos.find(id);
  if (!isHolders(upload, employee.id)) throw new NotFound("No such photo.");
  const isConfirmed = upload.state === "accepted" && employee.photoId === upload.id;
  const { state, rules } = toldOutcome(upload, clock.now());
  return { photoId: upload.id, state: isConfirmed ? "confirmed" : state, rules };
}
