/** What people do, through the product as it runs, each counted by itself. */
import { randomUUID } from "node:crypto";
import { employeeAnswer, employeeListAnswer } from "#shared/employee/record-answers.ts";
import { enrolmentAnswer } from "#shared/session/login-answers.ts";
import { totpCode } from "../../local/cloud/cognito/totp.ts";
import { samplePhotos } from "../../local/demo/sample-photos.ts";
import type { DemoCloud } from "../../local/start/demo-cloud.ts";
import { decodeQr, tokenOfQr } from "../../test/support/decode-qr.ts";
import { HttpHolder } from "../../test/support/http-holder.ts";
import { nextCodeOf } from "../../test/support/next-code.ts";
import { solve } from "../../test/support/solve-captcha.ts";
import type { Counter } from "./counter.ts";
import { type Counts, type Flow, sum, times } from "./units.ts";

const nips = {
  holder: "196801012005032901",
  petugas: "197003032007031903",
  newcomer: "197306062024212906",
} as const;
const newcomerEmail = "pegawai06@contoh.example";
/** Minutes between two runs of a schedule, by a part of its name. */
const schedules = {
  ...{ reconciler: 5, canary: 5, contactchanger: 5, statuspublisher: 5 },
  ...{ historysealer: 60, calendar: (24 * 60) / 84, leavereraser: 24 * 60 },
} as const;

/** @returns what each flow costs once. Long: the flows, one after the other. */
export async function countFlows(
  cloud: DemoCloud,
  counter: Counter,
): Promise<Readonly<Record<Flow, Counts>>> {
  await cloud.waitUntilIdle({ timeoutSeconds: 120 });
  const counted = async (flow: () => Promise<unknown>): Promise<Counts> => {
    // So that a session notes its use, as it does once a minute.
    cloud.clock.advance(61_000);
    counter.take();
    await flow();
    await cloud.waitUntilIdle({ timeoutSeconds: 60 });
    return counter.take();
  };
  // What they do is counted by itself, and must not come between.
  cloud.services.scheduler.removeWhere(() => true);
  const holder = new HttpHolder(cloud.siteUrl);
  const petugas = new HttpHolder(cloud.siteUrl);
  await signIn(cloud, petugas, nips.petugas);
  await signIn(cloud, holder, nips.holder);
  const id = await findEmployee(petugas, nips.holder);
  // Once before, so that no process, key and file is the first of its kind.
  await changeJabatan(petugas, { id, jabatan: "Pranata Komputer Ahli Madya" });
  await newPhoto(cloud, holder);
  await cloud.waitUntilIdle({ timeoutSeconds: 60 });
  // Another day: a person gets three mails a day (docs/decisions/0090), and that was some of them; a change would look as if it cost none.
  cloud.clock.advance(24 * 3_600_000);
  await signIn(cloud, petugas, nips.petugas);
  await signIn(cloud, holder, nips.holder);
  await look(holder);
  const token = await tokenOf(holder);
  await check(cloud, token);
  await counter.look(cloud);
  return {
    login: await counted(() => signIn(cloud, holder, nips.holder)),
    look: await counted(() => look(holder)),
    check: await counted(() => check(cloud, token)),
    change: await counted(() => changeJabatan(petugas, { id, jabatan: "Arsiparis Ahli Muda" })),
    photo: await counted(() => newPhoto(cloud, holder)),
    activation: await counted(() => activate(cloud)),
    idleDay: await idleDay(cloud, counted),
  };
}

async function signIn(cloud: DemoCloud, holder: HttpHolder, nip: string): Promise<void> {
  await holder.signIn(nip, nextCodeOf(cloud, nip));
}

/** As the page of the card does: who is signed in, the card, both faces, the own requests, the messages. */
async function look(holder: HttpHolder): Promise<void> {
  await holder.send("GET", "/api/session");
  const { version } = await holder.readCard();
  for (const face of ["front-landscape", "back-landscape"])
    await holder.send("GET", `/api/me/card/faces/${face}?v=${version}`);
  await holder.send("GET", "/api/requests/mine");
  await holder.send("GET", "/api/me/notifications");
}

async function tokenOf(holder: HttpHolder): Promise<string> {
  const qr = await decodeQr(await holder.face("front-landscape"));
  return tokenOfQr(qr);
}

/** A stranger scans a card, with the work instead of the picture's text. */
async function check(cloud: DemoCloud, token: string): Promise<void> {
  const stranger = new HttpHolder(cloud.siteUrl);
  const captcha = solve(await (await stranger.send("GET", "/api/verify/captcha")).json());
  await stranger.send("POST", "/api/verify", { token, captcha });
}

