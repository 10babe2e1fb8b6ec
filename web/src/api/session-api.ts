import type { CaptchaChallenge } from "#shared/captcha/captcha.ts";
import type { EnrolmentAnswer, LoginAnswer, SessionAnswer } from "#shared/session/login-answers.ts";
import type {
  CodeRequest,
  EnrolmentRequest,
  LoginRequest,
  ResetCheckRequest,
  ResetEmailRequest,
  ResetPasswordRequest,
} from "#shared/session/login-requests.ts";
import { get, page, send } from "./client.ts";

/** See session/log-in.ts, which also does the work that this may require. */
export const postLogin = (body: LoginRequest) =>
  send<LoginAnswer>("POST", "/api/session/login", body);
/** From now on the page is for the person who signed in on it. */
export async function enterCode(body: CodeRequest): Promise<SessionAnswer> {
  const answer = await send<SessionAnswer>("POST", "/api/session/code", body);
  page.person = answer.person;
  return answer;
}
export const logOut = () => send("POST", "/api/session/logout");

export const readEnrolment = () => get<EnrolmentAnswer>("/api/session/enrolment");
export const enrol = (body: EnrolmentRequest) => send("POST", "/api/session/enrolment", body);

export const readCaptcha = () => get<CaptchaChallenge>("/api/session/captcha");
export const startReset = (body: ResetCheckRequest) => send("POST", "/api/session/reset", body);
export const sendResetCode = (body: ResetEmailRequest) =>
  send("POST", "/api/session/reset/email", body);
export const setPassword = (body: ResetPasswordRequest) =>
  send("POST", "/api/session/reset/password", body);
