/** A card is checked by a form that needs no script (decision 0073). */
import * as z from "zod";
import { issueCaptcha } from "#shared/captcha/issue-captcha.ts";
import { parseCheckCode, parseSerial } from "#shared/card/printed-numbers.ts";
import { found, ok } from "#shared/http/answers.ts";
import type { HttpRequest } from "#shared/http/http-request.ts";
import type { Problem } from "#shared/http/problem-body.ts";
import { originOf } from "#shared/http/request-origin.ts";
import { anyone, route } from "#shared/http/route.ts";
import { type FieldProblem, InvalidInput } from "#shared/runtime/errors.ts";
import { errorFields, logger } from "#shared/runtime/logger.ts";
import { suspicions } from "#shared/suspect-card/suspicions.ts";
import { reportRequest } from "#shared/verification/verify-answer.ts";
import type { AskedCard } from "#shared/verification/verify-card.ts";
import {
  type FormProblem,
  plainAnswer,
  plainForm,
  plainReported,
  plainUnchecked,
} from "../../web/src/verify/plain-pages.ts";
import { answerTo } from "./answer-to.ts";
import { noteReport } from "./note-report.ts";
import { plainHeaders, plainStyle } from "./plain-style.ts";
import type { VerifyApi } from "./routes.ts";

const lang = z.literal("en").exactOptional();
const captcha = { captcha: z.string().max(400), text: z.string().max(20) } as const;
const plainRequest = z.union([
  z.strictObject({ token: z.string(), ...captcha }),
  z.strictObject({ serial: z.string(), checkCode: z.string(), ...captcha }),
]);

/** The causes that a page with a script asks for, each as a button of its own. */
const plainReport = z.strictObject({
  mark: reportRequest.shape.mark,
  cause: z.enum(["photo", ...suspicions]),
});

/** Long: a table, one entry for each route. */
export function plainRoutes(api: VerifyApi) {
  const path = "/api/verify/plain";
  const plain = {
    headers: plainHeaders,
    refusal: (problem: Problem, request: HttpRequest) => drawRefusal(api, problem, request),
  } as const;
  return [
    route({
      method: "GET",
      path,
      summary: "A form that checks a card without a script: by its QR, or by its numbers",
      access: anyone,
      query: z.strictObject({ token: z.string().exactOptional(), lang }),
      answers: { 200: "text/html" },
      plain,
      handle: async ({ request }) => ok(await drawForm(api, request), plainHeaders),
    }),
    route({
      method: "POST",
      path,
      summary: "As POST /api/verify, asked by that form and answered by a page",
      access: anyone,
      query: z.strictObject({ lang }),
      body: plainRequest,
      answers: { 200: "text/html" },
      plain,
      handle: async ({ body: { captcha: token, text, ...asked }, request }) => {
        demandWhole(asked, text);
        const { network } = request;
        const { region } = originOf(request);
        const check = { asked: { ...asked, captcha: { token, text } }, network, region };
        const answer = await answerTo(api, check);
        return ok(plainAnswer({ ...drawnFor(request), asked, answer }), plainHeaders);
      },
    }),
    route({
      method: "GET",
      path: "/api/verify/plain/report",
      summary: "Leads whoever loads the page of a report anew, or comes back to it, to the form",
      access: anyone,
      query: z.strictObject({ lang }),
      answers: { 302: "nothing" },
      plain,
      handle: async ({ query }) => found(query.lang ? `${path}?lang=${query.lang}` : path),
    }),
    route({
      method: "POST",
      path: "/api/verify/plain/report",
      summary: "As POST /api/verify/report, asked by that page and answered by another one",
      access: anyone,
      query: z.strictObject({ lang }),
      body: plainReport,
      answers: { 200: "text/html" },
      plain: {
        headers: plainHeaders,
        refusal: async ({ status }, request) => {
          const outcome = status === 422 ? "over" : "failed";
          const { data: sent } = plainReport.safeParse(Object.fromEntries(sentBy(request)));
          return plainReported({ ...drawnFor(request), outcome, sent });
        },
      },
      handle: async ({ body: { mark, cause }, request }) => {
        await noteReport(api, cause === "photo" ? { mark } : { mark, cause });
        const outcome = cause === "photo" ? "done" : "suspected";
        return ok(plainReported({ ...drawnFor(request), outcome }), plainHeaders);
      },
    }),
  ];
}

/** As the script does: what cannot be right is told before the captcha is used up. @throws InvalidInput */
function demandWhole(asked: AskedCard, text: string): void {
  const wrong = (field: string, code: FieldProblem["code"]) => new InvalidInput({ field, code });
  if ("serial" in asked && !parseSerial(asked.serial)) throw wrong("serial", "malformed");
  if ("serial" in asked && !parseCheckCode(asked.checkCode)) throw wrong("checkCode", "malformed");
  if (text.trim() === "") throw wrong("text", "required");
}

const problemOf: Readonly<Record<string, FormProblem>> = {
  serial: "wrongSerial",
  checkCode: "wrongCode",
  text: "empty",
  captcha: "wrong",
};

/** What its reader can mend comes back as the form, with another captcha; of all else it says that the card was not checked. */
async function drawRefusal(
  api: VerifyApi,
  { status, code, reference, problems = [] }: Problem,
  request: HttpRequest,
): Promise<string> {
  const problem = problemOf[problems[0]?.field ?? ""];
  if (status === 422 && problem)
    try {
      return await drawForm(api, request, problem);
    } catch (error) {
      logger.error("verify.form-not-drawn", errorFields(error));
    }
  const why = code === "busy" ? "busy" : "disturbed";
  return plainUnchecked({ ...drawnFor(request), why, reference });
}

async function drawForm(
  api: VerifyApi,
  request: HttpRequest,
  problem?: FormProblem,
): Promise<string> {
  const { image } = await issueCaptcha(api, { purpose: "verify", network: request.network });
  return plainForm({ ...drawnFor(request), image, problem });
}

/** Of a form that is drawn again. One that is refused for its size says nothing. */
const mostBytes = 4096;

function sentBy(request: HttpRequest): URLSearchParams {
  return new URLSearchParams(request.bodyBytes.subarray(0, mostBytes).toString("utf8"));
}

function drawnFor(request: HttpRequest) {
  const { lang: asked, token: scanned } = request.query;
  const sent = sentBy(request);
  const token = scanned ?? sent.get("token");
  const typed = { serial: sent.get("serial") ?? "", checkCode: sent.get("checkCode") ?? "" };
  return {
    language: asked === "en" ? "en" : "id",
    style: plainStyle,
    asked: token === null ? typed : { token },
    at: request.at.toISOString(),
  } as const;
}
