/** Shows the last card that this browser keeps. No framework and no network: all of it lies on the device. */
import type { PathOf } from "../api/api-routes.ts";
import { keepAwake } from "../card/keep-awake.ts";
import { reserveShape } from "../card/shape.ts";
import { closeDialog, openDialog } from "../components/open-dialog.ts";
import { href } from "../language.ts";
import { card as words } from "../messages/card.ts";
import { cardOffline as text } from "../messages/card-offline.ts";
import { element } from "../verify/element.ts";
import { find } from "../verify/find.ts";
import { findCard, findFace, type KeptCard, type Side, sides } from "./kept-card.ts";

const full = find("full", HTMLDialogElement);
const enlarge = find("enlarge", HTMLButtonElement);

async function show(): Promise<void> {
  const card = await findCard();
  const faces = await Promise.all(sides.map(findFace));
  const [front, back] = faces.map((face) => face && URL.createObjectURL(face));
  if (!card || !front || !back) return showNone();
  showWords(card);
  const addresses = { front, back };
  const turn = (side: Side) => showSide(card, side, addresses[side]);
  turn("front");
  for (const side of sides) find(side, HTMLButtonElement).onclick = () => turn(side);
}

function showNone(): void {
  find("none", HTMLElement).hidden = false;
}

function showWords({ asOfText, facts, shape, language }: KeptCard): void {
  reserveShape(shape);
  find("as-of", HTMLElement).textContent = text.asOf(asOfText);
  const lines = facts.map(([term, value]) =>
    element("div", {}, element("dt", {}, term), element("dd", { translate: "no" }, value)),
  );
  const list = element("dl", { class: "card-facts", lang: language }, ...lines);
  const place = find("words", HTMLElement);
  place.append(list);
  place.hidden = false;
  find("kept", HTMLElement).hidden = false;
}

function showSide({ shape }: KeptCard, side: Side, address: string): void {
  const image = (alt: string, kind: string) => element("img", { class: kind, src: address, alt });
  enlarge.querySelector("img")?.remove();
  enlarge.prepend(image(words.faceAlt(words[side], words[shape]), "card-face"));
  full.querySelector("img")?.remove();
  full.prepend(image("", `full-card-${shape}`));
  for (const each of sides)
    find(each, HTMLButtonElement).setAttribute("aria-pressed", String(each === side));
}

enlarge.onclick = () => {
  openDialog(full);
  const letSleep = keepAwake();
  full.addEventListener("close", letSleep, { once: true });
};
find("close", HTMLButtonElement).onclick = () => closeDialog(full);
addEventListener("online", () => {
  find("online", HTMLElement).textContent = text.online;
});

/** Who signs out in another tab leaves no card here. */
async function lookAgain(): Promise<void> {
  if (document.hidden || find("kept", HTMLElement).hidden) return;
  if (!(await findCard())) location.reload();
}

for (const event of ["pageshow", "focus"]) addEventListener(event, () => void lookAgain());
document.addEventListener("visibilitychange", () => void lookAgain());

/** Whoever opens this page while the site answers is asked who they are there: a card is for its holder. */
async function leaveUnlessSignedIn(): Promise<void> {
  const path: PathOf<"GET /api/session"> = "/api/session";
  const answer = await fetch(`${path}?look=1`);
  if (answer.status === 401) location.replace(href("/kartu"));
}

async function start(): Promise<void> {
  await show().catch(showNone);
  leaveUnlessSignedIn().catch(() => {
    // No answer: that is what the page is for.
  });
  // Below what is there now.
  find("again", HTMLElement).hidden = false;
}

void start();
