/** What a holder and an officer wait for, through the site's real API. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { CardAnswer } from "#shared/card/card-answer.ts";
import type { EmployeeAnswer, EmployeeListAnswer } from "#shared/employee/record-answers.ts";
import type { PhotoAnswer, PhotoUploadAnswer } from "#shared/photo/photo-answers.ts";
import type { Visitor } from "./visitor.ts";

/** Milliseconds between two looks. Much shorter, and the looks themselves would keep the machine from its work. */
const lookAgain = 50;

/** From the first request to the outcome, and the preview of the card with the accepted photo. */
export async function uploadPhoto(holder: Visitor, photo: Buffer): Promise<Waited & Uploaded> {
  const startedAt = performance.now();
  const upload: PhotoUploadAnswer = JSON.parse(await holder.send("POST", "/api/me/photos"));
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append("file", new Blob([new Uint8Array(photo)], { type: "image/png" }), "foto.png");
  const posted = await fetch(upload.url, { method: "POST", body: form });
  if (!posted.ok) throw new Error(`The upload was refused: ${await posted.text()}`);
  const path = `/api/me/photos/${upload.photoId}`;
  const { state, rules } = await until(
    () => holder.get<PhotoAnswer>(path),
    (answer) => answer.state !== "awaiting-upload",
  );
  if (state !== "accepted") throw new Error(`The photo is ${state}: ${JSON.stringify(rules)}`);
  await holder.image(`${path}/preview/front-landscape`);
  return { photoId: upload.photoId, ms: performance.now() - startedAt };
}

interface Waited {
  /** Milliseconds. */
  readonly ms: number;
}

interface Uploaded {
  readonly photoId: string;
}

/** From «Gunakan foto ini» to the new card on the holder's page. */
export async function confirmPhoto(holder: Visitor, photoId: string): Promise<Waited> {
  return untilNewCard(holder, () => holder.send("POST", `/api/me/photos/${photoId}/confirm`));
}

/** From an officer's change of the jabatan to the new card on the holder's page. */
export async function changeJabatan(
  { holder, officer }: { readonly holder: Visitor; readonly officer: Visitor },
  { employeeId, jabatan }: { readonly employeeId: string; readonly jabatan: string },
): Promise<Waited> {
  const path = `/api/officer/employees/${employeeId}`;
  const { revision } = await officer.get<EmployeeAnswer>(path);
  const change = { revision, requestId: randomUUID(), reason: "Pengukuran", changes: { jabatan } };
  return untilNewCard(holder, () => officer.send("PATCH", path, change));
}

export async function findEmployee(officer: Visitor, nip: string): Promise<string> {
  const found = await officer.send("POST", "/api/officer/employees/search", { q: nip });
  const { items }: EmployeeListAnswer = JSON.parse(found);
  const [employee] = items;
  if (!employee) throw new Error("The officer does not find the holder.");
  return employee.id;
}

async function untilNewCard(holder: Visitor, change: () => Promise<unknown>): Promise<Waited> {
  const cardOf = () => holder.get<CardAnswer>("/api/me/card");
  const before = await cardOf();
  const startedAt = performance.now();
  await change();
  const { version } = await until(
    cardOf,
    (card) => card.state === "drawn" && card.version !== before.version,
  );
  await holder.image(`/api/me/card/faces/front-landscape?v=${version}`);
  return { ms: performance.now() - startedAt };
}

async function until<T>(look: () => Promise<T>, isSeen: (seen: T) => boolean): Promise<T> {
  const end = performance.now() + 60_000;
  for (;;) {
    const seen = await look();
    if (isSeen(seen)) return seen;
    if (performance.now() > end) throw new Error("What was waited for did not come in a minute.");
    await sleep(lookAgain);
  }
}
