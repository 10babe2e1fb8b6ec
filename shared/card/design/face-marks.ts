import type { FineLines } from "#shared/render/fine-lines.ts";
import type { GroundMark, Mark } from "#shared/render/mark.ts";
import type { Qr } from "#shared/render/qr.ts";
import type { FaceShape } from "./geometry.ts";

/**
 * A face as a list of marks in three parts, the lowest first. Each part is made only when it is asked for, because grounds
 * and words are drawn once for many cards.
 */
export interface FaceMarks {
  readonly shape: FaceShape;
  readonly ground: Part<GroundMark> & {
    /** The marks that continue beyond the edges, where a card is cut out of paper. */
    readonly bleeds: () => readonly GroundMark[];
  };
  /** Words that many cards share. */
  readonly words: Part<Mark>;
  /** What only this card has. */
  readonly own: () => readonly Mark[];
  /** How many rows from the top a valid card's own marks never touch. */
  readonly sharedRows: number;
}

interface Part<Kind> {
  /** Equal parts of a side have equal keys. */
  readonly key: string;
  readonly marks: () => readonly Kind[];
}

/** What both fronts of a card show, made once. */
export interface FrontParts {
  readonly qr: Qr;
  readonly seal: FineLines;
}

/** The three parts as one list. */
export function allMarks({ ground, words, own }: FaceMarks): readonly (Mark | GroundMark)[] {
  return [...ground.marks(), ...words.marks(), ...own()];
}
