/** Who sees that the photo is another person's, or that something else is wrong with the card, says so, asked once more. The thanks tell nothing of the holder. */
import { type Suspicion, suspicions } from "#shared/suspect-card/suspicions.ts";
import type { BodyOf } from "../api/api-routes.ts";
import { verifyResult as text } from "../messages/verify-result.ts";
import { element } from "./element.ts";

/** That the photo is another person's, or that something else is wrong with the card. */
export type Reported = "photo" | "card";

/** Who checked by a pass has no mark: a report costs a captcha. */
export type ToReport = (what: Reported, back: HTMLElement) => Promise<boolean>;

/** @param act leads to that captcha, from which its `back` leads here again */
export function reportByCaptcha(what: Reported, act: ToReport): HTMLElement {
  const back = element("button", { type: "button" }, text.back);
  const word = what === "photo" ? text.report : text.suspect;
  const lead = button(word, async () => {
    const isAsked = await act(what, back);
    lead.disabled = false;
    if (isAsked) place.replaceChildren(lead);
    else sayIn(place, text.reportOutcomes.failed).after(lead);
  });
  const place = element("div", {}, lead);
  return place;
}

interface Suspecting {
  /** The answer's, for this card and photo. */
  readonly mark: string;
  /** Once the report has arrived, before the thanks take the focus. */
  readonly onReported: () => void;
  /** Whether the card was checked for this alone: then it asks at once. */
  readonly isWanted: boolean;
}

export function reporting({ mark, isWanted, onReported }: Suspecting): HTMLElement {
  const place = element("div", {});
  const say = (what: string) => sayIn(place, what);
  const begin = () => place.replaceChildren(button(text.report, ask));
  const ask = () => {
    say(text.reportQuestion).after(
      element("p", { class: "choice" }, button(text.reportSend, send), button(text.cancel, cancel)),
    );
  };
  const cancel = () => {
    begin();
    place.querySelector("button")?.focus();
  };
  const send = async () => {
    isOnItsWay(place);
    const outcome = await sent({ mark });
    if (outcome === "done") onReported();
    const said = say(text.reportOutcomes[outcome]);
    if (outcome === "failed") said.after(button(text.reportSend, send));
  };
  if (isWanted) ask();
  else begin();
  return place;
}

/** What else is wrong with the card: one of a few things, asked once more, and no words about anybody. */
export function suspecting({ mark, isWanted, onReported }: Suspecting): HTMLElement {
  const place = element("div", {});
  const say = (what: string) => sayIn(place, what);
  const begin = () => place.replaceChildren(button(text.suspect, ask));
  const ask = () => {
    const causes = suspicions.map((cause) => button(text.suspicions[cause], () => askMore(cause)));
    say(text.suspectQuestion).after(
      element("p", { class: "choice" }, ...causes, button(text.cancel, cancel)),
    );
  };
  const askMore = (cause: Suspicion) => {
    const yes = button(text.reportSend, () => send(cause));
    say(text.suspectSure(text.suspicions[cause])).after(
      element("p", { class: "choice" }, yes, button(text.cancel, cancel)),
    );
  };
  const cancel = () => {
    begin();
    place.querySelector("button")?.focus();
  };
  const send = async (cause: Suspicion) => {
    isOnItsWay(place);
    const outcome = await sent({ mark, cause });
    if (outcome === "done") onReported();
    const said = say(outcome === "done" ? text.suspected : text.reportOutcomes[outcome]);
    if (outcome === "failed") said.after(button(text.reportSend, () => send(cause)));
  };
  if (isWanted) ask();
  else begin();
  return place;
}

/** What is being sent is not cancelled any more. */
function isOnItsWay(place: HTMLElement): void {
  for (const each of place.querySelectorAll("button")) each.disabled = true;
}

function sayIn(place: HTMLElement, what: string): HTMLElement {
  const said = element("p", { role: "status", tabindex: "-1" }, what);
  place.replaceChildren(said);
  said.focus();
  return said;
}

async function sent(body: BodyOf<"POST /api/verify/report">): Promise<"done" | "over" | "failed"> {
  const headers = { "content-type": "application/json", "x-kartu": "1" };
  const request = { method: "POST", headers, body: JSON.stringify(body) };
  const response = await fetch("/api/verify/report", request).catch(() => undefined);
  if (response?.ok) return "done";
  return response?.status === 422 ? "over" : "failed";
}

function button(word: string, act: () => unknown): HTMLButtonElement {
  const made = element("button", { type: "button" }, word);
  made.onclick = async () => {
    // A second press sends nothing else.
    made.disabled = true;
    await act();
  };
  return made;
}