async function findEmployee(petugas: HttpHolder, nip: string): Promise<string> {
  const found = await petugas.send("POST", "/api/officer/employees/search", { q: nip });
  const [employee] = employeeListAnswer.parse(await found.json()).items;
  if (!employee) throw new Error("The officer does not find the holder.");
  return employee.id;
}

/** Found, opened, changed; then the card is drawn and the holder is told by inbox and mail. */
async function changeJabatan(
  petugas: HttpHolder,
  { id, jabatan }: { id: string; jabatan: string },
): Promise<void> {
  await findEmployee(petugas, nips.holder);
  const path = `/api/officer/employees/${id}`;
  const { revision } = employeeAnswer.parse(await (await petugas.send("GET", path)).json());
  await petugas.send("PATCH", path, {
    ...{ revision, requestId: randomUUID(), reason: "Pengukuran", changes: { jabatan } },
  });
}

async function newPhoto(cloud: DemoCloud, holder: HttpHolder): Promise<void> {
  const photo = (await samplePhotos()).find(({ breaks }) => !breaks)?.bytes ?? Buffer.alloc(0);
  const photoId = await holder.upload(photo);
  await cloud.waitUntilIdle({ timeoutSeconds: 60 });
  const { state } = await holder.readPhoto(photoId);
  if (state !== "accepted") throw new Error(`The photo is ${state}.`);
  await holder.send("GET", `/api/me/photos/${photoId}/preview/front-landscape`);
  await holder.confirm(photoId);
}

/** A reset, which leads on to an authenticator, and the first login with it. */
async function activate(cloud: DemoCloud): Promise<void> {
  const browser = new HttpHolder(cloud.siteUrl);
  const captcha = solve(await (await browser.send("GET", "/api/session/captcha")).json());
  await browser.send("POST", "/api/session/reset", { nip: nips.newcomer, captcha });
  await browser.send("POST", "/api/session/reset/email", { email: newcomerEmail });
  await cloud.waitUntilIdle({ timeoutSeconds: 60 });
  const mail = cloud.mails().findLast(({ to }) => to.includes(newcomerEmail));
  const [code] = /\b\d{6}\b/.exec(mail?.html ?? mail?.text ?? "") ?? [];
  const password = `Ongkos-${randomUUID()}`;
  await browser.send("POST", "/api/session/reset/password", { code, newPassword: password });
  const { secret } = enrolmentAnswer.parse(
    await (await browser.send("GET", "/api/session/enrolment")).json(),
  );
  await browser.send("POST", "/api/session/enrolment", {
    ...{ code: totpCode(secret, cloud.clock.millis()), deviceName: "Ponsel" },
  });
  await browser.send("POST", "/api/session/login", { nip: nips.newcomer, password });
  await browser.send("POST", "/api/session/code", { code: nextCodeOf(cloud, nips.newcomer) });
}

/**
 * To 02.00 in Jakarta of the next night, six hours away at least: nobody has come for hours, and the calendar runs at night, where it looks at every
 * agency's pass. By day it looks at none, so the hour at which somebody counts must not tell.
 * @param now milliseconds of the epoch @returns milliseconds
 */
function untilNight(now: number): number {
  const [hour, day] = [3_600_000, 86_400_000];
  const earliest = now + 6 * hour;
  const nightOfThatDay = Math.floor(earliest / day) * day + 19 * hour;
  return (nightOfThatDay < earliest ? nightOfThatDay + day : nightOfThatDay) - now;
}

/** What runs by itself while nobody comes, in a day. @throws Error for a schedule whose rhythm is not known here */
async function idleDay(
  cloud: DemoCloud,
  counted: (flow: () => Promise<unknown>) => Promise<Counts>,
): Promise<Counts> {
  const runs: Counts[] = [];
  cloud.clock.advance(untilNight(cloud.clock.millis()));
  for (const name of cloud.services.schedules.keys()) {
    const known = Object.entries(schedules).find(([part]) => name.toLowerCase().includes(part));
    if (!known) throw new Error(`Nobody has said how often ${name} runs.`);
    // Once before: what the flows left behind is looked at again, and would make the day dearer.
    await counted(() => cloud.runSchedule(name));
    const once = await counted(() => cloud.runSchedule(name));
    runs.push(times(once, (24 * 60) / known[1]));
  }
  return sum(runs);
}
