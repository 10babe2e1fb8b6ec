import { call } from "../api/client.ts";
import { href } from "../language.ts";
import { tabMemory } from "../storage.ts";
import { conceal } from "./conceal.ts";
import { tellSignedOut } from "./other-tabs.ts";
import { rememberedNip, rememberNip } from "./remembered-nip.ts";

let isLeaving = false;

/** Whether «Keluar» was pressed on this page, which a browser may keep and show again. */
export const wasSignedOut = (): boolean => isLeaving;

/** Leaves the page even if the server does not answer, because it must not stay open on a shared computer. */
export async function signOut(): Promise<void> {
  isLeaving = true;
  conceal();
  // The answer makes the browser delete all storage of this site. «Ingat Saya» shall survive that.
  const nip = rememberedNip();
  await call("POST /api/session/logout").catch(() => {});
  tabMemory.clear();
  rememberNip(nip);
  tellSignedOut();
  location.assign(href("/masuk"));
}
