import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { PhotoWorker } from "./photo-worker.ts";
import type { ToolName, ToolProblem } from "./worker-messages.ts";

export type ToolState =
  | { readonly step: "absent" }
  | { readonly step: "loading"; readonly bytes: number }
  | { readonly step: "ready" }
  | { readonly step: "failed"; readonly problem: ToolProblem };

const toolNames = ["person", "face"] as const satisfies readonly ToolName[];

type States = Readonly<Record<ToolName, ToolState>>;
const none: States = { person: { step: "absent" }, face: { step: "absent" } };

/** Bytes that a tool costs who asks for it. */
export function bytesOf(tool: ToolName): number {
  return modelsOf(tool).reduce((sum, { bytes }) => sum + bytes, 0);
}

const modelsOf = (tool: ToolName) => import.meta.env.STUDIO_MODELS?.[tool] ?? [];

/** Which tools the worker has, and the loading of others. @param onReady one has come that somebody has asked for */
export function useTools(
  worker: RefObject<PhotoWorker | undefined>,
  onReady: (tool: ToolName, mine: PhotoWorker) => Promise<void>,
) {
  const [states, setStates] = useState(none);
  const set = (tool: ToolName, state: ToolState) => setStates((now) => ({ ...now, [tool]: state }));

  const load = async (tool: ToolName) => {
    const mine = worker.current;
    if (!mine) return;
    set(tool, { step: "loading", bytes: 0 });
    const hear = (bytes: number) =>
      worker.current === mine && set(tool, { step: "loading", bytes });
    const question = { tool, models: modelsOf(tool), isKeptOnly: false };
    // Whatever else goes wrong in the worker, its console tells.
    const outcome = await mine.load(question, hear).catch(() => "unable" as const);
    if (worker.current !== mine) return;
    if (outcome === "ready") {
      await onReady(tool, mine);
      set(tool, { step: "ready" });
    } else if (outcome === "stopped" || outcome === "not-kept") set(tool, { step: "absent" });
    else set(tool, { step: "failed", problem: outcome });
  };
  /** What this device has from another time. */
  const loadKept = async (mine: PhotoWorker) => {
    setStates(none);
    const loadOne = async (tool: ToolName) => {
      const question = { tool, models: modelsOf(tool), isKeptOnly: true };
      const outcome = await mine.load(question).catch(() => undefined);
      if (outcome === "ready") set(tool, { step: "ready" });
    };
    await Promise.all(toolNames.map(loadOne));
  };
  return { states, load, loadKept, stop: (tool: ToolName) => worker.current?.stop(tool) };
}
