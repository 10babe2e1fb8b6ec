import { useEffect, useRef, useState } from "preact/hooks";
import { NoAnswer } from "../api/client.ts";
import { type Failure, failureOf } from "../forms/failure.ts";
import { type Edits, noEdits } from "./edits.ts";
import { isWhole } from "./frame.ts";
import { PhotoWorker } from "./photo-worker.ts";
import type { Stroke } from "./strokes.ts";
import { restMs, useLook } from "./use-look.ts";
import { useTools } from "./use-tools.ts";
import type { DrawnPhoto, JudgedPhoto, OpeningProblem, ToolName } from "./worker-messages.ts";

export type StudioState =
  | { readonly step: "opening" }
  | { readonly step: "not-opened"; readonly problem: OpeningProblem }
  | { readonly step: "open"; readonly picture: ImageBitmap }
  /** Without a failure the worker itself could not. */
  | { readonly step: "failed"; readonly failure?: Failure | undefined };

interface StudioParts {
  readonly file: Blob;
  /** What was done to it before, if anything. */
  readonly begun: Edits | undefined;
  readonly onEdit: (edits: Edits) => void;
}

/**
 * A picture in its worker, and the photo that it becomes: drawn anew whenever the edits have changed, one drawing at a time, the
 * latest edits next; and judged once the hand rests. Long: a hook, whose functions share its state.
 */
export function useStudio({ file, begun, onEdit }: StudioParts) {
  const [state, setState] = useState<StudioState>({ step: "opening" });
  const [edits, setEdits] = useState<Edits>(begun ?? noEdits);
  const [drawn, setDrawn] = useState<{ readonly photo: DrawnPhoto; readonly of: Edits }>();
  const [judged, setJudged] = useState<{ readonly photo: JudgedPhoto; readonly of: Edits }>();
  const worker = useRef<PhotoWorker>(undefined);
  const latest = useRef(edits);
  latest.current = edits;
  const isDrawing = useRef(false);
  /** What the worker has drawn last. */
  const drawnOf = useRef<Edits>(undefined);
  const tools = useTools(worker, (tool, mine) => onTool(tool, mine));
  const { findings, look } = useLook(worker, edits.frame, {
    faceTool: tools.states.face.step,
    onLooked: () => void draw(),
  });

  const fail = (error: unknown) =>
    setState({
      step: "failed",
      failure: error instanceof NoAnswer ? failureOf(error) : undefined,
    });

  const open = async () => {
    worker.current?.end();
    const mine = new PhotoWorker();
    worker.current = mine;
    isDrawing.current = false;
    drawnOf.current = undefined;
    setState({ step: "opening" });
    try {
      const opened = await mine.open(file);
      if (worker.current !== mine) return;
      if (typeof opened === "string") {
        setState({ step: "not-opened", problem: opened });
        return;
      }
      await tools.loadKept(mine);
      if (!begun) await frameByFace(mine);
      await look(mine, latest.current.frame);
      if (worker.current !== mine) return;
      setState({ step: "open", picture: opened.picture });
      void draw();
    } catch (error) {
      if (worker.current === mine) fail(error);
    }
  };
  useEffect(() => {
    void open();
    return () => {
      worker.current?.end();
      worker.current = undefined;
    };
  }, []);

  const draw = async () => {
    const [mine, of] = [worker.current, latest.current];
    if (isDrawing.current || !mine || drawnOf.current === of) return;
    isDrawing.current = true;
    try {
      const photo = await mine.draw(of);
      if (worker.current !== mine) return;
      isDrawing.current = false;
      drawnOf.current = of;
      setDrawn({ photo, of });
      if (latest.current !== of) void draw();
      else setTimeout(() => void judge(mine, of), restMs);
    } catch (error) {
      if (worker.current === mine) fail(error);
    }
  };
  /** What is seen meanwhile. What nobody wants any more is not judged: the next drawing would wait for it. */
  const judge = async (mine: PhotoWorker, of: Edits) => {
    if (worker.current !== mine || latest.current !== of) return;
    try {
      const photo = await mine.judge();
      if (worker.current === mine) setJudged({ photo, of });
    } catch (error) {
      if (worker.current === mine) fail(error);
    }
  };

  const edit = (next: Edits) => {
    latest.current = next;
    setEdits(next);
    onEdit(next);
  };
  /** Only as long as nobody has moved it. */
  const frameByFace = async (mine: PhotoWorker) => {
    const frame = isWhole(latest.current.frame)
      ? await mine.frame().catch(() => "no-face" as const)
      : "no-face";
    if (frame === "no-face" || worker.current !== mine || !isWhole(latest.current.frame)) return;
    edit({ ...latest.current, frame });
  };
  /** Who has asked for a tool wants to see what it does. */
  const onTool = async (tool: ToolName, mine: PhotoWorker) => {
    if (tool === "face") await frameByFace(mine);
    // Also without another change, what is drawn and judged is to be done anew.
    edit({ ...latest.current, ...(tool === "person" && { isCut: true }) });
    void draw();
  };
  return {
    ...{ state, edits, edit, draw, tools, findings, again: open },
    drawn: drawn?.photo,
    judged: judged?.photo,
    isDrawing: judged?.of !== edits,
    pending: pendingOf(edits, drawn?.of),
  };
}

export type StudioWork = ReturnType<typeof useStudio>;

/** The strokes that were painted since a photo was drawn. */
function pendingOf({ strokes }: Edits, drawn: Edits | undefined): readonly Stroke[] {
  const known = drawn?.strokes ?? [];
  return known.every((stroke, at) => stroke === strokes[at]) ? strokes.slice(known.length) : [];
}
