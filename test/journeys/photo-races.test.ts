/** Two people decide about one photo at the same moment: one effect, and the other one reads what happened. */
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { type PersonPhotoAnswer, personPhotoAnswer } from "#shared/photo/review-answers.ts";
import { portraitPng } from "../../local/demo/portrait.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { test, type World } from "./support/world.ts";

/** Who comes first differs from time to time. */
const rounds = 4;

let world: World;
let id: string;
let holder: HttpHolder;
let petugas: HttpHolder;
let other: HttpHolder;

test.beforeAll(async ({ world: given }) => {
  world = given;
  const there = { instansiId: "ins_teladan" };
  const signedIn = async (like: string, name: string) => {
    const person = await world.newcomer({ like, name, ...there });
    const somebody = new HttpHolder(world.cloud.siteUrl);
    await somebody.signIn(person.employee.nip, world.nextCode(person.employee.nip));
    return { person, somebody };
  };
  const owner = await signedIn("Siti Contohwati", "Sekar Bersamawati");
  [id, holder] = [owner.person.id, owner.somebody];
  petugas = (await signedIn("Budi Petugasanto", "Bagas Serentakanto")).somebody;
  // Also penyetuju, who is a petugas too.
  other = (await signedIn("Rahayu Verifikasari", "Ratna Serempakwati")).somebody;
}, 240_000);

const path = (rest = "") => `/api/officer/people/${id}/photo${rest}`;

const photoNow = async () =>
  personPhotoAnswer.parse(await (await petugas.send("GET", path())).json());

async function judged(seed: number): Promise<string> {
  const photoId = await holder.upload(await portraitPng(seed));
  await world.cloud.waitUntilIdle();
  return photoId;
}

/** The same photo in the same state of its review, seen by both. */
async function seen() {
  const { photoId, review } = await photoNow();
  return { photoId, ...(review && { reviewedAt: review.at }) };
}

/** "ok", or why it has no effect. */
async function outcome(request: Promise<unknown>): Promise<string> {
  return await request.then(
    () => "ok",
    (error: unknown) => /409.*?([a-z]+-[a-z-]+)/.exec(String(error))?.[1] ?? String(error),
  );
}

/** What each of the two is answered, and what the history has more. */
async function atOnce(...requests: readonly (() => Promise<unknown>)[]) {
  const before = (await photoNow()).history.length;
  const answers = await Promise.all(requests.map((send) => outcome(send())));
  const now = await photoNow();
  return { answers, now, told: now.history.slice(0, now.history.length - before) };
}

const actionsOf = (told: PersonPhotoAnswer["history"]) => told.map(({ action }) => action);

const askNew = (body: object) => () =>
  other.send("POST", path("/new"), { ...body, faults: ["dress"], note: "" });
const approve = (by: HttpHolder, body: object) => () => by.send("POST", path("/approve"), body);

test("two find it fitting: one does, the other one reads that it is decided", async () => {
  await holder.confirm(await judged(4));
  for (let round = 0; round < rounds; round++) {
    const body = await seen();
    const { answers, told } = await atOnce(approve(petugas, body), approve(other, body));
    expect(answers.toSorted()).toEqual(["ok", "photo-reviewed"]);
    expect(actionsOf(told)).toEqual(["photo-approved"]);
  }
}, 120_000);

test("one finds it fitting while the other one asks for a new one: whoever was first has decided", async () => {
  for (let round = 0; round < rounds; round++) {
    const body = await seen();
    const { answers, now, told } = await atOnce(approve(petugas, body), askNew(body));
    expect(answers.toSorted()).toEqual(["ok", "photo-reviewed"]);
    const isApproved = answers[0] === "ok";
    expect(actionsOf(told)).toEqual([isApproved ? "photo-approved" : "photo-new-asked"]);
    expect(now.review?.state).toBe(isApproved ? "approved" : "new-asked");
  }
}, 120_000);

test("its holder uses another photo while an officer decides: the new one is on the card, and the decision is of the old one or none", async () => {
  for (let round = 0; round < rounds; round++) {
    const photoId = await judged(5 + round);
    const body = await seen();
    const decide = round % 2 === 0 ? approve(petugas, body) : askNew(body);
    const { answers, now, told } = await atOnce(decide, () => holder.confirm(photoId));
    const [decided, confirmed] = answers;
    expect(confirmed).toBe("ok");
    expect(now.photoId).toBe(photoId);
    expect(["ok", "photo-replaced"]).toContain(decided);
    // The newest first: what was decided is of the photo before.
    const earlier = round % 2 === 0 ? "photo-approved" : "photo-new-asked";
    expect(actionsOf(told)).toEqual(["photo-confirmed", ...(decided === "ok" ? [earlier] : [])]);
    expect(["new-asked", "approved"]).not.toContain(now.review?.state);
  }
}, 240_000);

test("one finds it fitting while the other one asks to take it away: never both", async () => {
  for (let round = 0; round < rounds; round++) {
    const body = await seen();
    const revoke = () =>
      other.send("POST", path("/revoke"), {
        ...{ ...body, faults: ["likeness"], reason: "Wajah orang lain." },
        requestId: randomUUID(),
      });
    const { answers, now, told } = await atOnce(approve(petugas, body), revoke);
    const [fits, revoked] = answers;
    if (fits === "ok") {
      expect(["photo-reviewed", "record-changed"]).toContain(revoked);
      expect(now.revocationAsked).toBeUndefined();
      expect(actionsOf(told)).toEqual(["photo-approved"]);
      continue;
    }
    expect(answers).toEqual(["revocation-asked", "ok"]);
    expect(now.revocationAsked).toBe(true);
    expect(told).toEqual([]);
    return;
  }
}, 120_000);
