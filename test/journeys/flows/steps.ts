/** What several flows do at the pages of the login and of the reset. */
import { demoPassword } from "../../../local/demo/demo-login.ts";
import type { SeededPerson } from "../../../local/demo/seed.ts";
import { codeOfShownKey, ownMailedCode } from "../support/codes.ts";
import type { Tour } from "../support/tour.ts";
import type { Walk } from "../support/walk.ts";

export const newPassword = "Kuda-Hitam-9-Berlari";

/** NIP and password, on the page that is open. */
export async function givePassword(
  tour: Tour,
  { employee: { nip } }: SeededPerson,
  password = demoPassword,
): Promise<void> {
  await tour.shows("main form [type=submit]:enabled");
  await tour.fill("nip", nip);
  await tour.fill("password", password);
  await tour.submit();
}

/** …and the code, until the own card's page is there. */
export async function giveBoth(
  walk: Walk,
  tour: Tour,
  person: SeededPerson,
  password = demoPassword,
): Promise<void> {
  await givePassword(tour, person, password);
  await tour.shows("#code");
  await tour.fill("code", walk.world.nextCode(person.employee.nip));
  await tour.submit();
  await tour.visitor.isAt("/kartu");
  await tour.shows("h1:focus");
}

/** NIP and captcha, until the address is asked for. */
export async function beginReset(tour: Tour, { employee }: SeededPerson): Promise<void> {
  await tour.open("/aktivasi", ".captcha-image img");
  await tour.fill("nip", employee.nip);
  await tour.click(".captcha .choice button:last-child");
  await tour.shows('progress[value="100"]');
  await tour.submit();
  await tour.shows("#email");
}

export async function setPassword(tour: Tour, password: string): Promise<void> {
  await tour.fill("newPassword", password);
  await tour.fill("repeat", password);
  await tour.submit();
}

/** The code that was mailed because this browser used none lately, until the key for the authenticator stands there. */
export async function giveMailedCode(
  { world }: Walk,
  tour: Tour,
  { employee }: SeededPerson,
): Promise<void> {
  await tour.visitor.isAt("/masuk/mfa");
  await tour.shows("#mailedCode");
  await tour.fill("mailedCode", await ownMailedCode(world, employee.email));
  await tour.submit();
  await tour.shows("#deviceName");
}

/** The key goes into an authenticator, until the recovery codes stand there. */
export async function enrol({ world }: Walk, tour: Tour): Promise<void> {
  await tour.fill("code", await codeOfShownKey(world, tour.page));
  await tour.fill("deviceName", "HP baru");
  await tour.submit();
  await tour.shows(".recovery-codes");
}

/** The state of the session that this device has, without prolonging it. */
export async function sessionStatus({ page }: Tour): Promise<number> {
  const { origin } = new URL(page.url());
  return (await page.context().request.get(`${origin}/api/session?look=1`)).status();
}
