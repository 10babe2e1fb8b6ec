import * as z from "zod";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
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
  profileAnswer,
  profileRequest,
  registerAnswer,
  registerQuery,
} from "#shared/letter/letter-answers.ts";
import type { LetterProfiles, Letters } from "#shared/letter/letters.ts";
import type { SignLetters } from "#shared/letter/sign-letter.ts";
import {
  changeProfile,
  listLetters,
  ownLetter,
  tellLetter,
  tellRegister,
  type WaitingLetters,
} from "#shared/letter/tell-letters.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";
import { asFile, signingRoutes } from "./sign-letter-routes.ts";

export interface LetterApi extends AskRole, SignLetters, DrawLetters, WaitingLetters {
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
  return [...readingRoutes(api), ...writingRoutes(api), ...signingRoutes(api), ...ownWays(api)];
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
        ok(await listLetters(api, by, cursor)),
    }),
    route({
      method: "GET",
      path: `${base}/{id}`,
      summary: "A letter of the own agency",
      access,
      params,
      answers: { 200: letterAnswer },
      handle: async ({ principal: by, params: { id } }) =>
        ok(tellLetter(await ownLetter(api, by, id))),
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
      summary: "Begins a letter",
      access,
      body: newLetterRequest,
      answers: { 201: letterAnswer },
      handle: async ({ principal: by, body: { words } }) => {
        const letter = await draftLetter(api, { by, words });
        logger.info("letter.drafted", { letterId: letter.id });
        return created(tellLetter(letter));
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
        ok(tellLetter(await changeLetter(api, { ...body, id, by }))),
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
        return ok(tellLetter(letter));
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
        return ok(tellLetter(letter));
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
        return ok(tellLetter(letter));
      },
    }),
  ];
}

/** How the agency writes its letters. */
function ownWays(api: LetterApi) {
  const path = "/api/officer/agency/letter-profile";
  return [
    route({
      method: "GET",
      path,
      summary: "How the own agency writes its letters; for who works for all of it",
      access: roleHolder(api, "petugas", "penyetuju"),
      answers: { 200: profileAnswer },
      handle: async ({ principal: by }) => {
        const {
          instansiId: _,
          revision = 0,
          ...details
        } = (await api.profiles.find(wholeAgencyOf(by))) ?? {};
        return ok({ revision, ...("pattern" in details && { details }) });
      },
    }),
    route({
      method: "POST",
      path,
      summary: "Says how the own agency writes its letters; 409 letter-changed",
      access: roleHolder(api, "petugas"),
      body: profileRequest,
      answers: { 200: profileAnswer },
      handle: async ({ principal: by, body }) => {
        const { instansiId, revision, ...details } = await changeProfile(api, { ...body, by });
        logger.info("letter-profile.changed", { instansiId });
        return ok({ revision, details });
      },
    }),
  ];
}
