/** The ways back in of somebody whose authenticator is gone. */
import { expect } from "vitest";
import * as z from "zod";
import { demoPassword } from "../../../local/demo/demo-login.ts";
import type { SeededPerson } from "../../../local/demo/seed.ts";
import { HttpHolder } from "../../support/http-holder.ts";
import type { Walk } from "../support/walk.ts";
import { enrol, giveBoth, giveMailedCode, givePassword } from "./steps.ts";

/** The password and a code of paper take the old authenticator away; then the password once more, and another authenticator. */
export async function recoveryCode(walk: Walk): Promise<void> {
  const person = await walk.person("Siti Contohwati");
  const answer = await confirmed(walk, person, "/api/account/recovery-codes");
  const { recoveryCodes } = z.object({ recoveryCodes: z.array(z.string()) }).parse(answer);
  const holder = await walk.device();
  await holder.open("/masuk");
  await givePassword(holder, person);
  await holder.shows("#code");
  await holder.click("main details:nth-of-type(2) summary");
  await holder.fill("recoveryCode", "1234");
  await holder.click("details[open] [type=submit]");
  await holder.lookAtErrors("kode-pemulihan-bukan-kode");
  await holder.fill("recoveryCode", recoveryCodes[3] ?? "");
  await holder.click("details[open] [type=submit]");
  await holder.loads("/masuk", "#autentikator-dicabut");
  await holder.look("masuk-autentikator-dicabut");
  await givePassword(holder, person);
  // This browser has just shown the code of paper: the mailbox need not answer, too.
  await holder.shows("#deviceName");
  await enrol(walk, holder);
  await holder.click('main a.button[href$="/masuk"]');
  await holder.shows("h1:focus");
  await giveBoth(walk, holder, person);
}

/** The authenticator was taken away elsewhere: this browser has used no mailed code. */
export async function mailedCode(walk: Walk): Promise<void> {
  const person = await walk.person("Made Percobaan");
  await confirmed(walk, person, "/api/account/authenticator/replace");
  const holder = await walk.device();
  await holder.open("/masuk");
  await givePassword(holder, person);
  await holder.visitor.isAt("/masuk/mfa");
  await holder.shows("#mailedCode");
  await holder.look("mfa-kode-surel");
  await holder.submit();
  await holder.lookAtErrors("mfa-kode-surel-kosong");
  await holder.fill("mailedCode", "00000000");
  await holder.submit();
  await holder.shows(".error-summary .reference");
  await holder.lookAtErrors("mfa-kode-surel-salah");
  // Another is mailed a minute after the last.
  walk.world.cloud.clock.advance(61_000);
  await holder.click("main form + .after-form button");
  await holder.visitor.sees(walk.say("Kode baru dikirim.", "A new code was sent."));
  await giveMailedCode(walk, holder, person);
  await enrol(walk, holder);
}

/** Sends password and code without a page. @returns what came of it, undefined for nothing */
async function confirmed(
  { world }: Walk,
  { employee: { nip } }: SeededPerson,
  path: string,
): Promise<unknown> {
  const holder = new HttpHolder(world.cloud.siteUrl);
  await holder.signIn(nip, world.nextCode(nip));
  const proof = { password: demoPassword, code: world.nextCode(nip) };
  const response = await holder.send("POST", path, proof);
  expect(response.ok).toBe(true);
  const text = await response.text();
  return text ? JSON.parse(text) : undefined;
}
