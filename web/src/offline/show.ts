/** Shows the last card that this browser keeps. No framework and no network: all of it lies on the device. */
import type { PathOf } from "../api/api-routes.ts";
import { keepAwake } from "../card/keep-awake.ts";
import { reserveShape, type Shape } from "../card/shape.ts";
import { closeDialog, openDialog } from "../components/open-dialog.ts";
import { href } from "../language.ts";
import { card as words } from "../messages/card.ts";
import { cardOffline as text } from "../messages/card-offline.ts";
import { element } from "../verify/element.ts";
import { find } from "../verify/find.ts";
import { tellBeforeErrorPages } from "./before-error-pages.ts";
import {
  facesIn,
  findCard,
  findFace,
  type KeptCard,
  type Side,
  shapes,
  sides,
} from "./kept-card.ts";

const full = find("full", HTMLDialogElement);
const enlarge = find("enlarge", HTMLButtonElement);

/** The addresses of both sides in a shape. */
type Faces = Readonly<Record<Side, string>>;

async function show(): Promise<void> {
  const card = await findCard();
  if (!card) return showNone();
  const faces = {
    portrait: await addressesIn("portrait"),
    landscape: await addressesIn("landscape"),
  };
  const kept = shapes.filter((each) => faces[each]);
  const [first] = kept;
  if (!first) return showNone();
  showWords(card);
  let side: Side = "front";
  let shape = kept.includes(card.shape) ? card.shape : first;
  const draw = () => showFace(side, shape, faces[shape]?.[side] ?? "");
  for (const each of sides)
    find(each, HTMLButtonElement).onclick = () => {
      side = each;
      draw();
    };
  for (const each of shapes)
    find(each, HTMLButtonElement).onclick = () => {
      shape = each;
      draw();
    };
  // The other one may not have arrived while there was a network.
  find("shapes", HTMLFieldSetElement).hidden = kept.length < shapes.length;
  draw();
}

/** @returns undefined unless both sides are there */
async function addressesIn(shape: Shape): Promise<Faces | undefined> {
  const [front, back] = await Promise.all(facesIn(shape).map(findFace));
  return front && back && { front: URL.createObjectURL(front), back: URL.createObjectURL(back) };
}

function showNone(): void {
  find("none", HTMLElement).hidden = false;
}

function showWords({ asOfText, facts, language }: KeptCard): void {
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

function showFace(side: Side, shape: Shape, address: string): void {
  reserveShape(shape);
  const image = (alt: string, kind: string) => element("img", { class: kind, src: address, alt });
  enlarge.querySelector("img")?.remove();
  enlarge.prepend(image(words.faceAlt(words[side], words[shape]), "card-face"));
  full.querySelector("img")?.remove();
  full.prepend(image("", `full-card-${shape}`));
  for (const each of [...sides, ...shapes])
    find(each, HTMLButtonElement).setAttribute(
      "aria-pressed",
      String(each === side || each === shape),
    );
}

for (const button of [enlarge, find("full-screen", HTMLButtonElement)])
  button.onclick = () => {
    openDialog(full);
    const letSleep = keepAwake();
    full.addEventListener("close", letSleep, { once: true });
  };
tellBeforeErrorPages(text.needsNetwork);
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
