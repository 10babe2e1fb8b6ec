import { useEffect, useRef, useState } from "preact/hooks";
import type { Edits } from "../studio/edits.ts";
import type { PhotoMemory, Work } from "./photo-memory.ts";

/** How long a hand rests before what it did is kept, in milliseconds. */
const restMs = 500;

/** What was chosen last, and what was done to it in the studio: kept from when the studio opens. */
export function usePicture(memory: PhotoMemory) {
  const chosen = useRef<Blob>(undefined);
  const edits = useRef<Edits>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [keeping, setKeeping] = useState(memory.keeping);
  useEffect(() => () => clearTimeout(timer.current), []);
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
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void memory.keepEdits(made), restMs);
    },
    forget(): void {
      clearTimeout(timer.current);
      void memory.forgetWork();
    },
  };
}
