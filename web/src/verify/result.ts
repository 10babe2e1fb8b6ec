/** The answer, shown: word, icon and colour, what to do next, and for a valid card whom to compare with it. */

import { usualZone } from "#shared/runtime/zone.ts";
import type { VerifyAnswer } from "#shared/verification/verify-answer.ts";
import { dayText, instantText } from "../clock-text.ts";
import { href } from "../language.ts";
import { verifyResult as text } from "../messages/verify-result.ts";
import { byHandPath } from "./address.ts";
import { documentFactsOf, factsOf, looks, type Unchecked, uncheckedLooks } from "./answer-words.ts";
import { element } from "./element.ts";
import { factList } from "./fact-list.ts";
import { type Reported, reportByCaptcha, reporting, suspecting, type ToReport } from "./report.ts";
import { svgIcon } from "./svg-icon.ts";

type Result = VerifyAnswer["result"];

/** Behind the others stands no person: there is nobody to look. */
const isHeld = ({ result }: VerifyAnswer) => looksOfCards.includes(result);
const looksOfCards: readonly Result[] = ["valid", "upcoming", "suspended", "ended", "superseded"];

interface Shown {
  /** Whether somebody typed what was asked about, and may have mistyped it. */
  readonly typed: boolean;
  /** What the card was checked again for to report. */
  readonly wanted: Reported | undefined;
  /** Asks for the captcha that a report costs. */
  readonly toReport: ToReport;
}

/** Fills `place` and returns the heading, to take the focus. Long: what is shown, in its order. */
export function showResult(
  place: HTMLElement,
  answer: VerifyAnswer,
  { typed, wanted, toReport }: Shown,
): HTMLElement {
  const { result, checkedAt, card, site, report } = answer;
  const { code, word, next } = text.results[result];
  const heading = element("h2", {}, icon(result), word);
  heading.className = looks[result][0];
  heading.tabIndex = -1;
  const photo = card && face(card.photo);
  const meaning = element("p", {}, typed && result === "unknown" ? text.mistyped : next);
  /** The record says the same as before; whoever looks up reads no unclouded «Sah». Of another card it says what it said. */
  const reported = (now: typeof text.reported, other: HTMLElement | "" | undefined) => {
    if (other) other.remove();
    if (result !== "valid") return;
    heading.replaceChildren(icon("specimen"), now.word);
    heading.className = "caution";
    meaning.textContent = now.next;
    // Who has compared them is not asked to.
    photo?.lastChild?.remove();
    document.title = document.title.replace(word, now.word);
  };
  const byPass = !report && isHeld(answer);
  const suspect =
    report &&
    suspecting({
      ...{ mark: report, isWanted: wanted === "card" || (wanted === "photo" && !card) },
      onReported: () => reported(text.suspectReported, photoReport),
    });
  const photoReport =
    report &&
    card &&
    reporting({
      ...{ mark: report, isWanted: wanted === "photo" },
      onReported: () => reported(text.reported, suspect),
    });
  place.replaceChildren(
    heading,
    meaning,
    ...(photo ? [photo] : []),
    ...(photoReport ? [photoReport] : []),
    ...(byPass && card ? [reportByCaptcha("photo", toReport)] : []),
    ...factsShown(answer),
    ...(suspect ? [suspect] : []),
    ...(byPass ? [reportByCaptcha("card", toReport)] : []),
    element(
      "p",
      {},
      `${text.code}: ${code}. ${text.checkedAt} ${instantText(checkedAt, usualZone)}.`,
    ),
    element("p", { class: "hint" }, text.site(site)),
    element("p", {}, element("a", { href: "" }, text.again)),
    element("p", {}, element("a", { href: href(byHandPath) }, text.next)),
  );
  place.hidden = false;
  return heading;
}

/**
 * Says that there is no answer about the card, and why, as one of the results.
 * @param reference of what failed, if the server gave one
 * @param act begins the check again
 */
export function showUnchecked(
  place: HTMLElement,
  why: Unchecked,
  { reference, act }: { readonly reference: string | undefined; readonly act: () => unknown },
): HTMLElement {
  const { code, word, next } = text.unchecked[why];
  const [colour, path] = uncheckedLooks[why];
  const heading = element("h2", { class: colour, tabindex: "-1" }, svgIcon(path), word);
  const again = element("button", { type: "button" }, text.tryAgain);
  again.onclick = act;
  const at = instantText(new Date().toISOString(), usualZone);
  place.replaceChildren(
    heading,
    element("p", {}, next),
    element("p", {}, again),
    element("p", {}, `${text.code}: ${code}. ${text.triedAt} ${at}.`),
    ...(reference ? [element("p", {}, text.reference(reference))] : []),
  );
  place.hidden = false;
  return heading;
}

function factsShown({ card, document: paper }: VerifyAnswer): HTMLElement[] {
  const instant = (at: string) => instantText(at, usualZone);
  return [
    ...(card ? [factList(factsOf(card, text.fields, dayText))] : []),
    ...(paper ? [factList(documentFactsOf(paper, text.document, instant))] : []),
  ];
}

function face(photo: string): HTMLElement {
  const image = element("img", { src: photo, alt: text.photoAlt, width: "225", height: "288" });
  return element("p", {}, image, element("br", {}), text.compare);
}

const icon = (result: Result): SVGElement => svgIcon(looks[result][1]);
