/** What the API tells of imports, as its routes state it. */
import type { AnswerOf } from "../api/api-routes.ts";

export type ImportAnswer = AnswerOf<"GET /api/officer/imports/{id}">;
export type Difference = AnswerOf<"GET /api/officer/imports/{id}/difference">["items"][number];
