import * as z from "zod";
import { captchaChallenge } from "#shared/captcha/captcha.ts";
import { issueCaptcha } from "#shared/captcha/issue-captcha.ts";
import { readCaptcha } from "#shared/captcha/read-captcha.ts";
import type { AnsweredChallenges } from "#shared/captcha/work-challenge.ts";
import type { Cards } from "#shared/card/card.ts";
import type { Documents } from "#shared/document/document.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { noContent, ok } from "#shared/http/answers.ts";
import { fileOrPart } from "#shared/http/byte-range.ts";
import { originOf } from "#shared/http/request-origin.ts";
import { anyone, route } from "#shared/http/route.ts";
import type { PhotoFiles } from "#shared/photo/photo-files.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import { reportRequest, verifyAnswer, verifyRequest } from "#shared/verification/verify-answer.ts";
import { answerTo } from "./answer-to.ts";
import { noteReport } from "./note-report.ts";
import { plainRoutes } from "./plain-routes.ts";

export interface VerifyApi {
  readonly cards: Pick<Cards, "findToken">;
  readonly employees: Pick<Employees, "find">;
  readonly documents: Pick<Documents, "find">;
  readonly photos: Pick<PhotoFiles, "readAsAddress">;
  readonly captchas: Pick<AnsweredChallenges, "use">;
  readonly limits: Pick<RateLimits, "add" | "read">;
  readonly hmacKey: Pick<DerivedKeys, "derive">;
  /** See `Challenges`. */
  readonly workIterations: number;
  /** The official address, as it is printed on the back of cards. */
  readonly site: string;
  readonly clock: Clock;
}

/** Long: a table, one entry for each route. */
export function verifyRoutes(api: VerifyApi) {
  return [
    route({
      method: "GET",
      path: "/api/verify/captcha",
      summary: "A captcha, to be answered by its text or by work",
      access: anyone,
      answers: { 200: captchaChallenge },
      handle: async ({ request: { network } }) =>
        ok(await issueCaptcha(api, { purpose: "verify", network })),
    }),
    route({
      method: "GET",
      path: "/api/verify/captcha/audio",
      summary:
        "The reading of that captcha's image, or a part of it: 5 seconds at most, the same each time",
      access: anyone,
      query: z.strictObject({ token: z.string().max(400), lang: z.literal("en").exactOptional() }),
      answers: { 200: "audio/wav", 206: "audio/wav", 416: "nothing" },
      handle: async ({ query: { token, lang }, request }) => {
        const binding = { purpose: "verify", network: request.network } as const;
        const wav = await readCaptcha(api, binding, { token, language: lang ?? "id" });
        // Nothing says which file a part was of before, so a part that depends on that is the whole (RFC 9110 §13.1.5).
        const range = request.header("if-range") ? undefined : request.header("range");
        return fileOrPart(wav, "audio/wav", range);
      },
    }),
    route({
      method: "POST",
      path: "/api/verify",
      summary:
        "Whether the card or paper with this QR, or the card with these numbers, is valid now; unknown and malformed ones answer alike",
      access: anyone,
      body: verifyRequest,
      answers: { 200: verifyAnswer },
      handle: async ({ body, request }) => {
        const { network } = request;
        const { region } = originOf(request);
        return ok(await answerTo(api, { asked: body, network, region }));
      },
    }),
    route({
      method: "POST",
      path: "/api/verify/report",
      summary:
        "The photo that an answer showed is another person's, or what else is wrong with the card; the same answer whether it was reported before or not",
      access: anyone,
      body: reportRequest,
      answers: { 204: "nothing" },
      handle: async ({ body }) => {
        await noteReport(api, body);
        return noContent();
      },
    }),
    ...plainRoutes(api),
  ];
}
