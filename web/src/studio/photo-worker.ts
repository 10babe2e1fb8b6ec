import { AskedWorker } from "../asked-worker.ts";
import type { EarlyFinding } from "./early-findings.ts";
import type { Edits } from "./edits.ts";
import type { Frame } from "./frame.ts";
import type {
  DrawnPhoto,
  FromWorker,
  JudgedPhoto,
  OpenedPicture,
  OpeningProblem,
  ToolName,
  ToolOutcome,
  ToolProgress,
  ToolQuestion,
  ToWorker,
} from "./worker-messages.ts";

/** Whether this browser can draw in a worker: Chrome from 69, Firefox from 105, Safari from 16.4. */
export function canDraw(): boolean {
  return typeof OffscreenCanvas !== "undefined" && typeof createImageBitmap !== "undefined";
}

/** A worker of its own for one picture. Its failures are those of AskedWorker. */
export class PhotoWorker {
  readonly #worker = new AskedWorker<ToWorker, FromWorker>(import.meta.env.STUDIO_WORKER);

  readonly #hearBytes = new Map<ToolName, (bytes: number) => void>();

  constructor() {
    this.#worker.listen((said: FromWorker | ToolProgress) => {
      if (said.say === "progress") this.#hearBytes.get(said.tool)?.(said.bytes);
    });
  }

  open(file: Blob): Promise<OpenedPicture | OpeningProblem> {
    return this.#worker.ask(
      (ask) => ({ say: "open", ask, file }),
      (answer) => {
        if (answer.say === "not-opened") return answer.problem;
        return answer.say === "opened" ? answer : undefined;
      },
    );
  }

  draw(edits: Edits): Promise<DrawnPhoto> {
    return this.#worker.ask(
      (ask) => ({ say: "draw", ask, edits }),
      (answer) => (answer.say === "drawn" ? answer : undefined),
    );
  }

  /** The file of what was drawn last, and what the judge says of it. */
  judge(): Promise<JudgedPhoto> {
    return this.#worker.ask(
      (ask) => ({ say: "judge", ask }),
      (answer) => (answer.say === "judged" ? answer : undefined),
    );
  }

  /** @param onBytes hears how many bytes of it have come */
  load(question: ToolQuestion, onBytes?: (bytes: number) => void): Promise<ToolOutcome> {
    if (onBytes) this.#hearBytes.set(question.tool, onBytes);
    return this.#worker.ask(
      (ask) => ({ say: "load", ask, ...question }),
      (answer) => (answer.say === "loaded" ? answer.outcome : undefined),
    );
  }

  /** Where the face wants the frame. @returns "no-face" when there is none, or nothing that could find it */
  frame(): Promise<Frame | "no-face"> {
    return this.#worker.ask(
      (ask) => ({ say: "frame", ask }),
      (answer) => (answer.say === "framed" ? answer.frame : undefined),
    );
  }

  /** What can be said of a frame before anything is cut out. */
  look(frame: Frame): Promise<readonly EarlyFinding[]> {
    return this.#worker.ask(
      (ask) => ({ say: "look", ask, frame }),
      (answer) => (answer.say === "looked" ? answer.findings : undefined),
    );
  }

  /** What is being loaded ends as «stopped». */
  stop(tool: ToolName): void {
    this.#worker.tell((ask) => ({ say: "stop", ask, tool }));
  }

  end(): void {
    this.#worker.end();
  }
}
