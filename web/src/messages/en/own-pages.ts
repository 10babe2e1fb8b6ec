import type { OwnPages } from "../id/own-pages.ts";

export const en: OwnPages = {
  ownRequests: "My requests",
};
