/** What this device has for checks without the network, and how it gets it. */
import type { Language } from "../addresses.ts";
import { wait } from "../api/backoff.ts";
import { language } from "../language.ts";
import { scanAnswer } from "../messages/scan-answer.ts";
import { find } from "../verify/find.ts";
import { ageText } from "./age-text.ts";
import { type KnownPart, keptParts, known, statusPart } from "./known-lists.ts";

const text = scanAnswer.readiness;
/** More parts than all civil servants need, several times over. */
const mostParts = 512;

/** After so long a part that is kept is asked for anew when the page is opened: the list's own «ttl» (decision 0075). */
const renewMs = 6 * 3_600_000;
/** Nobody waits for it. */
const calm = { patience: 20_000, fresh: renewMs };
/** So many that do not come one after the other are a link that is gone. */
const mostMissing = 3;

/** Whose requests go past the worker, nothing of theirs is kept by it. @throws when there is none, or none in time */
async function comes(worker: () => ServiceWorker | null | undefined): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (worker()) return;
    await wait(100);
  }
  throw new Error("No service worker came.");
}

interface Had {
  /** How old a list may be, hours. */
  readonly hours: number;
  readonly parts: readonly KnownPart[];
  /** How many did not come. */
  readonly missing: number;
}

/** What the page has for this. */
interface OfPage {
  /** Brings what reads codes. */
  readonly loadReader: () => Promise<unknown>;
  /** The service worker of the page in a language. */
  readonly register: (of: Language) => Promise<ServiceWorkerRegistration> | undefined;
}

/** Says how ready the device is, brings what is kept up to date, and lets somebody prepare the rest. */
export async function showReadiness({ loadReader, register }: OfPage): Promise<void> {
  const [ready, button] = [find("ready", HTMLElement), find("prepare", HTMLButtonElement)];
  button.onclick = async () => {
    button.disabled = true;
    try {
      // Without it neither the page itself nor what reads codes stays here.
      await register(language);
      await comes(() => navigator.serviceWorker?.controller);
      await loadReader();
      // The other language is one press away. Once it is in place its worker keeps that page.
      const other = await register(language === "en" ? "id" : "en");
      await comes(() => other?.active);
      const had = await prepare((part) => {
        ready.textContent = text.preparing(part + 1);
      });
      // A browser deletes the least used first, unless it is asked not to.
      await navigator.storage?.persist?.();
      ready.textContent = readinessText(had);
    } catch {
      ready.textContent = text.failed;
    }
    button.disabled = false;
  };
  offerInstalling(find("install", HTMLButtonElement));
  try {
    ready.textContent = readinessText(await refresh());
  } finally {
    button.disabled = false;
  }
}

/**
 * The parts that were needed once are asked for anew: all of them, so that nobody learns which card is in somebody's hand now, and one after
 * the other, so that a weak link brings each.
 */
async function refresh(): Promise<Had> {
  const told = await known();
  const parts: KnownPart[] = [];
  if (typeof told === "string") return { parts, missing: 0, hours: 0 };
  for (const part of await keptParts()) {
    const status = await statusPart(part, told.list, calm);
    if (status && status !== "absent") parts.push(status);
  }
  return { parts, missing: 0, hours: told.statusHours };
}

/** All that the site has. @throws when it does not arrive */
async function prepare(onPart: (part: number) => void): Promise<Had> {
  const told = await known();
  if (typeof told === "string") throw new Error("There is no list of keys.");
  const parts: KnownPart[] = [];
  let [missing, inARow] = [0, 0];
  for (let part = 0; part < mostParts; part++) {
    onPart(part);
    const status = await statusPart(part, told.list, { ...calm, fresh: 0 });
    if (status === "absent") break;
    inARow = status ? 0 : inARow + 1;
    if (inARow > mostMissing) throw new Error("The link is gone.");
    if (status) parts.push(status);
    else missing += 1;
  }
  return { parts, missing, hours: told.statusHours };
}

function readinessText({ parts, missing, hours }: Had): string {
  if (parts.length === 0) return text.none;
  const oldest = Math.min(...parts.map(({ issuedAt }) => issuedAt.getTime()));
  const age = ageText(new Date(), new Date(oldest));
  // Then each answer is «belum bisa dicek».
  if (Date.now() - oldest > hours * 3_600_000) return text.old(age);
  const told = text.some(parts.length, age);
  return missing > 0 ? `${told} ${text.missing(missing)}` : told;
}

/** As Chromium's browsers offer it; in others the browser's own menu installs a page. */
function offerInstalling(button: HTMLButtonElement): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    button.hidden = false;
    button.onclick = () => {
      button.hidden = true;
      if ("prompt" in event && typeof event.prompt === "function") event.prompt();
    };
  });
}
