/** Activation, login, reset: how somebody gets in who has everything that is needed for it. */
import { expect } from "vitest";
import { codeOfShownKey, mailedCode, mailedPath } from "../support/codes.ts";
import { numberOn, scanned } from "../support/scan.ts";
import { Tour } from "../support/tour.ts";
import type { Walk } from "../support/walk.ts";
import {
  beginReset,
  giveBoth,
  givePassword,
  newPassword,
  sessionStatus,
  setPassword,
} from "./steps.ts";

/** From the NIP to the first look at the own card; each step with what can go wrong at it. */
export async function activation(walk: Walk): Promise<void> {
  const { world } = walk;
  const person = await walk.person("Ayu Barudatang");
  const { nip, email } = person.employee;
  const guest = await walk.device();
  await guest.open("/aktivasi", ".captcha-image img");
  await guest.look("aktivasi-1");
  await guest.submit();
  await guest.lookAtErrors("aktivasi-1-kosong");
  await guest.fill("nip", nip);
  await guest.fill("captcha", "WRONG");
  await guest.submit();
  await guest.shows(".error-summary .reference");
  await guest.lookAtErrors("aktivasi-1-captcha-salah");
  await guest.click(".captcha .choice button:last-child");
  await guest.shows('progress[value="100"]');
  // The work is right whatever was typed of the image.
  expect(await guest.page.locator(".field-error").count()).toBe(0);
  await guest.look("aktivasi-1-tanpa-gambar");
  await guest.submit();
  await guest.shows("#email");
  await guest.look("aktivasi-2");
  await guest.submit();
  await guest.lookAtErrors("aktivasi-2-kosong");
  await guest.submit();
  // The same mistake again is told again.
  await guest.shows(".error-summary:focus");
  await guest.fill("email", email);
  await guest.submit();
  await guest.shows("#newPassword");
  await guest.look("aktivasi-3");
  await guest.fill("code", "12345");
  await guest.fill("newPassword", "pendek");
  await guest.submit();
  await guest.lookAtErrors("aktivasi-3-salah");
  await guest.fill("code", await mailedCode(world, email));
  // One keyboard composes the letter, the other does not.
  await guest.fill("newPassword", composed.normalize("NFC"));
  await guest.fill("repeat", composed.normalize("NFD"));
  await guest.submit();
  // Who has no authenticator goes on in the same flow.
  await guest.shows(".enrolment-qr");
  await firstAuthenticator(walk, guest);
  await guest.click('main a.button[href$="/masuk"]');
  await guest.shows("h1:focus");
  await giveBoth(walk, guest, person, composed);
}

const composed = "Kuda-Hitám-9-Berlari";

async function firstAuthenticator({ world }: Walk, guest: Tour): Promise<void> {
  await guest.look("mfa");
  await guest.standsStill("/masuk/mfa", ".enrolment-qr");
  await guest.click("main details summary");
  await guest.look("mfa-kunci");
  await guest.fill("deviceName", "");
  await guest.submit();
  await guest.lookAtErrors("mfa-kosong");
  await guest.fill("deviceName", "HP");
  await guest.fill("code", "000000");
  await guest.submit();
  await guest.shows(".error-summary .reference");
  await guest.lookAtErrors("mfa-kode-salah");
  await guest.fill("code", await codeOfShownKey(world, guest.page));
  await guest.submit();
  await guest.shows(".recovery-codes");
  await guest.look("mfa-kode-pemulihan");
  expect(await guest.page.locator(".recovery-codes li").count()).toBe(10);
}

