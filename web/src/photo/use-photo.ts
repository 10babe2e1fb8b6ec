import { useEffect, useRef, useState } from "preact/hooks";
import type { PhotoId } from "#shared/employee/employee.ts";
import type { PhotoAnswer } from "#shared/photo/photo-answers.ts";
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import { NoAnswer } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { noteOwnChange } from "../card/own-change.ts";
import { type Failure, failureOf } from "../forms/failure.ts";
import { photo as text } from "../messages/photo.ts";
import { leaveForLogin } from "../session/leave-for-login.ts";
import { leaveSteps, stepInHistory } from "../studio/step-history.ts";
import type { Step } from "../studio/steps.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import type { MadePhoto, PhotoMemory } from "./photo-memory.ts";
import { preCheck } from "./pre-check.ts";
import {
  bytesOf,
  type Network,
  OutcomeLate,
  outcomeOf,
  type Progress,
  sendPhoto,
} from "./send-photo.ts";
import { usePicture } from "./use-picture.ts";

export type PhotoState =
  | { readonly step: "empty" }
  /** The device does not give the file's content, or no picture can be opened from it. */
  | { readonly step: "unreadable"; readonly why: "no-bytes" | "damaged" }
  /** A picture that becomes a photo on this device. */
  | { readonly step: "studio"; readonly file: Blob; readonly isFound: boolean; readonly at?: Step }
  /** Sent, but not validated in time. */
  | { readonly step: "late"; readonly photoId: PhotoId }
  /** It was not sent after all, and still can be. */
  | { readonly step: "cancelled" }
  | Progress
  | { readonly step: "refused"; readonly rules: readonly RuleOutcome[] }
  | {
      readonly step: "accepted";
      readonly photo: PhotoAnswer;
      readonly failure?: Failure;
      readonly isFound?: true;
    }
  | { readonly step: "failed"; readonly failure: Failure };

interface Way {
  readonly memory: PhotoMemory;
  readonly network: Network;
  readonly onConfirmed?: () => void;
}

/**
 * From the chosen file to the confirmed photo. Its bytes are read once, when it is chosen, and stay here: sending again needs
 * no second choice, and what happens to the file meanwhile changes nothing.
 * Long: a hook, whose functions share its state.
 */
