/** What pages send and the API tells of it. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { photoId } from "#shared/employee/employee.ts";
import { newPhotoWhys } from "./new-photo-whys.ts";

/** As the page sends it. */
export const askedNewPhoto = z.strictObject({
  why: z.enum(newPhotoWhys),
  note: z.string().max(longestReason),
});

/** As it is kept. */
export const newPhoto = askedNewPhoto.extend({
  /** In force when it was asked for; absent when there was none. */
  photoId: photoId.exactOptional(),
});

export const newPhotoFacts = { kind: z.literal("new-photo"), content: newPhoto };

/** As an officer reads it. */
export const officerNewPhotoFacts = {
  ...newPhotoFacts,
  /** Another photo is on the record than when it was asked for. */
  replaced: z.literal(true).exactOptional(),
};
