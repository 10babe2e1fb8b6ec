import * as z from "zod";
import { readOnlyOf } from "#shared/access/principal.ts";
import { created, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { changeLetter, draftLetter, sendLetter } from "#shared/letter/draft-letter.ts";
import { type DrawLetters, drawLetter } from "#shared/letter/draw-letter.ts";
import { cancelLetter, type EndLetters, withdrawLetter } from "#shared/letter/end-letter.ts";
import { letterId } from "#shared/letter/letter.ts";
import {
  letterAnswer,
  letterChangeRequest,
  letterEndRequest,
  letterListAnswer,
  letterListQuery,
  letterSendRequest,
  newLetterRequest,
  registerAnswer,
  registerQuery,
} from "#shared/letter/letter-answers.ts";
import type { LetterProfiles, Letters } from "#shared/letter/letters.ts";
import type { SignLetters } from "#shared/letter/sign-letter.ts";
import {
  listLetters,
  ownLetter,
  tellLetter,
  tellRegister,
  type WaitingLetters,
} from "#shared/letter/tell-letters.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";
import { type CallPeople, nextCallLetter } from "#shared/training/call-letters.ts";
import { formatRoutes } from "./letter-format-routes.ts";
import { ownLetterRoutes } from "./own-letter-routes.ts";
import { asFile, signingRoutes } from "./sign-letter-routes.ts";

export interface LetterApi extends AskRole, SignLetters, DrawLetters, WaitingLetters, CallPeople {
  readonly letters: Letters;
  readonly posts: SignLetters["posts"] & WaitingLetters["posts"];
  readonly profiles: LetterProfiles;
  readonly employees: AskRole["employees"] & SignLetters["employees"];
  readonly documents: DrawLetters["documents"] & EndLetters["documents"];
}

const base = "/api/officer/agency/letters";
const params = z.strictObject({ id: letterId });

/** An agency's letters: officers write them, who acts in a post signs them (decisions 0108, 0109). */
export function letterRoutes(api: LetterApi) {
  return [
    ...readingRoutes(api),
    ...writingRoutes(api),
    ...signingRoutes(api),
    ...ownLetterRoutes(api),
    ...formatRoutes(api),
  ];
}

/** Long: a table, one entry for each route. */
function readingRoutes(api: LetterApi) {
  const access = roleHolder(api, "petugas", "penyetuju");
  return [
    route({
      method: "GET",
      path: base,
      summary: "A page of the own agency's letters, newest first; for who works for all of it",
      access,
      query: letterListQuery,
      answers: { 200: letterListAnswer },
      handle: async ({ principal: by, query: { cursor } }) =>
        ok({ ...(await listLetters(api, by, cursor)), ...readOnlyOf(by) }),
    }),
    route({
      method: "GET",
      path: `${base}/{id}`,
      summary: "A letter of the own agency",
      access,
      params,
      answers: { 200: letterAnswer },
      handle: async ({ principal: by, params: { id } }) =>
        ok({ ...(await tellLetter(api, await ownLetter(api, by, id))), ...readOnlyOf(by) }),
    }),
    route({
      method: "GET",
      path: `${base}/{id}/file`,
      summary:
        "A letter as a PDF: a draft is marked as one, a signed one has its QR; 409 document-revoked",
      access,
      params,
      answers: { 200: "application/pdf" },
      handle: async ({ principal: by, params: { id } }) =>
        asFile(await drawLetter(api, await ownLetter(api, by, id), by.employeeId)),
    }),
    route({
      method: "GET",
      path: "/api/officer/agency/letter-numbers",
      summary: "Each number of a year's register up to the last, 200 a page",
      access,
      query: registerQuery,
      answers: { 200: registerAnswer },
      handle: async ({ principal: by, query }) => ok(await tellRegister(api, by, query)),
    }),
  ];
}

/** Long: a table, one entry for each route. */
function writingRoutes(api: LetterApi) {
  const access = roleHolder(api, "petugas");
  const answers = { 200: letterAnswer };
  return [
    route({
      method: "POST",
      path: base,
      summary: "Begins a letter, also one that calls people to a training; 409 letter-changed",
      access,
      body: newLetterRequest,
      answers: { 201: letterAnswer },
      handle: async ({ principal: by, body: { words, training } }) => {
        if (training && words.kind !== "tugas")
          throw new InvalidInput({ field: "kind", code: "unknown-choice" });
        const id = training && (await nextCallLetter(api, { by, offer: training }));
        const letter = await draftLetter(api, { by, words, id });
        logger.info("letter.drafted", { letterId: letter.id });
        return created(await tellLetter(api, letter));
      },
    }),
    route({
      method: "PATCH",
      path: `${base}/{id}`,
      summary: "Changes a letter that nobody has signed; 409 letter-changed",
      access,
      params,
      body: letterChangeRequest,
      answers,
      handle: async ({ principal: by, params: { id }, body }) =>
        ok(await tellLetter(api, await changeLetter(api, { ...body, id, by }))),
    }),
    route({
      method: "POST",
      path: `${base}/{id}/send`,
      summary: "Reserves its number and lets it wait for its signer; 409 letter-changed",
      access,
      params,
      body: letterSendRequest,
      answers,
      handle: async ({ principal: by, params: { id }, body }) => {
        const letter = await sendLetter(api, { ...body, id, by });
        logger.info("letter.sent", { letterId: id });
        return ok(await tellLetter(api, letter));
      },
    }),
    route({
      method: "POST",
      path: `${base}/{id}/cancel`,
      summary: "Ends a letter that nobody has signed; its number is void; 409 letter-changed",
      access,
      params,
      body: letterEndRequest,
      answers,
      handle: async ({ principal: by, params: { id }, body }) => {
        const letter = await cancelLetter(api, { ...body, id, by });
        logger.info("letter.cancelled", { letterId: id });
        return ok(await tellLetter(api, letter));
      },
    }),
    route({
      method: "POST",
      path: `${base}/{id}/withdraw`,
      summary:
        "Withdraws a signed letter: who checks it is told; 409 letter-changed, document-revoked",
      access,
      params,
      body: letterEndRequest,
      answers,
      handle: async ({ principal: by, params: { id }, body }) => {
        const letter = await withdrawLetter(api, { ...body, id, by });
        logger.info("letter.withdrawn", { letterId: id });
        return ok(await tellLetter(api, letter));
      },
    }),
  ];
}
