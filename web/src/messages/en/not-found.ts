import type { NotFound } from "../id/not-found.ts";

export const en: NotFound = {
  text: "There is no such address. It may be misspelt, or the page has moved.",
  home: "Go to the front page",
};
