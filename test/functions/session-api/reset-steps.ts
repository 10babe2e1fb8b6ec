import { solve } from "../../support/solve-captcha.ts";
import { mailedCode } from "../../support/users-in-memory.ts";
import { type Browser, newPassword } from "./session-api-under-test.ts";

/** The first step: number and captcha. */
export async function check(page: Browser, nip: string) {
  const captcha = solve((await page.get("/api/session/captcha")).body);
  return await page.post("/api/session/reset", { nip, captcha });
}
/** The second: a code is mailed, if the e-mail is the record's. */
export const askFor = (page: Browser, email: string) =>
  page.post("/api/session/reset/email", { email });
/** The third: that code and a new password. */
export const confirm = (page: Browser, code = mailedCode, password = newPassword) =>
  page.post("/api/session/reset/password", { code, newPassword: password });
