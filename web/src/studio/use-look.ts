import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { EarlyFinding } from "./early-findings.ts";
import type { Frame } from "./frame.ts";
import type { PhotoWorker } from "./photo-worker.ts";
import type { ToolState } from "./use-tools.ts";

/** How long a hand rests before what it did is looked at, in milliseconds. */
export const restMs = 300;

interface Looking {
  readonly faceTool: ToolState["step"];
  /** A hand has rested. */
  readonly onLooked: () => void;
}

/** What is wrong with what the frame shows: looked at when the picture is opened, when a hand rests, and when faces can be found. */
export function useLook(
  worker: RefObject<PhotoWorker | undefined>,
  frame: Frame,
  { faceTool, onLooked }: Looking,
) {
  const [findings, setFindings] = useState<readonly EarlyFinding[]>([]);
  const looked = useRef<Frame>(undefined);
  const look = async (mine: PhotoWorker, at: Frame) => {
    looked.current = at;
    // What cannot be looked at is drawn next, which tells the failure.
    const found = await mine.look(at).catch(() => undefined);
    if (found && worker.current === mine && looked.current === at) setFindings(found);
  };
  useEffect(() => {
    const mine = worker.current;
    // Before the first look nothing is open.
    if (!mine || !looked.current) return;
    const timer = setTimeout(() => void look(mine, frame).then(onLooked), restMs);
    return () => clearTimeout(timer);
  }, [frame, faceTool]);
  return { findings, look };
}
