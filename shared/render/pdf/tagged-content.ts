/** Content with a tag on each part (ISO 32000-1, 14.6 to 14.8). What a screen reader shall not read is an artifact. */
import type { Box } from "../place-text.ts";
import type { TextRole } from "../text-block.ts";

interface Tag {
  readonly role: TextRole | "Figure";
  /** What a screen reader says instead of the content. */
  readonly alternative?: string;
  /** The whole text, if it stands on several lines. */
  readonly actualText?: string;
  /** Of a figure, in pixels with y downwards. */
  readonly box?: Box;
}

/** Operators of one mark, or of a part of it. */
export interface Piece {
  readonly operators: string;
  /** Undefined: an artifact. */
  readonly tag?: Tag;
}

/** A tag with its number in the page's content. */
export interface NumberedTag extends Tag {
  readonly number: number;
}

/**
 * @param first of the numbers: on a page each is there once
 * @returns content in which every piece is marked, and the tags in the order in which they are read
 */
export function taggedContent(
  pieces: readonly Piece[],
  first: number,
): { readonly content: string; readonly tags: readonly NumberedTag[] } {
  const tags: NumberedTag[] = [];
  const content = pieces.map(({ operators, tag }) => {
    if (!tag) return artifact(operators);
    const number = first + tags.length;
    tags.push({ ...tag, number });
    return `/${tag.role} << /MCID ${number} >> BDC\n${operators}EMC\n`;
  });
  return { content: content.join(""), tags };
}

export function artifact(operators: string): string {
  return `/Artifact BMC\n${operators}EMC\n`;
}
