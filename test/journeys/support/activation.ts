import { randomUUID } from "node:crypto";
import { enrolmentAnswer } from "#shared/session/login-answers.ts";
import type { Cloud } from "../../../local/cloud/cloud.ts";
import { totpCode } from "../../../local/cloud/cognito/totp.ts";
import { HttpHolder } from "../../support/http-holder.ts";
import { nextCodeOf } from "../../support/next-code.ts";
import { solve } from "../../support/solve-captcha.ts";

export interface Newcomer {
  readonly nip: string;
  readonly email: string;
}

/** Somebody's first visit without a browser: a mailed code, a password, an authenticator, a login. */
export async function activate(cloud: Cloud, { nip, email }: Newcomer): Promise<HttpHolder> {
  const holder = new HttpHolder(cloud.siteUrl);
  const captcha = solve(await (await holder.send("GET", "/api/session/captcha")).json());
  await holder.send("POST", "/api/session/reset", { nip, captcha });
  await holder.send("POST", "/api/session/reset/email", { email });
  await cloud.waitUntilIdle({ timeoutSeconds: 60 });
  const mail = cloud.mails().findLast(({ to }) => to.includes(email));
  const [code] = /\b\d{6}\b/.exec(mail?.html ?? mail?.text ?? "") ?? [];
  const password = `Ongkos-${randomUUID()}`;
  await holder.send("POST", "/api/session/reset/password", { code, newPassword: password });
  const answer = await holder.send("GET", "/api/session/enrolment");
  const { secret } = enrolmentAnswer.parse(await answer.json());
  const first = totpCode(secret, cloud.clock.millis());
  await holder.send("POST", "/api/session/enrolment", { code: first, deviceName: "Ponsel" });
  await holder.signInWith(nip, password, nextCodeOf(cloud, nip));
  return holder;
}
