import type { RequestFilesText } from "../id/request-files.ts";

export const en: RequestFilesText = {
  file: (place) => `File ${place}`,
  view: "Show the files",
  preparing: "Preparing the file…",
  notShown: "This file cannot be shown yet. Try again; if that fails too, download it.",
  frame: (place) => `Content of file ${place}`,
};
