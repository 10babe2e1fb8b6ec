import type { OfficeMenu } from "../id/office-menu.ts";

export const en: OfficeMenu = {
  more: "More",
  shortPhotos: "Photos",
  announcements: "Announcements",
};
