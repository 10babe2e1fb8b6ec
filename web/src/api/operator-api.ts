import type { Face } from "#shared/card/card-content.ts";
import type { TemplateAnswer } from "#shared/card/template-answer.ts";
import { get } from "./member-client.ts";

export const readTemplate = () => get<TemplateAnswer>("/api/operator/template");

/** @param agency an instansiId; "" is the usual look */
export function specimenAddress(face: Face, card: string, agency: string): string {
  const query = new URLSearchParams({ card, ...(agency && { agency }) });
  return `/api/operator/template/faces/${face}?${query}`;
}
