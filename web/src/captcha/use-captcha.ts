import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { CaptchaAnswer, CaptchaChallenge } from "#shared/http/contract.ts";
import type { FieldProblem } from "../forms/form.tsx";
import { solve } from "./proof-of-work.ts";

/** Two ways of equal standing: reading an image, or letting the device calculate. */
type CaptchaWay = "image" | "work";

export interface Captcha {
  readonly challenge: CaptchaChallenge | undefined;
  readonly way: CaptchaWay;
  /** Share of the calculation done, 0 to 1; 1 is solved. */
  readonly progress: number;
  /** The challenge could not be loaded. */
  readonly failed: boolean;
  readonly choose: (way: CaptchaWay) => void;
  readonly refresh: () => void;
  /** The answer to send; undefined when there is none yet. */
  readonly answer: (text: string) => CaptchaAnswer | undefined;
  /** What keeps the form from being sent. */
  readonly problems: (text: string) => readonly FieldProblem<"captcha">[];
}

export function useCaptcha(read: () => Promise<CaptchaChallenge>): Captcha {
  const [challenge, setChallenge] = useState<CaptchaChallenge>();
  const [way, choose] = useState<CaptchaWay>("image");
  const [failed, setFailed] = useState(false);
  const { number, progress } = useWork(way === "work" ? challenge : undefined);

  const refresh = useCallback(() => {
    setFailed(false);
    setChallenge(undefined);
    read().then(setChallenge, () => setFailed(true));
  }, [read]);
  useEffect(refresh, [refresh]);

  const answer = (text: string): CaptchaAnswer | undefined => {
    if (!challenge) return undefined;
    const { captchaId } = challenge;
    if (way === "work") return number === undefined ? undefined : { captchaId, number };
    return text.trim() ? { captchaId, text: text.trim() } : undefined;
  };
  const problems = (text: string): readonly FieldProblem<"captcha">[] =>
    answer(text)
      ? []
      : [{ field: "captcha", code: way === "work" ? "captcha-unsolved" : "required" }];
  return { challenge, way, progress, failed, choose, refresh, answer, problems };
}

/** Calculates for a challenge; a newer challenge makes the older result void. */
function useWork(challenge: CaptchaChallenge | undefined) {
  const [state, setState] = useState<{ number?: number; progress: number }>({ progress: 0 });
  const current = useRef<CaptchaChallenge | undefined>(undefined);
  useEffect(() => {
    current.current = challenge;
    setState({ progress: 0 });
    if (!challenge) return;
    const isCurrent = () => current.current === challenge;
    const onProgress = (progress: number) => {
      if (isCurrent()) setState({ progress });
    };
    void solve(challenge.proofOfWork, onProgress).then((number) => {
      if (isCurrent() && number !== undefined) setState({ number, progress: 1 });
    });
  }, [challenge]);
  return state;
}
