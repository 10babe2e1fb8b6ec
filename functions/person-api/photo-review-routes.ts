import * as z from "zod";
import { isReadOnly } from "#shared/access/principal.ts";
import { countReviews } from "#shared/desk/count-clocks.ts";
import { waitingAnswer } from "#shared/desk/desk-answers.ts";
import { employeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { findOwn } from "#shared/employee/find-own.ts";
import { noteList } from "#shared/employee/note-list.ts";
import { type OpenRecord, openRecord } from "#shared/employee/open-record.ts";
import { image, noContent, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { approvePhoto, askForNewPhoto, type DecideReview } from "#shared/photo/decide-review.ts";
import { type ListAwaiting, listAwaiting } from "#shared/photo/list-awaiting.ts";
import type { AskAboutPhoto } from "#shared/photo/photo-approvals.ts";
import { confirmedPhoto } from "#shared/photo/photo-digest.ts";
import type { PhotoFiles } from "#shared/photo/photo-files.ts";
import {
  approvePhotoRequest,
  newPhotoRequest,
  personPhotoAnswer,
  personPhotoQuery,
  photoQueueAnswer,
  photoQueueQuery,
  revokePhotoRequest,
} from "#shared/photo/review-answers.ts";
import { askRevocation } from "#shared/photo/revoke-photo.ts";
import { type TellPhoto, tellPhoto } from "#shared/photo/tell-photo.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";

export interface PhotoReviewApi extends AskRole, DecideReview, ListAwaiting, AskAboutPhoto {
  readonly approvals: AskAboutPhoto["approvals"];
  readonly photoRequests: AskAboutPhoto["photoRequests"];
  readonly employees: AskRole["employees"] &
    DecideReview["employees"] &
    AskAboutPhoto["employees"] &
    Pick<Employees, "findAll">;
  readonly history: OpenRecord["history"] & TellPhoto["history"];
  readonly photos: TellPhoto["photos"];
  readonly photoBucket: Pick<PhotoFiles, "read">;
}

const ofPerson = z.strictObject({ id: employeeId });
/** `v` makes the addresses of different photos different. The answer is always the one in force. */
const pictureQuery = z.strictObject({ v: z.string().max(100).optional() });

/** Photos that wait for officers, and the photo of one person (decision 0066). Long: a table, one entry for each route. */
export function photoReviewRoutes(api: PhotoReviewApi) {
  const reading = {
    method: "GET",
    access: roleHolder(api, "petugas", "penyetuju", "auditor"),
  } as const;
  const deciding = {
    method: "POST",
    access: roleHolder(api, "petugas"),
    params: ofPerson,
    answers: { 204: "nothing" },
  } as const;
  return [
    route({
      ...reading,
      path: "/api/officer/photos",
      summary:
        "A page of the photos that wait for an officer, reported ones at the top, then who waits longest",
      query: photoQueueQuery,
      answers: { 200: photoQueueAnswer },
      handle: async ({ principal: by, query: { cursor: from } }) => {
        await noteList(api, by);
        const { items, next } = await listAwaiting(api, { by, from });
        return ok({
          ...{ items, ...(next && { cursor: next }) },
          ...(isReadOnly(by) && { readOnly: true as const }),
        });
      },
    }),
    route({
      ...reading,
      path: "/api/officer/photos/waiting",
      summary: "How many photos wait for an officer, and how many of them are past their time",
      answers: { 200: waitingAnswer },
      handle: async ({ principal: by }) => ok(await countReviews(api, by)),
    }),
    route({
      ...reading,
      path: "/api/officer/people/{id}/photo",
      summary: "What judge and people say of the person's photo, and what became of those before",
      params: ofPerson,
      query: personPhotoQuery,
      answers: { 200: personPhotoAnswer },
      handle: async ({ principal: by, params: { id }, query: { cursor: from } }) =>
        ok(await tellPhoto(api, await openRecord(api, { id, by }), { by, from })),
    }),
    route({
      ...reading,
      path: "/api/officer/people/{id}/photo/picture",
      summary: "The person's photo as an image; 404 while there is none",
      params: ofPerson,
      query: pictureQuery,
      answers: { 200: "image/png" },
      handle: async ({ principal: by, params: { id } }) => {
        const { photoId, ...person } = await openRecord(api, { id, by });
        if (!photoId) throw new NotFound("No photo.");
        const png = await api.photoBucket.read(confirmedPhoto({ ...person, photoId }));
        return image("image/png", png, { etag: `"${photoId}"` });
      },
    }),
    route({
      ...deciding,
      path: "/api/officer/people/{id}/photo/approve",
      summary:
        "Finds nothing wrong with the photo; 409 photo-replaced, photo-reviewed, revocation-asked",
      body: approvePhotoRequest,
      handle: async ({ principal: by, params: { id }, body }) => {
        await approvePhoto(api, { ...body, id, by });
        logger.info("photo.review-passed", { employeeId: id, officerId: by.employeeId });
        return noContent();
      },
    }),
    route({
      ...deciding,
      path: "/api/officer/people/{id}/photo/new",
      summary:
        "Asks the holder for a new photo, which the present one outlives; 409 photo-replaced, photo-reviewed, card-not-active",
      body: newPhotoRequest,
      handle: async ({ principal: by, params: { id }, body }) => {
        await askForNewPhoto(api, { ...body, id, by });
        logger.info("photo.new-asked", { employeeId: id, officerId: by.employeeId });
        return noContent();
      },
    }),
    route({
      ...deciding,
      path: "/api/officer/people/{id}/photo/revoke",
      summary:
        "Asks a penyetuju to take the photo away at once; 409 photo-replaced, photo-reviewed, change-asked, record-changed",
      body: revokePhotoRequest,
      handle: async ({ principal: by, params: { id }, body }) => {
        const person = await findOwn(api.employees, id, by);
        const { id: approvalId } = await askRevocation(api, { ...body, person, by });
        logger.info("approval.asked", { approvalId });
        return noContent();
      },
    }),
  ];
}
