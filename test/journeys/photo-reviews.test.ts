/** People look at photos, without the pages: the queue, a new photo, one taken away by two, one from the counter. */
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { photoUploadAnswer } from "#shared/photo/photo-answers.ts";
import { personPhotoAnswer, photoQueueAnswer } from "#shared/photo/review-answers.ts";
import { agencyApprovalList } from "../../functions/accounts-api/approval-answers.ts";
import type { Cloud } from "../../local/cloud/cloud.ts";
import { portraitPng } from "../../local/demo/portrait.ts";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { test, type World } from "./support/world.ts";

let world: World;
let cloud: Cloud;
let person: SeededPerson;
let holder: HttpHolder;
let petugas: HttpHolder;
let penyetuju: HttpHolder;

test.beforeAll(async ({ world: given }) => {
  world = given;
  ({ cloud } = world);
  // Of an agency in which few photos wait.
  const there = { instansiId: "ins_teladan" };
  person = await world.newcomer({ like: "Siti Contohwati", name: "Sekar Fotowati", ...there });
  const asking = await world.newcomer({
    like: "Budi Petugasanto",
    name: "Bagas Lihatanto",
    ...there,
  });
  const deciding = await world.newcomer({
    ...{ like: "Rahayu Verifikasari", name: "Ratna Pemutuswati", ...there },
  });
  holder = await signedIn(person);
  petugas = await signedIn(asking);
  penyetuju = await signedIn(deciding);
}, 240_000);

async function signedIn({ employee: { nip } }: SeededPerson): Promise<HttpHolder> {
  const somebody = new HttpHolder(cloud.siteUrl);
  await somebody.signIn(nip, world.nextCode(nip));
  return somebody;
}

const path = (rest = "") => `/api/officer/people/${person.id}/photo${rest}`;

async function sends(seed: number): Promise<string> {
  const photoId = await holder.upload(await portraitPng(seed));
  await cloud.waitUntilIdle();
  await holder.confirm(photoId);
  await cloud.waitUntilIdle();
  return photoId;
}

async function waitingNow() {
  const { items } = photoQueueAnswer.parse(
    await (await petugas.send("GET", "/api/officer/photos")).json(),
  );
  return items.find(({ employeeId }) => employeeId === person.id);
}

const photoNow = async () =>
  personPhotoAnswer.parse(await (await petugas.send("GET", path())).json());

/** What the officer sees now, as a decision names it. */
async function seen() {
  const { photoId, review } = await photoNow();
  return { photoId, ...(review && { reviewedAt: review.at }) };
}

/** The penyetuju agrees to the one request about this person. */
async function agrees(): Promise<string | undefined> {
  const lists = await penyetuju.send("GET", "/api/accounts/approvals");
  const { waiting } = agencyApprovalList.parse(await lists.json());
  const [request] = waiting.filter(({ subject }) => subject.id === person.id);
  await penyetuju.send("POST", `/api/accounts/approvals/${request?.id}/approve`);
  await cloud.waitUntilIdle();
  return request?.change.kind;
}

test("a photo waits, an officer sees it, and asks for a new one; its holder reads why and keeps the card", async () => {
  const photoId = await sends(4);
  expect(await waitingNow()).toMatchObject({ photoId, review: { state: "waiting" } });
  const picture = await petugas.send("GET", path("/picture"));
  expect(picture.headers.get("content-type")).toBe("image/png");
  expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(10_000);

  const body = { ...(await seen()), faults: ["dress"], note: "Atribut belum dipakai." };
  await petugas.send("POST", path("/new"), body);
  // The second of two officers learns that it was decided.
  const { photoId: same, reviewedAt } = body;
  const stale = { photoId: same, ...(reviewedAt && { reviewedAt }) };
  await expect(petugas.send("POST", path("/approve"), stale)).rejects.toThrow(
    /409.*photo-reviewed/,
  );
  await cloud.waitUntilIdle();
  expect(await waitingNow()).toBeUndefined();
  expect(await holder.readCard()).toMatchObject({
    state: "drawn",
    photoAsked: { state: "new-asked", faults: ["dress"], note: "Atribut belum dipakai." },
  });
  const told = await (await holder.send("GET", "/api/me/notifications")).text();
  expect(told).toContain("photo-new-asked");
}, 120_000);

