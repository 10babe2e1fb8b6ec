/** Brings the pages that check a card to life: captcha, question, answer. No framework; they are at a counter's weak link. */
import type { CaptchaChallenge } from "#shared/captcha/captcha.ts";
import type { AskedCard } from "#shared/verification/verify-card.ts";
import type { BodyOf } from "../api/api-routes.ts";
import { solve } from "../captcha/proof-of-work.ts";
import { verify as text } from "../messages/verify.ts";
import { call, isOfCaptcha, Refusal } from "./call.ts";
import { find } from "./find.ts";
import { keepPass, keptPass } from "./pass.ts";
import { readingBy } from "./reading.ts";
import type { Reported } from "./report.ts";

type Request = BodyOf<"POST /api/verify">;
type Captcha = Request["captcha"];

const form = find("form", HTMLFormElement);
const captchaPart = find("captcha", HTMLElement);
const image = find("image", HTMLImageElement);
const answerInput = find("answer", HTMLInputElement);
const submit = find("submit", HTMLButtonElement);
const progress = find("progress", HTMLProgressElement);
const busy = find("busy", HTMLElement);
const problem = find("problem", HTMLElement);

const reading = readingBy(
  find("listen", HTMLElement),
  () => challenge?.image?.token,
  () => showProblem(text.notHeard),
);

let challenge: CaptchaChallenge | undefined;
let byWork = false;
let checking = false;
/** What the card is checked again for to report. */
let wanted: Reported | undefined;
/** What shows an answer; undefined when it did not arrive. */
let result: Promise<typeof import("./result.ts") | undefined> | undefined;

/** It comes while somebody answers the captcha, so that the first view is small. The address is the build's own. */
function loadResult(): typeof result {
  result = import(import.meta.env.RESULT_MODULE ?? "").catch(() => undefined);
  return result;
}

/** @param missed told of what came instead @returns whether it came */
async function loadChallenge(
  missed: (error: unknown) => unknown = showUnchecked,
): Promise<boolean> {
  challenge = undefined;
  reading.stop();
  image.src = "data:,";
  try {
    challenge = await call("GET /api/verify/captcha");
    if (challenge.image) image.src = `data:image/png;base64,${challenge.image.png}`;
    // So many answers come from this network that only work opens.
    else chooseWay(true);
    find("ways", HTMLElement).hidden = !challenge.image;
    return true;
  } catch (error) {
    await missed(error);
    return false;
  }
}

/** @returns undefined when there is nothing to send yet; the page says why */
async function captchaAnswer(): Promise<Captcha | undefined> {
  const pass = keptPass();
  if (captchaPart.hidden && pass) return { pass };
  if (captchaPart.hidden) {
    return (await askForCaptcha()) ? showProblem(text.over) : undefined;
  }
  if (!challenge) await loadChallenge();
  if (!challenge) return undefined;
  const { image: shown, work } = challenge;
  if (byWork || !shown) {
    return await solve(work, (share) => {
      progress.value = Math.round(share * 100);
      busy.textContent = text.working(Math.floor(share * 10) * 10);
    });
  }
  const typed = answerInput.value.trim();
  return typed ? { token: shown.token, text: typed } : showProblem(text.empty, answerInput);
}

async function check(asked: AskedCard): Promise<void> {
  const captcha = await captchaAnswer();
  if (!captcha || form.hidden) return;
  busy.textContent = text.checking;
  try {
    const shown = (await result) ?? (await loadResult());
    if (!shown) throw new Error("What shows the answer did not come.");
    const answer = await call("POST /api/verify", { ...asked, captcha });
    keepPass(answer.pass);
    // Who went back meanwhile stays there.
    if (form.hidden) return;
    form.hidden = true;
    const typed = "serial" in asked;
    const told = { typed, wanted, toReport };
    const place = find("result", HTMLElement);
    const heading = shown.showResult(place, answer, told);
    document.title = `${heading.textContent} – ${text.title}`;
    // Who wants to report has seen the answer.
    const question = wanted && place.querySelector<HTMLElement>("[role]");
    (question || heading).focus();
  } catch (error) {
    if (!form.hidden) await recover(error, captcha);
  }
}

