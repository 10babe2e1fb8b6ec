/** Titles of pages that only operators open, and the menu's words for them. */
export const id = {
  templatePreview: "Pratinjau templat",
  roles: "Peran",
};

export type OperatorPages = typeof id;
