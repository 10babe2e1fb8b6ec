/** What only the officers' menu says: the pages it leads to have no room for it. */
export const id = {
  more: "Lainnya",
  shortPhotos: "Foto",
  announcements: "Pengumuman",
};

export type OfficeMenu = typeof id;
