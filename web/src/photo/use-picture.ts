import { useEffect, useRef, useState } from "preact/hooks";
import type { Edits } from "../studio/edits.ts";
import { findWork, forgetWork, keepEdits, keepPicture, type Work } from "./kept-work.ts";
import { leftStep } from "./left-step.ts";

/** How long a hand rests before what it did is kept, in milliseconds. */
const restMs = 500;

/**
 * What was chosen last, and what was done to it in the studio: kept in this browser from when the studio opens.
 * @param isOwn of somebody else's picture nothing is kept
 */
export function usePicture(isOwn: boolean) {
  const chosen = useRef<Blob>(undefined);
  const edits = useRef<Edits>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isKept, setKept] = useState(true);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    isKept,
    chosen: () => chosen.current,
    begun: () => edits.current,
    choose(picture: Blob): void {
      chosen.current = picture;
      edits.current = undefined;
    },
    /** @returns what was left here before: the picture, and a photo that was being sent */
    async find(): Promise<Pick<Work, "picture" | "sending">> {
      const work = await findWork();
      if (chosen.current) return {};
      chosen.current = work.picture;
      edits.current = work.edits;
      return work;
    },
    async keep(): Promise<void> {
      if (!chosen.current || !isOwn) return;
      leftStep.forget();
      setKept(await keepPicture(chosen.current));
      if (edits.current) await keepEdits(edits.current);
    },
    edit(made: Edits): void {
      edits.current = made;
      if (!isOwn) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void keepEdits(made), restMs);
    },
    forget(): void {
      clearTimeout(timer.current);
      void forgetWork();
    },
  };
}
