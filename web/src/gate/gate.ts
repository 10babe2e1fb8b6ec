/** Brings the page of a gate to life: the list of phones, the camera, what was read, and what became of it. No framework. */
import type { CodeOutcome } from "#shared/gate/gate-answers.ts";
import { Gate, isListOld, listMinutes } from "#shared/presence/gate.ts";
import { wait } from "../api/backoff.ts";
import { Refusal } from "../api/client.ts";
import { gateText as text } from "../messages/gate.ts";
import { type Camera, openCamera } from "../scan/camera.ts";
import { readerOf } from "../scan/reader.ts";
import { element } from "../verify/element.ts";
import { find } from "../verify/find.ts";
import { askList, type ToldList, tellReadings } from "./ask-service.ts";
import { forgetReading, keepReading, keptReadings } from "./reading-store.ts";

const name = new URLSearchParams(location.search).get("gerbang") ?? "";
const cameraButton = find("camera", HTMLButtonElement);
const problem = find("problem", HTMLElement);
const outcome = find("outcome", HTMLElement);
const state = find("state", HTMLElement);

/** Between two pictures of the camera, ms. */
const pauseMs = 120;
/** So often the list is asked for anew, and what was read is told, ms. */
const listEveryMs = 10 * 60_000;
const tellEveryMs = 15_000;
/** So long a code that was just read is looked past: its holder still holds it there, ms. */
const sameMs = 5000;

const gate = new Gate();
let list: ToldList | undefined;
let camera: Camera | undefined;
let [taken, told, waiting] = [0, 0, 0];

const now = () => Date.now() - (list?.offMs ?? 0);
const clockText = (at: string | number) =>
  new Date(at).toLocaleTimeString(document.documentElement.lang, { hourCycle: "h23" });

function showState(): void {
  const minutes = list ? Math.ceil((list.toldAt + listMinutes * 60_000 - now()) / 60_000) : 0;
  state.textContent = [
    list && !isListOld(list, now()) ? text.listFor(list.keys.size, minutes) : text.noList,
    text.counts(taken, told, waiting),
  ].join(" ");
}

function showProblem(words: string): void {
  problem.textContent = words;
  problem.hidden = false;
}

/** What the service refuses is told; what has no network goes on with the list that is there. */
function refused(error: unknown): void {
  if (!(error instanceof Refusal)) return;
  const { code, status } = error.problem;
  if (status === 401) showProblem(text.signIn);
  else showProblem(code === "not-found" ? text.noGate : text.refused);
}

async function renewList(): Promise<void> {
  try {
    list = await askList(name);
    problem.hidden = true;
    find("name", HTMLElement).textContent = list.name;
    document.title = `${list.name} – ${text.title}`;
    cameraButton.disabled = false;
  } catch (error) {
    refused(error);
    if (!list && !(error instanceof Refusal)) showProblem(text.needsNetwork);
  }
  showState();
}

let isTelling = false;

async function tell(): Promise<void> {
  if (isTelling) return;
  isTelling = true;
  try {
    for (let all = await keptReadings(name); all.length > 0; all = await keptReadings(name)) {
      for (const [reading, became] of await tellReadings(name, all)) {
        await forgetReading(reading);
        if (became === "recorded") told++;
        else showFlagged(reading.at, became);
      }
    }
  } catch (error) {
    refused(error);
  } finally {
    isTelling = false;
    waiting = (await keptReadings(name)).length;
    showState();
  }
}

function showFlagged(at: string, became: Exclude<CodeOutcome, "recorded">): void {
  find("flagged", HTMLElement).hidden = false;
  find("flags", HTMLElement).append(
    element("li", {}, `${clockText(at)}: ${text.outcomes[became]}`),
  );
}

function showOutcome(look: "good" | "bad", words: string): void {
  outcome.className = look;
  outcome.textContent = words;
}

async function judge(code: string): Promise<void> {
  if (!list) return;
  const answer = await gate.judge(code, list, now());
  if ("refusal" in answer) return showOutcome("bad", text.refusals[answer.refusal]);
  // Before its holder is told: what is not kept was not read.
  if (!(await keepReading({ ...answer.taken, gate: name })))
    return showOutcome("bad", text.notKept);
  taken++;
  waiting++;
  showOutcome("good", text.taken(clockText(answer.taken.at)));
  showState();
  void tell();
}

async function look(seeing: Camera): Promise<void> {
  const read = await readerOf(() => {});
  let [last, lastAt] = ["", 0];
  while (camera === seeing) {
    const view = seeing.draw();
    const code = view && (await read(view));
    const isSame = code === last && Date.now() - lastAt < sameMs;
    if (code && camera === seeing) {
      [last, lastAt] = [code, Date.now()];
      if (!isSame) await judge(code);
    }
    await wait(pauseMs);
  }
}

function turnOff(): void {
  camera?.stop();
  camera = undefined;
  cameraButton.textContent = text.camera;
}

async function turnOn(): Promise<void> {
  problem.hidden = true;
  const opened = await openCamera(find("video", HTMLVideoElement));
  if (typeof opened === "string") return showProblem(text[opened]);
  camera = opened;
  cameraButton.textContent = text.stop;
  await look(opened).catch(() => {
    turnOff();
    showProblem(text.noReader);
  });
}

cameraButton.onclick = () => void (camera ? turnOff() : turnOn());
document.getElementById("not-started")?.remove();
// A tablet that nobody looks at films nothing.
document.addEventListener("visibilitychange", () => document.hidden && turnOff());
addEventListener("online", () => void renewList().then(tell));
// What reads codes is there before the network goes.
readerOf(() => {}).catch(() => {});
setInterval(() => void renewList(), listEveryMs);
setInterval(() => void tell(), tellEveryMs);
setInterval(showState, tellEveryMs);
void renewList().then(tell);
