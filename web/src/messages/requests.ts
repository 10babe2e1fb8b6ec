import { stateIn } from "#shared/request/state-words.ts";
import { en } from "./en/requests.ts";
import { id } from "./id/requests.ts";

export const requests = import.meta.env.LANGUAGE === "en" ? en : id;

/** In which state a request is, and who has it. */
export const stateText = (request: Parameters<typeof stateIn>[1]): string =>
  stateIn(requests, request);
