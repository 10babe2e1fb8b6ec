/** Brings the page that scans cards to life: camera or picture, a code, an answer. No framework; what answers comes by itself later. */

import type { Language } from "../addresses.ts";
import { wait } from "../api/backoff.ts";
import { language } from "../language.ts";
import { scan as text } from "../messages/scan.ts";
import { tellBeforeErrorPages } from "../offline/before-error-pages.ts";
import { find } from "../verify/find.ts";
import { workerAddress } from "../worker-address.ts";
import { scanWorker } from "./addresses.ts";
import { type Camera, drawnFile, openCamera } from "./camera.ts";
import { readerOf } from "./reader.ts";

const asking = find("asking", HTMLElement);
const cameraButton = find("camera", HTMLButtonElement);
const torchButton = find("torch", HTMLButtonElement);
const picture = find("picture", HTMLInputElement);
const busy = find("busy", HTMLElement);
const problem = find("problem", HTMLElement);
const result = find("result", HTMLElement);

/** Between two pictures of the camera, ms: a phone's battery and a hand's patience. */
const pauseMs = 120;

let camera: Camera | undefined;
let byCamera = false;
let answers: Promise<typeof import("./answers.ts")> | undefined;

/** The address is the build's own. */
function loadAnswers() {
  answers ??= import(import.meta.env.ANSWER_MODULE ?? "");
  answers.catch(() => {
    answers = undefined;
  });
  return answers;
}

function say(words: string): void {
  busy.textContent = words;
}

function showProblem(why: string): void {
  say("");
  problem.textContent = why;
  problem.hidden = false;
  problem.focus();
}

async function turnOn(): Promise<void> {
  const opened = await openCamera(find("video", HTMLVideoElement));
  if (typeof opened === "string") return showProblem(text[opened]);
  camera = opened;
  byCamera = true;
  find("stage", HTMLElement).hidden = false;
  cameraButton.textContent = text.stop;
  torchButton.hidden = !camera.torch;
  const code = await codeBefore(camera);
  if (code !== undefined) await answer(code);
}

/** @returns undefined when the camera was turned off before it saw a code */
async function codeBefore(seeing: Camera): Promise<string | undefined> {
  const read = await readerOf(() => say(text.loading));
  say(text.looking);
  while (camera === seeing) {
    const view = seeing.draw();
    const code = view && (await read(view));
    if (code && camera === seeing) return code;
    await wait(pauseMs);
  }
  return undefined;
}

function turnOff(): void {
  camera?.stop();
  camera = undefined;
  find("stage", HTMLElement).hidden = true;
  cameraButton.textContent = text.camera;
  torchButton.hidden = true;
  torchButton.setAttribute("aria-pressed", "false");
  say("");
}

async function readPicture(): Promise<void> {
  const [file] = picture.files ?? [];
  if (!file) return;
  byCamera = false;
  const view = await drawnFile(file).catch(() => undefined);
  if (!view) return showProblem(text.noPicture);
  const read = await readerOf(() => say(text.loading));
  say(text.reading);
  const code = await read(view);
  // The same file may be chosen again.
  picture.value = "";
  if (code === undefined) return showProblem(text.noCode);
  await answer(code);
}

/** Which scan is the newest: an answer that comes late is of a card that is no longer there. */
let scans = 0;

async function answer(code: string): Promise<void> {
  const own = ++scans;
  turnOff();
  say(text.checking);
  const { answerTo } = (await loadAnswers()).answers;
  const shown = await answerTo(code);
  if (own !== scans) return;
  const [heading] = shown;
  result.replaceChildren(...shown);
  say("");
  result.hidden = false;
  asking.hidden = true;
  document.title = `${heading.textContent} – ${text.title}`;
  heading.focus();
}

/** What fails here is what did not arrive: each other thing has words of its own. */
function run(act: () => Promise<void>): void {
  problem.hidden = true;
  act().catch(() => {
    turnOff();
    showProblem(text.noReader);
  });
}

cameraButton.onclick = () => (camera ? turnOff() : run(turnOn));
picture.onchange = () => run(readPicture);
torchButton.onclick = () => {
  const isOn = torchButton.getAttribute("aria-pressed") !== "true";
  torchButton.setAttribute("aria-pressed", String(isOn));
  void camera?.torch?.(isOn);
};
result.addEventListener("click", ({ target }) => {
  if (!(target instanceof HTMLElement) || target.id !== "next") return;
  result.hidden = true;
  asking.hidden = false;
  document.title = text.title;
  cameraButton.focus();
  // Who chose a picture chooses the next one.
  if (byCamera) run(turnOn);
});
// A phone in a pocket films nothing.
document.addEventListener("visibilitychange", () => document.hidden && turnOff());
cameraButton.disabled = false;
document.getElementById("not-started")?.remove();
/** Without the network it answers with this page. A browser that has none works as long as there is one. */
const register = (of: Language) =>
  navigator.serviceWorker?.register(workerAddress(scanWorker(of)), { updateViaCache: "none" });
// Who prepares hears of it.
register(language)?.catch(() => {});
tellBeforeErrorPages(text.needsNetwork);

/** What answers is not needed before the page is there: on a weak link it comes when somebody begins, or once all is calm. */
const calmMs = 2000;
let isBegun = false;

function begin(): void {
  if (isBegun) return;
  isBegun = true;
  void loadAnswers()
    .then(({ answers: { showReadiness } }) =>
      showReadiness({ loadReader: () => readerOf(() => {}, true), register }),
    )
    .catch(() => {});
}

for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, begin);
addEventListener("load", () => setTimeout(begin, calmMs));
