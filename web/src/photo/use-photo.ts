import { useState } from "preact/hooks";
import type { PhotoAnswer, RuleVerdict } from "#shared/http/contract.ts";
import { confirmPhoto } from "../api/holder-api.ts";
import { noteOwnChange } from "../card/own-change.ts";
import { type Failure, failureOf } from "../forms/failure.ts";
import { photo as text } from "../messages/photo.ts";
import { leaveForLogin } from "../session/leave-for-login.ts";
import { preCheck } from "./pre-check.ts";
import { type Progress, sendPhoto } from "./send-photo.ts";

export type PhotoState =
  | { readonly step: "empty" }
  | Progress
  | { readonly step: "refused"; readonly rules: readonly RuleVerdict[] }
  | { readonly step: "accepted"; readonly photo: PhotoAnswer; readonly failure?: Failure }
  | { readonly step: "failed"; readonly failure: Failure };

/** From the chosen file to the confirmed photo. The file stays here, so sending again needs no second choice. */
export function usePhoto(onConfirmed: () => void) {
  const [state, setState] = useState<PhotoState>({ step: "empty" });
  const [file, setFile] = useState<File>();

  const send = async (chosen: File) => {
    try {
      const photo = await sendPhoto(chosen, setState);
      setState(
        photo.state === "rejected"
          ? { step: "refused", rules: photo.rules }
          : { step: "accepted", photo },
      );
    } catch (error) {
      setState({ step: "failed", failure: failed(error) });
    }
  };

  const choose = async (chosen: File) => {
    setFile(chosen);
    const rules = await preCheck(chosen);
    if (rules.some(({ verdict }) => verdict === "failed")) setState({ step: "refused", rules });
    else await send(chosen);
  };

  const confirm = async (photo: PhotoAnswer) => {
    try {
      await confirmPhoto(photo.photoId);
      noteOwnChange();
      onConfirmed();
    } catch (error) {
      setState({ step: "accepted", photo, failure: failed(error) });
    }
  };

  const again = () => file && send(file);
  return { state, choose, confirm, again };
}

function failed(error: unknown): Failure {
  const failure = failureOf(error, text.failures);
  if (failure.code === "session-ended") leaveForLogin();
  return failure;
}
