import { wait } from "../api/backoff.ts";
import { call, page } from "../api/client.ts";
import { forgetReadings, hasReadings } from "../gate/reading-store.ts";
import { forgetFiles } from "../kept-files.ts";
import { href } from "../language.ts";
import { forgetWork, hasWork } from "../photo/kept-work.ts";
import { forgetPhone } from "../presence/phone-store.ts";
import { forgetEvidence, hasEvidence } from "../request/kept-evidence.ts";
import { hasUnsavedDraft } from "../request/unsaved-draft.ts";
import { scanCache } from "../scan/addresses.ts";
import { tabMemory } from "../storage.ts";
import { askLeaving } from "./ask-leaving.tsx";
import { conceal } from "./conceal.ts";
import { tellSignedOut } from "./other-tabs.ts";
import { rememberedNip, rememberNip } from "./remembered-nip.ts";

/** Nobody stays signed in because a database does not answer. */
const longestAnsweringMs = 1000;
/** Some 3 MB are read, or written, on a phone; nothing where a desk prepared nothing. */
const longestHoldingMs = 3000;

/** Whether «Keluar» was pressed on this page, which a browser may keep and show again. */
export const wasSignedOut = (): boolean => page.isLeft === true;

/** Leaves, unless somebody thinks better of it because work is lost. */
export async function signOut(): Promise<void> {
  const none = wait(longestAnsweringMs).then(() => false);
  const work = Promise.all([hasWork(), hasEvidence(), hasReadings()]).then((has) =>
    has.includes(true),
  );
  const isLosing = hasUnsavedDraft() || (await Promise.race([work, none]));
  if (isLosing && !(await askLeaving())) return;
  await leave();
}

async function hold(): Promise<(() => Promise<void>) | undefined> {
  if (!(await caches.has(scanCache))) return undefined;
  return (await import("../scan/hold-prepared.ts")).holdPrepared();
}

/** Leaves the page even if the server does not answer, because it must not stay open on a shared computer. */
async function leave(): Promise<void> {
  page.isLeft = true;
  conceal();
  // The answer makes the browser delete all storage of this site. «Ingat Saya» shall survive that.
  const nip = rememberedNip();
  // Nor is what a desk prepared here theirs.
  const putBack = await Promise.race([hold().catch(() => {}), wait(longestHoldingMs)]);
  await call("POST /api/session/logout").catch(() => {});
  tabMemory.clear();
  // Not every browser does as it is told by that answer, and none without it.
  const forgets = [forgetWork, forgetEvidence, forgetFiles, forgetPhone, forgetReadings];
  const forgotten = Promise.all(forgets.map((forget) => forget()));
  await Promise.race([forgotten, wait(longestAnsweringMs)]);
  await Promise.race([putBack?.().catch(() => {}), wait(longestHoldingMs)]);
  rememberNip(nip);
  tellSignedOut();
  location.assign(href("/masuk"));
}
