/** Titles of pages of one's own that only who is signed in opens, for their menu: everybody else's first views have no room for them. */
export const id = {
  ownRequests: "Pengajuan saya",
};

export type OwnPages = typeof id;