/** With a code that is wrong at first, to the card, and out again. */
export async function login(walk: Walk): Promise<void> {
  const person = await walk.person("Siti Contohwati");
  const holder = await walk.device();
  await holder.open("/masuk");
  await givePassword(holder, person);
  await holder.shows("#code");
  await holder.look("kode");
  // Without storage a page that is loaded anew knows of no login, and leads to it.
  if (walk.conditions.storage === "works") await holder.standsStill("/masuk/kode", "#code");
  await holder.submit();
  await holder.lookAtErrors("kode-kosong");
  await holder.fill("code", "000000");
  await holder.submit();
  await holder.shows(".error-summary .reference");
  await holder.lookAtErrors("kode-salah");
  await holder.fill("code", walk.world.nextCode(person.employee.nip));
  await holder.submit();
  await holder.imagesDrawn("img.card-face");
  await holder.shows("h1:focus");
  if (await holder.page.locator(".menu-button").isVisible()) await holder.click(".menu-button");
  await holder.click(".member button");
  await holder.visitor.isAt("/masuk");
  expect(await sessionStatus(holder)).toBe(401);
}

/** A slip in the address, a second tab, a guessed password; and what becomes of a thief's session. */
export async function reset(walk: Walk): Promise<void> {
  const { world, language } = walk;
  const holder = await walk.person("Siti Contohwati");
  const second = await walk.person("Made Percobaan");
  const { email } = holder.employee;
  const thief = await walk.signedIn(holder);
  const tour = await walk.device();

  await beginReset(tour, holder);
  await tour.fill("email", `x${email}`);
  await tour.submit();
  await tour.shows("#newPassword");
  await world.cloud.waitUntilIdle();
  await tour.visitor.sees(`x•••••${email.slice(email.indexOf("@") - 1)}`);
  await tour.look("reset-bukan-ini");
  await tour.click("main p .link-button");
  await tour.shows("#email");
  await tour.look("reset-kembali");
  await tour.fill("email", email);
  await tour.submit();
  await tour.shows("#newPassword");

  // Somebody else's reset, in another tab of the same browser.
  const page = await tour.page.context().newPage();
  const inTab = Object.assign(Object.create(tour.visitor), { page });
  const tab = new Tour(language, inTab, world.cloud.siteUrl, walk.manner);
  await beginReset(tab, second);

  await tour.page.bringToFront();
  await tour.fill("code", await mailedCode(world, email));
  await setPassword(tour, "Keluarga-2026!");
  await tour.visitor.sees(walk.say("mudah ditebak", "is easily guessed"));
  await tour.look("reset-mudah-ditebak");
  await setPassword(tour, newPassword);
  await tour.shows('main a.button[href$="/masuk"]');
  await page.bringToFront();
  await tab.fill("email", second.employee.email);
  await tab.submit();
  await tab.shows("#newPassword");
  await page.close();

  expect(await sessionStatus(thief)).toBe(401);
  expect(await mailedPath(world, email)).toMatch(/^\/bukan-saya#/);
  await tour.click('main a.button[href$="/masuk"]');
  await tour.shows("h1:focus");
  await giveBoth(walk, tour, holder, newPassword);
}

/** A computer that nobody is signed in at, and the holder's phone: refused at first, then let in. */
export async function loginByQr(walk: Walk): Promise<void> {
  const { world } = walk;
  const holder = await walk.person("Siti Contohwati");
  const phone = await walk.signedIn(holder);
  const computer = await walk.device();
  await computer.open("/masuk");
  await computer.click('main a[href$="/masuk/qr"]');
  await phone.page.goto(await scanned(computer.page));
  await phone.shows("#number");
  await phone.click("main form + .after-form button");
  await phone.shows("h1:focus");
  await phone.shows("main .after-form a");
  await computer.click(".qr-place button");

  // In the same tab, as some cameras open it.
  await phone.page.goto(await scanned(computer.page));
  await phone.shows("#number");
  await phone.visitor.sees(holder.employee.name);
  await phone.visitor.sees(/Linux/);
  expect(phone.page.url()).not.toContain("#");
  await phone.fill("number", await numberOn(computer.page));
  await phone.fill("code", world.nextCode(holder.employee.nip));
  await phone.submit();
  await computer.visitor.isAt("/kartu");
  await computer.imagesDrawn("img.card-face");
  await phone.visitor.sees(walk.say("Komputer sudah masuk", "The computer has signed in"));
}
