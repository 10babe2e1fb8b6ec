/** Who sees that the photo is another person's says so, asked once more. The thanks tell nothing of the holder. */
import type { BodyOf } from "../api/api-routes.ts";
import { verifyResult as text } from "../messages/verify-result.ts";
import { element } from "./element.ts";

/** Who checked by a pass has no mark: a report costs a captcha. @param act leads to it */
export function reportByCaptcha(act: () => Promise<void>): HTMLElement {
  return element("div", {}, button(text.report, act));
}

/** The answer's `mark` is for this photo. */
interface Reporting {
  readonly mark: string;
  /** Whether the photo was checked for this alone: then it asks at once. */
  readonly isWanted: boolean;
  /** Once the report has arrived, before the thanks take the focus. */
  readonly onReported: () => void;
}

export function reporting({ mark, isWanted, onReported }: Reporting): HTMLElement {
  const place = element("div", {});
  const say = (what: string) => {
    const said = element("p", { role: "status", tabindex: "-1" }, what);
    place.replaceChildren(said);
    said.focus();
    return said;
  };
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
    const outcome = await sent({ mark });
    if (outcome === "done") onReported();
    const said = say(text.reportOutcomes[outcome]);
    if (outcome === "failed") said.after(button(text.reportSend, send));
  };
  if (isWanted) ask();
  else begin();
  return place;
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
