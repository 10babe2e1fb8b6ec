/** What happens to the photo of a record, in the record's history. The pages read this file, so it imports nothing. */
export const photoActions = [
  "photo-confirmed",
  "photo-approved",
  "photo-new-asked",
  "photo-revoked",
  "photo-reported",
] as const;
export type PhotoAction = (typeof photoActions)[number];

export function isPhotoAction(action: string): action is PhotoAction {
  return photoActions.some((known) => known === action);
}