export function usePhoto({ memory, network, onConfirmed = () => {} }: Way) {
  const [state, setState] = useState<PhotoState>({ step: "empty" });
  const [photo, setPhoto] = useState<MadePhoto>();
  const picture = usePicture(memory);
  const [work] = useState(oneAtATime);
  /** Whether a photo that waits for the link is kept. */
  const kept = useRef<Promise<unknown>>(undefined);

  /** No answer came: nobody knows what became of what was sent. */
  const isUnsent = useRef(false);
  const validated = async (outcome: Promise<PhotoAnswer>, givenUp: AbortSignal) => {
    try {
      const answer = await outcome;
      if (givenUp.aborted) return;
      isUnsent.current = false;
      if (answer.state === "rejected") {
        setState({ step: "refused", rules: answer.rules });
        // A reload tells it again, beside the picture that it is about.
        void picture.keep();
        return;
      }
      setState({ step: "accepted", photo: answer });
    } catch (error) {
      if (givenUp.aborted) return;
      isUnsent.current = error instanceof NoAnswer;
      if (error instanceof OutcomeLate) setState({ step: "late", photoId: error.photoId });
      else setState({ step: "failed", failure: failed(error, network) });
    }
  };
  const send = (made: MadePhoto) =>
    work.run(async (givenUp) => {
      leaveSteps();
      setPhoto(made);
      setState({ step: "sending", share: 0 });
      kept.current = undefined;
      const onProgress = (progress: Progress) => {
        if (givenUp.aborted) return;
        if (progress.step === "waiting") kept.current ??= memory.keepSending(made);
        if (progress.step === "validating") memory.sent.write(progress.photoId);
        setState(progress);
      };
      await validated(sendPhoto(made, { onProgress, network, givenUp }), givenUp);
      await kept.current;
      // Where the link stayed down, a reload sends it once more.
      if (!isUnsent.current && !givenUp.aborted) void memory.forgetSending();
    });
  /** Only the file was on its way: nothing has come of it, and it stays with the picture that it was made of. */
  const cancel = () => {
    work.giveUp();
    setState({ step: "cancelled" });
    memory.sent.forget();
    void Promise.resolve(kept.current).then(picture.keep);
  };
  // Who leaves the page while it is sent finds it going on.
  const unsent = useRef<MadePhoto>(undefined);
  unsent.current = state.step === "sending" || state.step === "waiting" ? photo : undefined;
  const leave = () => {
    work.giveUp();
    if (unsent.current) void memory.keepSending(unsent.current);
  };
  useEffect(() => leave, []);

  // One that was being sent when the page was left; else what became of the one that was sent last; else what was begun in the studio.
  const begin = async () => {
    const { picture: file, sending } = await picture.find();
    if (sending) {
      if (!file) picture.choose(sending.file);
      await send(sending);
      return;
    }
    const photoId = memory.sent.read();
    // Somebody else's, too old, or out of reach: the page begins as always.
    const found = photoId ? await network.readPhoto(photoId).catch(() => undefined) : undefined;
    // Another was chosen meanwhile.
    if (picture.chosen() !== file) return;
    if (found?.state === "awaiting-upload") await lookAgain(found.photoId);
    else setState(foundState(found, file));
  };
  useEffect(() => void begin(), []);

  const choose = async (file: File) => {
    if (work.isBusy()) return;
    const chosen = await bytesOf(file, mostBytes);
    if (!chosen) {
      setState({ step: "unreadable", why: "no-bytes" });
      return;
    }
    picture.choose(chosen);
    const rules = await preCheck(chosen);
    const wrong = rules.filter(({ verdict }) => verdict === "failed");
    // What is no PNG the studio opens, and says it where it cannot.
    if (wrong.some(({ rule }) => rule === "format")) mend();
    // Of a larger file only its beginning is here.
    else if (file.size <= mostBytes && !(await canOpen(chosen)))
      setState({ step: "unreadable", why: "damaged" });
    else if (wrong.length === 0) await send({ file: chosen, cutFromBusy: false });
    // Who comes with a PNG has prepared it, and is told first what is wrong with it.
    else setState({ step: "refused", rules });
  };
  /** @param at where the studio begins, unless with its first step */
  const mend = (at?: Step) => {
    const file = picture.chosen();
    if (!file) return;
    setState({ step: "studio", file, isFound: false, ...(at && { at }) });
    // After a reload it is this one that is found, not one that was accepted before it.
    memory.sent.forget();
    if (at) memory.step.write(at);
    else memory.step.forget();
    void picture.keep();
  };

  // «Back» from what came of a photo leads into the studio, which follows by itself once it is open.
  const isElsewhere = useRef(true);
  isElsewhere.current = state.step !== "studio";
  useEffect(() => {
    const follow = () => {
      const step = stepInHistory();
      if (step && isElsewhere.current && !work.isBusy()) mend(step);
    };
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);

  const confirm = (accepted: PhotoAnswer) =>
    work.run(async (givenUp) => {
      try {
        const { photoId } = accepted;
        await call("POST /api/me/photos/{photoId}/confirm", { params: { photoId } });
        memory.sent.forget();
        picture.forget();
        noteOwnChange();
        // Who has gone elsewhere meanwhile stays there.
        if (!givenUp.aborted) onConfirmed();
      } catch (error) {
        setState({ step: "accepted", photo: accepted, failure: failed(error, network) });
      }
    });

  /** After a reload the photo is made once more of its picture. */
  const again = () => (photo ? send(photo) : mend("check"));
  const lookAgain = (photoId: PhotoId) =>
    work.run(async (givenUp) => {
      setState({ step: "validating", photoId });
      await validated(outcomeOf(photoId, network), givenUp);
    });
  return { state, choose, confirm, again, cancel, lookAgain, mend, send, picture };
}

/** @param sent what became of the photo that was sent last @param file what was begun in the studio */
function foundState(sent: PhotoAnswer | undefined, file: Blob | undefined): PhotoState {
  if (sent?.state === "accepted") return { step: "accepted", photo: sent, isFound: true };
  if (!file) return { step: "empty" };
  return sent?.state === "rejected"
    ? { step: "refused", rules: sent.rules }
    : { step: "studio", file, isFound: true };
}

/** Larger than any photo of a phone. */
const mostBytes = 64 * 1024 * 1024;

/** Whether this browser makes a picture of it, as the studio would; where none can be made, nobody can say. */
async function canOpen(picture: Blob): Promise<boolean> {
  if (typeof createImageBitmap === "undefined") return true;
  try {
    (await createImageBitmap(picture)).close();
    return true;
  } catch {
    return false;
  }
}

function failed(error: unknown, { failures }: Network): Failure {
  const failure = failureOf(error, failures ?? text.failures);
  if (failure.code === "session-ended") leaveForLogin();
  return failure;
}
