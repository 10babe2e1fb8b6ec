import { type AnswerCorrection, answerCorrection } from "#shared/correction/answer-correction.ts";
import { answerCorrectionRequest } from "#shared/correction/correction-answers.ts";
import { noContent } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";

/**
 * How officers answer what holders reported as wrong, within 3×24 hours (decision 0051). It is a route of this function because the answer
 * is a transaction with the history, where nobody says whether keys limit a right (0029): this one may write that table anyway.
 */
export function correctionAnswerRoutes(api: AskRole & AnswerCorrection) {
  return [
    route({
      method: "POST",
      path: "/api/officer/corrections/answer",
      summary: "Answers one: the record was corrected, or why not",
      access: roleHolder(api, "petugas"),
      body: answerCorrectionRequest,
      answers: { 204: "nothing" },
      handle: async ({ principal: by, body, request }) => {
        await answerCorrection(api, { ...body, by });
        request.note({ outcome: "correction-answered" });
        return noContent();
      },
    }),
  ];
}
