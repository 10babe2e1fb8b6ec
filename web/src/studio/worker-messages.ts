/** What the page and the studio's worker say to each other. */
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import type { CutOutcome } from "./cut-outcome.ts";
import type { EarlyFinding } from "./early-findings.ts";
import type { Edits } from "./edits.ts";
import type { Frame } from "./frame.ts";
import type { ModelAsset } from "./model-asset.ts";

/** Why a picture is not opened: each has a sentence of its own. */
export type OpeningProblem = "heic" | "not-a-picture" | "too-many-pixels" | "damaged";

/** `ask` is the number of a question, which its answer has too. */
export type ToWorker =
  | { readonly say: "open"; readonly ask: number; readonly file: Blob }
  | { readonly say: "draw"; readonly ask: number; readonly edits: Edits }
  /** What was drawn last. */
  | { readonly say: "judge"; readonly ask: number }
  | ({ readonly say: "load"; readonly ask: number } & ToolQuestion)
  /** Where the face of the open picture wants the frame. */
  | { readonly say: "frame"; readonly ask: number }
  /** What can be said of a frame before anything is cut out. */
  | { readonly say: "look"; readonly ask: number; readonly frame: Frame }
  /** Answered by the answer to what is stopped. */
  | { readonly say: "stop"; readonly ask: number; readonly tool: ToolName };

export type FromWorker = { readonly ask: number } & (
  | OpenedPicture
  | { readonly say: "not-opened"; readonly problem: OpeningProblem }
  | ({ readonly say: "drawn" } & DrawnPhoto)
  | ({ readonly say: "judged" } & JudgedPhoto)
  | { readonly say: "loaded"; readonly outcome: ToolOutcome }
  | { readonly say: "framed"; readonly frame: Frame | "no-face" }
  | { readonly say: "looked"; readonly findings: readonly EarlyFinding[] }
  /** An error of ours, which the console tells. */
  | { readonly say: "failed" }
);

/** No answer: how much of a tool has come. */
export interface ToolProgress {
  readonly say: "progress";
  readonly tool: ToolName;
  readonly bytes: number;
}

/** What is loaded only for who asks for it. */
export type ToolName = "person" | "face";

export interface ToolQuestion {
  readonly tool: ToolName;
  readonly models: readonly ModelAsset[];
  /** Only what this device has already; nothing is asked of the site. */
  readonly isKeptOnly: boolean;
}

/** Why a tool is not there: each has a sentence of its own. */
export type ToolProblem = "offline" | "refused" | "unable";
export type ToolOutcome = "ready" | "not-kept" | "stopped" | ToolProblem;

export interface OpenedPicture {
  readonly say: "opened";
  /** Upright, and small enough to be drawn while a finger moves it. */
  readonly picture: ImageBitmap;
}

/** As it is seen, before it is a file and judged: on a slow phone that takes as long as a third of the drawing. */
export interface DrawnPhoto {
  /** The framed picture with its background: what the brush brings back. */
  readonly framed: ImageBitmap;
  readonly photo: ImageBitmap;
  /** The background that was removed was not plain. */
  readonly isFromBusy: boolean;
}

export interface JudgedPhoto {
  /** The same pixels as those of the drawn photo. */
  readonly png: Blob;
  /** Of what can be judged here, without what follows from something else. */
  readonly rules: readonly RuleOutcome[];
  readonly outcome: CutOutcome;
}
