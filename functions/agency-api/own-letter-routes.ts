import * as z from "zod";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { type DrawLetters, drawLetter } from "#shared/letter/draw-letter.ts";
import { letterId } from "#shared/letter/letter.ts";
import type { Letters } from "#shared/letter/letters.ts";
import { ownLetters, ownLettersAnswer, ownSignedLetter } from "#shared/letter/own-letters.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";
import { asFile } from "./sign-letter-routes.ts";

interface OwnLetterApi extends AskSession, DrawLetters {
  readonly letters: Pick<Letters, "find" | "about">;
  readonly employees: AskSession["employees"] & DrawLetters["employees"];
}

const params = z.strictObject({ id: letterId });

/** Whoever a letter is about reads and keeps it, with a role or without (decision 0119). */
export function ownLetterRoutes(api: OwnLetterApi) {
  const access = holder(api);
  const own = "/api/officer/agency/own-letters";
  return [
    route({
      method: "GET",
      path: own,
      summary: "The letters about who asks, the newest step first",
      access,
      answers: { 200: ownLettersAnswer },
      handle: async ({ principal: { employee } }) => ok(await ownLetters(api, employee.id)),
    }),
    route({
      method: "GET",
      path: `${own}/{id}/file`,
      summary: "A signed letter about who asks, as a PDF; 409 document-revoked",
      access,
      params,
      answers: { 200: "application/pdf" },
      handle: async ({ principal: { employee }, params: { id } }) => {
        const letter = await ownSignedLetter(api, { person: employee.id, id });
        return asFile(await drawLetter(api, letter, employee.id));
      },
    }),
  ];
}
