/** What holders do with their own account once they are in, and what they stop by the link of a mail. */

import { expect } from "vitest";
import { demoPassword } from "../../../local/demo/demo-login.ts";
import { wordsOf } from "../../../local/start/console/mailbox.ts";
import { mailedPath, ownMailedCode } from "../support/codes.ts";
import type { Tour } from "../support/tour.ts";
import type { Walk } from "../support/walk.ts";
import { enrol, giveBoth, givePassword, newPassword, sessionStatus } from "./steps.ts";

const dayMs = 24 * 3_600_000;

/** Where the account is signed in, ended one by one and all at once, and the history that tells it. */
export async function devices(walk: Walk): Promise<void> {
  const { world } = walk;
  const person = await walk.person("Siti Contohwati");
  const [first, second] = [await walk.signedIn(person), await walk.signedIn(person)];
  const own = await walk.signedIn(person);
  const endOne = own.visitor.button(walk.say(/^Keluarkan Chrome/, /^Sign out Chrome/));
  const endOthers = walk.say("Keluarkan semua perangkat lain", "Sign out all other devices");
  const standings = async () => [await sessionStatus(first), await sessionStatus(second)].sort();

  await own.open("/akun", "#devices-title");
  await own.visitor.sees(/Jakarta/);
  await own.look("akun");
  await own.standsStill("/akun", "#account-history-title");
  expect(await endOne.count()).toBe(2);
  await own.press(walk.say(/^Keluarkan Chrome/, /^Sign out Chrome/));
  await own.shows(".notice-good:focus");
  await own.visitor.sees(walk.say("sudah dikeluarkan", "was signed out"));
  // The list says who used it last first.
  expect(await standings()).toEqual([200, 401]);
  await own.press(endOthers);
  await own.visitor.button(endOthers).waitFor({ state: "detached" });
  await own.shows(".notice-good:focus");
  expect(await standings()).toEqual([401, 401]);
  expect(await sessionStatus(own)).toBe(200);

  await own.open("/akun", "#account-history-title");
  await own.visitor.sees(
    walk.say("semua perangkat lain dikeluarkan, oleh Anda", "all other devices signed out, by you"),
  );
  await own.visitor.sees(
    walk.say(
      "masuk dari peramban yang belum dikenal, oleh Anda",
      "signed in from a browser that was not known, by you",
    ),
  );
  await world.cloud.waitUntilIdle();
  const told = world.cloud.mails().filter(({ to }) => to.includes(person.employee.email));
  expect(told.map(({ subject }) => subject)).toContain(
    "Akun Kartu ASN Virtual Anda dipakai masuk dari peramban lain",
  );
  await own.open("/kartu", "#notifications-title");
  await own.visitor.sees(
    walk.say(
      /Akun Anda: masuk dari peramban yang belum dikenal/,
      /Your account: signed in from a browser that was not known/,
    ),
  );
}

const section = "section[aria-labelledby=authenticator-title]";

/** New recovery codes, and then another authenticator in the place of the present one. */
export async function secondAuthenticator(walk: Walk): Promise<void> {
  const person = await walk.person("Siti Contohwati");
  const own = await walk.signedIn(person);
  const confirm = async () => {
    await own.fill("authenticatorPassword", demoPassword);
    await own.fill("authenticatorCode", walk.world.nextCode(person.employee.nip));
    await own.click(`${section} [type=submit]`);
  };
  await own.open("/akun", "#authenticator-title");
  await own.press(walk.say("Buat kode pemulihan baru", "Make new recovery codes"));
  await own.shows(`${section} #authenticatorPassword`);
  await own.look("akun-kode-pemulihan");
  await confirm();
  await own.shows(".recovery-codes");
  await own.look("akun-kode-pemulihan-baru");

  await own.open("/akun", "#authenticator-title");
  await own.press(walk.say("Ganti autentikator", "Replace the authenticator"));
  await own.shows(`${section} #authenticatorPassword`);
  await own.look("akun-ganti-autentikator");
  await confirm();
  await own.loads("/masuk", "#autentikator-dicabut");
  await givePassword(own, person);
  // This browser has just shown both factors: the mailbox need not answer, too.
  await own.shows("#deviceName");
  await enrol(walk, own);
  await own.click('main a.button[href$="/masuk"]');
  await own.shows("h1:focus");
  await giveBoth(walk, own, person);
}

