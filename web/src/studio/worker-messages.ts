/** What the page and the studio's worker say to each other. */
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import type { Edits } from "./edits.ts";

/** Why a picture is not opened: each has a sentence of its own. */
export type OpeningProblem = "heic" | "not-a-picture" | "too-many-pixels" | "damaged";

/** `ask` is the number of a question, which its answer has too. */
export type ToWorker =
  | { readonly say: "open"; readonly ask: number; readonly file: Blob }
  | { readonly say: "draw"; readonly ask: number; readonly edits: Edits };

export type FromWorker = { readonly ask: number } & (
  | OpenedPicture
  | { readonly say: "not-opened"; readonly problem: OpeningProblem }
  | ({ readonly say: "drawn" } & DrawnPhoto)
  /** An error of ours, which the console tells. */
  | { readonly say: "failed" }
);

export interface OpenedPicture {
  readonly say: "opened";
  /** Upright, and small enough to be drawn while a finger moves it. */
  readonly picture: ImageBitmap;
}

export interface DrawnPhoto {
  readonly png: Blob;
  /** The framed picture with its background: what the brush brings back. */
  readonly framed: ImageBitmap;
  /** The same pixels as those of `png`. */
  readonly photo: ImageBitmap;
  /** Of what can be judged here. */
  readonly rules: readonly RuleOutcome[];
}
