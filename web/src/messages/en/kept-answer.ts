import type { KeptAnswer } from "../id/kept-answer.ts";

export const en: KeptAnswer = {
  sent: "An answer from another device arrived first. What was typed on this device was not sent:",
  forget: "Delete what is here",
};
