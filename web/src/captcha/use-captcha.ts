import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { CaptchaAnswer, CaptchaChallenge, WorkAnswer } from "#shared/captcha/captcha.ts";
import type { FieldProblem } from "../forms/form.tsx";
import { doWork } from "./do-work.ts";

/** Two equal ways: reading an image, or letting the device calculate. */
type CaptchaWay = "image" | "work";

export interface Captcha {
  readonly challenge: CaptchaChallenge | undefined;
  readonly way: CaptchaWay;
  /** There is no image now, because too many answers come from the network. */
  readonly onlyWork: boolean;
  /** Share of the calculation done, 0 to 1; 1 is solved. */
  readonly progress: number;
  /** The challenge could not be loaded. */
  readonly failed: boolean;
  readonly choose: (way: CaptchaWay) => void;
  readonly refresh: () => void;
  /** The answer to send; undefined when there is none yet. */
  readonly answer: (text: string) => CaptchaAnswer | undefined;
  /** Why the form cannot be sent. */
  readonly problems: (text: string) => readonly FieldProblem<"captcha">[];
}

export function useCaptcha(read: () => Promise<CaptchaChallenge>): Captcha {
  const [challenge, setChallenge] = useState<CaptchaChallenge>();
  const [chosen, choose] = useState<CaptchaWay>("image");
  const [failed, setFailed] = useState(false);
  const fail = useCallback(() => setFailed(true), []);
  const onlyWork = challenge !== undefined && !challenge.image;
  const way = onlyWork ? "work" : chosen;
  const { done, progress } = useWork(way === "work" ? challenge : undefined, fail);

  const refresh = useCallback(() => {
    setFailed(false);
    setChallenge(undefined);
    read().then(setChallenge, fail);
  }, [read, fail]);
  useEffect(refresh, [refresh]);

  const answer = (text: string): CaptchaAnswer | undefined => {
    if (way === "work") return done;
    return challenge?.image && text.trim()
      ? { token: challenge.image.token, text: text.trim() }
      : undefined;
  };
  const problems = (text: string): readonly FieldProblem<"captcha">[] =>
    answer(text)
      ? []
      : [{ field: "captcha", code: way === "work" ? "captcha-unsolved" : "required" }];
  return { challenge, way, onlyWork, progress, failed, choose, refresh, answer, problems };
}

/** Calculates for a challenge; a newer challenge makes the older result void. */
function useWork(challenge: CaptchaChallenge | undefined, onFailure: () => void) {
  const [state, setState] = useState<{ done?: WorkAnswer; progress: number }>({ progress: 0 });
  const current = useRef<CaptchaChallenge | undefined>(undefined);
  useEffect(() => {
    current.current = challenge;
    setState({ progress: 0 });
    if (!challenge) return;
    const isCurrent = () => current.current === challenge;
    const onProgress = (progress: number) => {
      if (isCurrent()) setState({ progress });
    };
    doWork(challenge.work, onProgress).then(
      (done) => isCurrent() && setState({ done, progress: 1 }),
      () => isCurrent() && onFailure(),
    );
  }, [challenge, onFailure]);
  return state;
}