/** Another password, by which the other devices are signed out; then nobody gets in any more, not even its holder. */
export async function passwordAndFreeze(walk: Walk): Promise<void> {
  const person = await walk.person("Siti Contohwati");
  const other = await walk.signedIn(person);
  const own = await walk.signedIn(person);
  const save = walk.say("Simpan kata sandi baru", "Save the new password");
  await own.open("/akun#kata-sandi", "#newPassword");
  await own.shows("#password-title:focus");
  await own.fill("newPassword", newPassword);
  await own.fill("repeat", newPassword);
  await own.fill("passwordPassword", demoPassword);
  await own.fill("passwordCode", walk.world.nextCode(person.employee.nip));
  await own.press(save);
  await own.visitor.sees(walk.say(/Kata sandi sudah diganti/, /The password is changed/));
  await own.shows("#password-title:focus");
  expect([await sessionStatus(own), await sessionStatus(other)]).toEqual([200, 401]);

  await own.press(walk.say("Bekukan akun saya", "Freeze my account"));
  await own.shows("dialog[open]");
  await own.press(walk.say(/Ya, bekukan$/, /Yes, freeze it$/));
  await own.visitor.isAt("/masuk");
  await own.visitor.sees(walk.say(/Akun ini dibekukan/, /This account is frozen/));
  expect(await sessionStatus(own)).toBe(401);
}

/**
 * Cancelled at first; asked for again it counts a day later. Both addresses hear of it, the old one with a link. A new number
 * takes the same day.
 */
export async function changeOfEmail(walk: Walk): Promise<void> {
  const { world } = walk;
  const person = await walk.person("Siti Contohwati");
  const { email } = person.employee;
  const to = `baru-${email}`;
  const own = await walk.signedIn(person);
  const cancel = walk.say("Batalkan penggantian", "Cancel the change");
  await own.open("/akun", "#contact-title");
  await askForAddress(walk, own, to, person.employee.nip);
  await own.shows("#mailedCode");
  await own.look("akun-surel-kode");
  await own.fill("mailedCode", "00000000");
  await own.click(`${contact} [type=submit]`);
  await own.shows(".error-summary:focus");
  // Another is mailed a minute after the last.
  world.cloud.clock.advance(61_000);
  await own.press(walk.say("Kirim kode lagi", "Send another code"));
  await own.visitor.sees(walk.say("Kode baru dikirim.", "A new code was sent."));
  await confirmAddress(walk, own, to);
  await own.visitor.sees(cancel);
  await own.look("akun-surel-menunggu");
  expect(await mailedPath(world, email)).toContain("/bukan-saya#");
  await own.press(cancel);
  await own.visitor.sees(walk.say("Penggantian dibatalkan", "The change was cancelled"));

  await askForAddress(walk, own, to, person.employee.nip);
  await own.shows("#mailedCode");
  await confirmAddress(walk, own, to);
  await own.visitor.sees(cancel);
  const number = await changeOfNumber(walk, own, person.employee);
  world.cloud.clock.advance(dayMs + 10 * 60_000);
  await world.cloud.waitUntilIdle();
  await own.visitor.signIn(person.employee.nip);
  await own.visitor.isAt("/kartu");
  await own.open("/akun", "#contact-title");
  await own.visitor.sees(to);
  await own.visitor.sees(number);
  expect(await mailedPath(world, email)).toContain("/bukan-saya#");
  const changed = world.cloud
    .mails()
    .filter((mail) => mail.to.includes(to) || mail.to.includes(email))
    .filter((mail) => mail.subject === "Alamat surel Kartu ASN Virtual Anda diganti");
  const withLink = changed.filter((mail) => wordsOf(mail).includes("/bukan-saya#"));
  expect(changed.map((mail) => mail.to.join()).sort()).toEqual([to, email].sort());
  expect(withLink.map((mail) => mail.to.join())).toEqual([email]);
}

const contact = "section[aria-labelledby=contact-title]";
const phone = "section[aria-labelledby=phone-title]";

/** Cancelled at first, too. @returns the number that waits */
async function changeOfNumber(
  walk: Walk,
  own: Tour,
  { nip, email }: { readonly nip: string; readonly email: string },
): Promise<string> {
  const number = "0813 1111 2222";
  const ask = async () => {
    await own.click(`${phone} summary`);
    await own.fill("phone", number);
    await own.fill("phonePassword", demoPassword);
    await own.fill("phoneCode", walk.world.nextCode(nip));
    await own.click(`${phone} [type=submit]`);
    await own.visitor.sees(walk.say("Penggantian dicatat", "The change is noted"));
  };
  await ask();
  await own.look("akun-telepon-menunggu");
  expect(await mailedPath(walk.world, email)).toContain("/bukan-saya#");
  await own.click(`${phone} button`);
  await own.visitor.sees(walk.say("Nomor lama tetap berlaku", "The old number still counts"));
  await ask();
  return number;
}

async function askForAddress(walk: Walk, own: Tour, to: string, nip: string): Promise<void> {
  await own.click(`${contact} summary`);
  await own.fill("email", to);
  await own.fill("emailPassword", demoPassword);
  await own.fill("emailCode", walk.world.nextCode(nip));
  await own.click(`${contact} [type=submit]`);
}

async function confirmAddress({ world }: Walk, own: Tour, address: string): Promise<void> {
  await own.fill("mailedCode", await ownMailedCode(world, address));
  await own.click(`${contact} [type=submit]`);
}
