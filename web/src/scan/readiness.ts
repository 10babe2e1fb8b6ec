/** What this device has for checks without the network, and how it gets it. */
import { scanAnswer } from "../messages/scan-answer.ts";
import { find } from "../verify/find.ts";
import { ageText } from "./age-text.ts";
import { type KnownPart, keptParts, known, statusPart } from "./known-lists.ts";

const text = scanAnswer.readiness;
/** More parts than all civil servants need, several times over. */
const mostParts = 512;

/**
 * Says how ready the device is, brings what is kept up to date, and lets somebody prepare the rest.
 * @param loadReader brings what reads codes; it is the page's, which has one
 */
export async function showReadiness(loadReader: () => Promise<unknown>): Promise<void> {
  const [ready, button] = [find("ready", HTMLElement), find("prepare", HTMLButtonElement)];
  button.onclick = async () => {
    button.disabled = true;
    try {
      const lists = await prepare((part) => {
        ready.textContent = text.preparing(part + 1);
      });
      await loadReader();
      // Without it the page itself is not here when there is no network.
      await navigator.serviceWorker.ready;
      ready.textContent = readinessText(lists);
    } catch {
      ready.textContent = text.failed;
    }
    button.disabled = false;
  };
  offerInstalling(find("install", HTMLButtonElement));
  ready.textContent = readinessText(await refresh());
  button.disabled = false;
}

/** The parts that were needed once are fetched anew: all of them, so that nobody learns which card is in somebody's hand now. */
async function refresh(): Promise<KnownPart[]> {
  const told = await known();
  if (typeof told === "string") return [];
  const { list } = told;
  const parts = await keptParts();
  const lists = await Promise.all(parts.map((part) => statusPart(part, list, new Date())));
  return lists.filter((each) => each !== undefined);
}

/** All that the site has. @throws when it does not arrive */
async function prepare(onPart: (part: number) => void): Promise<KnownPart[]> {
  const told = await known();
  if (typeof told === "string") throw new Error("There is no list of keys.");
  const { list } = told;
  const lists: KnownPart[] = [];
  for (let part = 0; part < mostParts; part++) {
    onPart(part);
    const status = await statusPart(part, list, new Date());
    if (!status) break;
    lists.push(status);
  }
  return lists;
}

function readinessText(lists: readonly KnownPart[]): string {
  const [oldest] = lists
    .map(({ issuedAt }) => issuedAt)
    .toSorted((a, b) => a.getTime() - b.getTime());
  return oldest ? text.some(lists.length, ageText(new Date(), oldest)) : text.none;
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