/** A captcha that was sent may be used up, whatever came back, and so may a pass. */
async function recover(error: unknown, captcha: Captcha): Promise<void> {
  answerInput.value = "";
  if (!(error instanceof Refusal && isOfCaptcha(error))) {
    keepPass(undefined);
    captchaPart.hidden = false;
    return await showUnchecked(error);
  }
  showProblem("pass" in captcha ? text.over : text.wrong, answerInput);
  await askForCaptcha();
}

/** There is no answer about the card: that is a result, too. Where what shows results did not come, the form says so. */
async function showUnchecked(error: unknown): Promise<void> {
  const { code, reference } = error instanceof Refusal ? error.problem : {};
  const disturbed = code === "busy" ? "busy" : "disturbed";
  const why = error instanceof Refusal ? disturbed : "noAnswer";
  const shown = (await result) ?? (await loadResult());
  if (!shown) return showProblem(text.noAnswer);
  form.hidden = true;
  const place = find("result", HTMLElement);
  const act = async () => {
    place.hidden = true;
    form.hidden = false;
    document.title = text.title;
    document.querySelector("h1")?.focus();
    await loadChallenge();
  };
  const heading = shown.showUnchecked(place, why, { reference, act });
  document.title = `${heading.textContent} – ${text.title}`;
  heading.focus();
}

async function askForCaptcha(): Promise<boolean> {
  keepPass(undefined);
  captchaPart.hidden = false;
  return await loadChallenge();
}

/**
 * Who checked by a pass wants to report: the card is checked once more, by a captcha. The pass stays.
 * @param back leads to the answer, as it was
 * @returns whether that captcha came; if not, the answer stays
 */
async function toReport(what: Reported, back: HTMLElement): Promise<boolean> {
  if (!(await loadChallenge(() => undefined))) return false;
  const place = find("result", HTMLElement);
  const shown = [...place.childNodes];
  const { title } = document;
  wanted = what;
  captchaPart.hidden = false;
  submit.after(" ", back);
  back.onclick = () => {
    reading.stop();
    back.remove();
    form.hidden = true;
    place.replaceChildren(...shown);
    place.hidden = false;
    document.title = title;
    place.querySelector("h2")?.focus();
  };
  place.hidden = true;
  form.hidden = false;
  showProblem(text.toReport);
  // Nothing went wrong.
  problem.className = "";
  document.title = text.title;
  return true;
}

/** Says what is wrong. @param input that it is wrong with */
export function showProblem(why: string, input?: HTMLInputElement): undefined {
  document.title = text.errorPrefix + text.title;
  if (input !== answerInput || !byWork) input?.setAttribute("aria-invalid", "true");
  problem.className = "problem";
  problem.textContent = why;
  problem.hidden = false;
  problem.focus();
}

function forgetProblem(): void {
  problem.hidden = true;
  for (const input of form.querySelectorAll("input")) input.removeAttribute("aria-invalid");
  document.title = text.title;
}

function chooseWay(work: boolean): void {
  byWork = work;
  // Its button goes with the image.
  if (work) reading.stop();
  find("image-way", HTMLElement).hidden = work;
  find("work-way", HTMLElement).hidden = !work;
  find("by-image", HTMLElement).setAttribute("aria-pressed", String(!work));
  find("by-work", HTMLElement).setAttribute("aria-pressed", String(work));
}

/** @param asked what is asked about; undefined when it is incomplete, and the page has said so @param wanted whether to report it */
export function startChecking(asked: () => AskedCard | undefined, wanted = false): void {
  form.onsubmit = async (event) => {
    event.preventDefault();
    if (checking) return;
    checking = true;
    forgetProblem();
    const card = asked();
    if (card) await check(card);
    busy.textContent = "";
    checking = false;
  };
  for (const [id, work] of [
    ["by-image", false],
    ["by-work", true],
  ] as const)
    find(id, HTMLElement).onclick = () => {
      // What was said of one way is not true of the other.
      forgetProblem();
      chooseWay(work);
    };
  for (const touch of ["input", "click"])
    form.addEventListener(touch, () => void loadResult(), { once: true });
  find("refresh", HTMLElement).onclick = () => void loadChallenge();
  find("listen", HTMLElement).onclick = () => {
    forgetProblem();
    reading.press();
  };
  submit.disabled = false;
  document.getElementById("not-started")?.remove();
  // A report costs a captcha.
  captchaPart.hidden = !wanted && keptPass() !== undefined;
  if (!captchaPart.hidden) void loadChallenge();
}
