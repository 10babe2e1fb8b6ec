import * as z from "zod";
import { image, noContent, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { type DrawLetters, drawLetter, type LetterFile } from "#shared/letter/draw-letter.ts";
import { letterId } from "#shared/letter/letter.ts";
import {
  letterAnswer,
  letterEndRequest,
  letterSignRequest,
  waitingLettersAnswer,
} from "#shared/letter/letter-answers.ts";
import { returnLetter, type SignLetters, signLetter } from "#shared/letter/sign-letter.ts";
import {
  lineOf,
  tellLetter,
  type WaitingLetters,
  waitingFor,
  waitingLetter,
} from "#shared/letter/tell-letters.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";

interface SigningApi extends AskSession, SignLetters, DrawLetters, WaitingLetters {
  readonly letters: SignLetters["letters"] & WaitingLetters["letters"];
  readonly posts: SignLetters["posts"] & WaitingLetters["posts"];
  readonly employees: AskSession["employees"] & SignLetters["employees"];
}

const params = z.strictObject({ id: letterId });

/** Whoever acts in a post signs, with a role or without. Long: a table, one entry for each route. */
export function signingRoutes(api: SigningApi) {
  const access = holder(api);
  const own = "/api/officer/agency/letters-to-sign";
  return [
    route({
      method: "GET",
      path: own,
      summary: "The letters that wait for the signature of who asks",
      access,
      answers: { 200: waitingLettersAnswer },
      handle: async ({ principal: { employee } }) => {
        const waiting = await waitingFor(api, employee);
        return ok({ items: waiting.map((each) => ({ ...lineOf(each), revision: each.revision })) });
      },
    }),
    route({
      method: "GET",
      path: `${own}/{id}`,
      summary: "A letter that waits for the signature of who asks",
      access,
      params,
      answers: { 200: letterAnswer },
      handle: async ({ principal: { employee }, params: { id } }) =>
        ok(await tellLetter(api, await waitingLetter(api, employee, id))),
    }),
    route({
      method: "GET",
      path: `${own}/{id}/file`,
      summary: "A letter that waits for the signature of who asks, as a PDF",
      access,
      params,
      answers: { 200: "application/pdf" },
      handle: async ({ principal: { employee }, params: { id } }) => {
        const letter = await waitingLetter(api, employee, id);
        return asFile(await drawLetter(api, letter, employee.id));
      },
    }),
    route({
      method: "POST",
      path: `${own}/{id}/sign`,
      summary: "Signs a letter; 409 letter-changed, letter-year-over",
      access,
      params,
      body: letterSignRequest,
      answers: { 204: "nothing" },
      handle: async ({ principal: { employee: person }, params: { id }, body }) => {
        await signLetter(api, { ...body, id, person });
        logger.info("letter.signed", { letterId: id });
        return noContent();
      },
    }),
    route({
      method: "POST",
      path: `${own}/{id}/return`,
      summary: "Sends a letter back to its officer, with a reason; 409 letter-changed",
      access,
      params,
      body: letterEndRequest,
      answers: { 204: "nothing" },
      handle: async ({ principal: { employee: person }, params: { id }, body }) => {
        await returnLetter(api, { ...body, id, person });
        logger.info("letter.returned", { letterId: id });
        return noContent();
      },
    }),
  ];
}

/** A letter as a download that no cache keeps. */
export function asFile({ name, bytes }: LetterFile) {
  return image("application/pdf", bytes, {
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "private, no-store",
  });
}
