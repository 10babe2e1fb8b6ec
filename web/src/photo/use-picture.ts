import { useEffect, useRef, useState } from "preact/hooks";
import type { Edits } from "../studio/edits.ts";
import type { PhotoMemory, Work } from "./photo-memory.ts";

/** What a hand does is kept at once, and while it goes on each so many milliseconds: a reload right afterwards loses nothing. */
const everyMs = 250;

/** What was chosen last, and what was done to it in the studio: kept from when the studio opens. Long: a hook, whose functions share its state. */
export function usePicture(memory: PhotoMemory) {
  const chosen = useRef<Blob>(undefined);
  const edits = useRef<Edits>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const kept = useRef<Edits>(undefined);
  const [keeping, setKeeping] = useState(memory.keeping);
  const keepEdits = () => {
    timer.current = undefined;
    if (!edits.current || kept.current === edits.current) return;
    kept.current = edits.current;
    timer.current = setTimeout(keepEdits, everyMs);
    void memory.keepEdits(edits.current);
  };
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      keepEdits();
    },
    [],
  );
  return {
    keeping,
    step: memory.step,
    chosen: () => chosen.current,
    begun: () => edits.current,
    choose(picture: Blob): void {
      chosen.current = picture;
      edits.current = undefined;
    },
    /** @returns what was left here before: the picture, and a photo that was being sent */
    async find(): Promise<Pick<Work, "picture" | "sending">> {
      const work = await memory.find();
      if (chosen.current) return {};
      chosen.current = work.picture;
      edits.current = work.edits;
      return work;
    },
    async keep(): Promise<void> {
      if (!chosen.current) return;
      setKeeping(await memory.keepPicture(chosen.current));
      if (edits.current) await memory.keepEdits(edits.current);
    },
    edit(made: Edits): void {
      edits.current = made;
      if (timer.current === undefined) keepEdits();
    },
    forget(): void {
      clearTimeout(timer.current);
      timer.current = undefined;
      kept.current = edits.current;
      void memory.forgetWork();
    },
  };
}
