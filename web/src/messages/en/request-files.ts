import type { RequestFilesText } from "../id/request-files.ts";

export const en: RequestFilesText = {
  file: (place) => `File ${place}`,
  view: "Show the files",
  frame: (place) => `Content of file ${place}`,
};
