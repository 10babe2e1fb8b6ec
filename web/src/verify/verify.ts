/** Brings the verify page to life: captcha, question, answer. No framework; the page is at a counter's weak link. */
import type { CaptchaAnswer, CaptchaChallenge } from "#shared/captcha/captcha.ts";
import type { Problem } from "#shared/http/problem-body.ts";
import type { AnswerOf, BodyOf } from "../api/api-routes.ts";
import { solve } from "../captcha/proof-of-work.ts";
import { language } from "../language.ts";
import { verify as text } from "../messages/verify.ts";
import { tokenOf, verifyAddress } from "./address.ts";
import { showResult } from "./result.ts";

const form = find("form", HTMLFormElement);
const image = find("image", HTMLImageElement);
const answerInput = find("answer", HTMLInputElement);
const submit = find("submit", HTMLButtonElement);
const progress = find("progress", HTMLProgressElement);
const busy = find("busy", HTMLElement);
const problem = find("problem", HTMLElement);
const token = tokenOf(location.pathname);

let challenge: CaptchaChallenge | undefined;
let byWork = false;
let checking = false;

async function loadChallenge(): Promise<void> {
  challenge = undefined;
  image.src = "data:,";
  try {
    challenge = await call("GET /api/verify/captcha");
    if (challenge.image) image.src = `data:image/png;base64,${challenge.image.png}`;
    // So many answers come from this network that only work opens.
    else chooseWay(true);
    find("ways", HTMLElement).hidden = !challenge.image;
  } catch (error) {
    showProblem(error);
  }
}

/** @returns undefined when there is nothing to send yet; the page says why */
async function captchaAnswer(): Promise<CaptchaAnswer | undefined> {
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
  if (!typed) showProblemText(text.empty);
  return typed ? { token: shown.token, text: typed } : undefined;
}

async function check(): Promise<void> {
  forgetProblem();
  const captcha = await captchaAnswer();
  if (!captcha) return;
  busy.textContent = text.checking;
  try {
    const answer = await call("POST /api/verify", { token, captcha });
    form.hidden = true;
    const heading = showResult(find("result", HTMLElement), answer);
    document.title = `${heading.textContent} – ${text.title}`;
    heading.focus();
  } catch (error) {
    showProblem(error);
    answerInput.value = "";
    await loadChallenge();
  }
}

class Refusal extends Error {
  declare readonly problem: Partial<Problem>;
  constructor(refused: Partial<Problem>) {
    super();
    this.problem = refused;
  }
}

/** The client's `call`, as small as this page is. */
async function call<Name extends "GET /api/verify/captcha" | "POST /api/verify">(
  name: Name,
  body?: BodyOf<Name>,
): Promise<AnswerOf<Name>> {
  const [method = "", path = ""] = name.split(" ");
  const json = body && {
    headers: { "content-type": "application/json", "x-kartu": "1" },
    body: JSON.stringify(body),
  };
  const response = await fetch(path, { method, ...json });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(answer);
  return answer;
}

function showProblem(error: unknown): void {
  if (!(error instanceof Refusal)) {
    showProblemText(text.noAnswer);
    return;
  }
  const { code, reference, problems } = error.problem;
  const wrong = problems?.some(({ field }) => field === "captcha");
  const tooMany = code === "busy" ? text.tooMany : text.disturbed;
  const why = wrong ? text.wrong : tooMany;
  showProblemText(reference ? `${why} ${text.reference(reference)}` : why);
}

function showProblemText(why: string): void {
  document.title = text.errorPrefix + text.title;
  if (!byWork) answerInput.setAttribute("aria-invalid", "true");
  problem.textContent = why;
  problem.hidden = false;
  problem.focus();
}

function forgetProblem(): void {
  problem.hidden = true;
  answerInput.removeAttribute("aria-invalid");
  document.title = text.title;
}

function chooseWay(work: boolean): void {
  byWork = work;
  find("image-way", HTMLElement).hidden = work;
  find("work-way", HTMLElement).hidden = !work;
  find("by-image", HTMLElement).setAttribute("aria-pressed", String(!work));
  find("by-work", HTMLElement).setAttribute("aria-pressed", String(work));
}

function find<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no #${id}.`);
  return found;
}

form.onsubmit = async (event) => {
  event.preventDefault();
  if (checking) return;
  checking = true;
  await check();
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
find("refresh", HTMLElement).onclick = () => void loadChallenge();
find("language", HTMLAnchorElement).href = verifyAddress(language === "en" ? "id" : "en", token);
submit.disabled = false;
document.getElementById("not-started")?.remove();
void loadChallenge();