test("a new photo ends the request and waits in its turn; one that is found fitting waits no more", async () => {
  await sends(5);
  expect((await holder.readCard()).photoAsked).toBeUndefined();
  expect(await waitingNow()).toMatchObject({ review: { causes: ["asked"] } });
  expect((await photoNow()).follows).toMatchObject({
    ...{ state: "new-asked", name: expect.stringContaining("Bagas Lihatanto") },
    ...{ faults: ["dress"], note: "Atribut belum dipakai." },
  });
  await petugas.send("POST", path("/approve"), await seen());
  expect(await waitingNow()).toBeUndefined();
  expect(await photoNow()).toMatchObject({ review: { state: "approved" } });
}, 120_000);

test("two take a photo away: the card is gone at once, and its holder reads why", async () => {
  const reason = "Wajah pada foto bukan pemegang kartu.";
  const body = { ...(await seen()), faults: ["likeness"], reason, requestId: randomUUID() };
  await petugas.send("POST", path("/revoke"), body);
  // Nobody calls it fitting meanwhile.
  expect((await photoNow()).revocationAsked).toBe(true);
  const approving = petugas.send("POST", path("/approve"), await seen());
  await expect(approving).rejects.toThrow(/409.*revocation-asked/);
  expect((await holder.readCard()).state).toBe("drawn");
  expect(await agrees()).toBe("photo-revoke");

  expect(await holder.readCard()).toMatchObject({
    state: "no-photo",
    photoAsked: { state: "revoked", faults: ["likeness"], note: reason },
  });
  await expect(petugas.send("GET", path("/picture"))).rejects.toThrow("404");
}, 120_000);

test("a photo from the counter passes the judge and is on the card once a second officer agrees", async () => {
  const form = photoUploadAnswer.parse(await (await petugas.send("POST", path("s"))).json());
  await petugas.fillIn(form, await portraitPng(6));
  await cloud.waitUntilIdle();
  const sent = path(`s/${form.photoId}`);
  expect(await (await petugas.send("GET", sent)).json()).toMatchObject({ state: "accepted" });
  const preview = `${sent}/preview/front-portrait`;
  const bytesSeenBy = async (by: HttpHolder) =>
    (await (await by.send("GET", preview)).arrayBuffer()).byteLength;
  expect(await bytesSeenBy(petugas)).toBeGreaterThan(10_000);
  await expect(penyetuju.send("GET", preview)).rejects.toThrow("404");
  await expect(holder.send("POST", `/api/me/photos/${form.photoId}/confirm`)).rejects.toThrow(
    "404",
  );
  const reason = "KTP-el diperlihatkan di loket.";
  await petugas.send("POST", `${sent}/ask`, { reason, requestId: randomUUID() });
  expect(await bytesSeenBy(penyetuju)).toBeGreaterThan(10_000);
  const picture = async () => await penyetuju.send("GET", `${sent}/picture`);
  expect((await (await picture()).arrayBuffer()).byteLength).toBeGreaterThan(10_000);
  expect((await holder.readCard()).state).toBe("no-photo");
  expect(await agrees()).toBe("photo");
  await expect(penyetuju.send("GET", preview)).rejects.toThrow("404");
  await expect(picture()).rejects.toThrow("404");

  expect(await holder.readCard()).toMatchObject({ state: "drawn" });
  const { photoId, history } = await photoNow();
  expect(photoId).toBe(form.photoId);
  expect(history.map(({ action }) => action).slice(0, 6)).toEqual([
    ...["photo-confirmed", "photo-revoked", "photo-approved", "photo-confirmed"],
    ...["photo-new-asked", "photo-confirmed"],
  ]);
  expect(history[0]).toMatchObject({ reason, approvedBy: { name: expect.any(String) } });
  const told = await (await holder.send("GET", "/api/me/notifications")).text();
  expect(told).toContain("photo-brought");
}, 120_000);

test("officers of another agency see nothing of it", async () => {
  const other = await world.newcomer({ like: "Budi Petugasanto", name: "Beni Lainanto" });
  const stranger = new HttpHolder(cloud.siteUrl);
  await stranger.signIn(other.employee.nip, world.nextCode(other.employee.nip));
  for (const rest of ["", "/picture"])
    await expect(stranger.send("GET", path(rest))).rejects.toThrow("404");
}, 120_000);
