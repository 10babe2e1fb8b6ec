import type { Download } from "../id/download.ts";

export const en: Download = {
  notDownloaded: "The file was not downloaded.",
  notDownloadedOffline: "There is no internet connection. Check it, then try again.",
  loginInNewTabLink: "Sign in again in a new tab, then download here",
};
