/** Why somebody asks for a new photo: the one in force does not show its person any more, or the judge refuses every one. The pages read this file. */
export const newPhotoWhys = ["unlike", "refused"] as const;
export type NewPhotoWhy = (typeof newPhotoWhys)[number];
