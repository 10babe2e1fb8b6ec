import * as z from "zod";
import { refuseOwnRecord } from "#shared/access/own-record.ts";
import type { RoleHolder } from "#shared/access/principal.ts";
import { previewFaces } from "#shared/card/preview-card.ts";
import { type Employee, type EmployeeId, employeeId, photoId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { findOwn } from "#shared/employee/find-own.ts";
import { type OpenRecord, openRecord } from "#shared/employee/open-record.ts";
import { created, found, image, noContent, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import {
  type AskBroughtPhoto,
  askBroughtPhoto,
  askedFor,
  mayPreview,
} from "#shared/photo/bring-photo.ts";
import { photoAnswer, photoUploadAnswer } from "#shared/photo/photo-answers.ts";
import type { PhotoFiles } from "#shared/photo/photo-files.ts";
import { type RequestUpload, requestUpload } from "#shared/photo/request-upload.ts";
import { broughtPhotoRequest } from "#shared/photo/review-answers.ts";
import {
  acceptedPhoto,
  isBrought,
  toldOutcome,
  type Upload,
  type Uploads,
} from "#shared/photo/upload.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";

export interface CounterApi extends AskRole, AskBroughtPhoto, OpenRecord {
  readonly employees: AskRole["employees"] & AskBroughtPhoto["employees"] & Pick<Employees, "find">;
  readonly photos: Pick<Uploads, "find" | "expect">;
  readonly photoBucket: Pick<PhotoFiles, "uploadForm" | "keep" | "linkToPreview" | "read">;
  readonly limits: RequestUpload["limits"];
  readonly formsPerHour: RequestUpload["formsPerHour"];
}

const ofPerson = z.strictObject({ id: employeeId });
const ofPhoto = z.strictObject({ id: employeeId, photoId });
const previewFace = z.strictObject({ id: employeeId, photoId, face: z.enum(previewFaces) });

/** A photo of somebody at the counter, from the form to the request that a penyetuju decides (decision 0066). Long: a table, one entry for each route. */
export function counterRoutes(api: CounterApi) {
  const { photoBucket } = api;
  const reading = {
    method: "GET",
    access: roleHolder(api, "petugas", "penyetuju", "auditor"),
  } as const;
  const sending = { method: "POST", access: roleHolder(api, "petugas") } as const;
  return [
    route({
      ...sending,
      path: "/api/officer/people/{id}/photos",
      summary: "A form to send a photo of this person with; 409 card-not-active",
      params: ofPerson,
      answers: { 201: photoUploadAnswer },
      handle: async ({ principal: by, params: { id } }) => {
        const person = await findOthers(api, id, by);
        const sent = { sender: by.employeeId };
        return created(await requestUpload({ ...api, bucket: photoBucket }, person, sent));
      },
    }),
    route({
      ...reading,
      path: "/api/officer/people/{id}/photos/{photoId}",
      summary: "The outcome of the validation of a photo that was sent for this person",
      params: ofPhoto,
      answers: { 200: photoAnswer },
      handle: async ({ principal: by, params }) => {
        const { upload } = await broughtOf(api, params, by);
        return ok({ photoId: upload.id, ...toldOutcome(upload, api.clock.now()) });
      },
    }),
    route({
      ...reading,
      path: "/api/officer/people/{id}/photos/{photoId}/preview/{face}",
      summary: "A link to a front of the person's card with this photo, before anything changes",
      params: previewFace,
      answers: { 302: "nothing" },
      handle: async ({ principal: by, params: { face, ...params } }) => {
        const { upload, person } = await broughtOf(api, params, by);
        const photo = acceptedPhoto(upload);
        if (!photo || !(await mayPreview(api, { upload, person, by: by.employeeId })))
          throw new NotFound("No such preview.");
        return found(await photoBucket.linkToPreview(photo, face));
      },
    }),
    route({
      ...reading,
      path: "/api/officer/people/{id}/photos/{photoId}/picture",
      summary: "A photo that was sent for this person, while it is asked for; 404 before and after",
      params: ofPhoto,
      answers: { 200: "image/png" },
      handle: async ({ principal: by, params }) => {
        const photo = await askedFor(api, await broughtOf(api, params, by));
        if (!photo) throw new NotFound("No such photo.");
        return image("image/png", await photoBucket.read(photo), { etag: `"${photo.photoId}"` });
      },
    }),
    route({
      ...sending,
      path: "/api/officer/people/{id}/photos/{photoId}/ask",
      summary:
        "Asks a penyetuju that this photo become the person's; 409 photo-not-accepted, card-not-active, change-asked, record-changed",
      params: ofPhoto,
      body: broughtPhotoRequest,
      answers: { 204: "nothing" },
      handle: async ({ principal: by, params: { id, photoId: brought }, body }) => {
        const person = await findOthers(api, id, by);
        const request = { ...body, person, photoId: brought, by };
        const { id: approvalId } = await askBroughtPhoto(api, request);
        logger.info("approval.asked", { approvalId });
        return noContent();
      },
    }),
  ];
}

/** @throws NotFound outside of the scope; Forbidden `own-record` */
async function findOthers(
  { employees }: Pick<CounterApi, "employees">,
  id: EmployeeId,
  by: RoleHolder,
): Promise<Employee> {
  refuseOwnRecord(id, by);
  return await findOwn(employees, id, by);
}

/** @throws NotFound of a person outside of the scope, and of what no officer sent for this person: the holder's own is nobody's to see */
async function broughtOf(
  api: OpenRecord & Pick<CounterApi, "photos">,
  { id, photoId: sent }: z.infer<typeof ofPhoto>,
  by: RoleHolder,
): Promise<{ upload: Upload; person: Employee }> {
  const person = await openRecord(api, { id, by });
  const upload = await api.photos.find(sent);
  if (!isBrought(upload, person.id)) throw new NotFound("No such photo.");
  return { upload, person };
}
