/** Free texts that people type: how they are kept, and what may not be in them. */

/**
 * Takes no room and has no meaning in the languages of a record: zero-width blanks and joiners, soft hyphens, the signs
 * that choose an emoji's look.
 */
const weightless = /[\u00ad\u200b-\u200d\u2060\ufeff]|\u034f|\p{Variation_Selector}/gu;

/**
 * What nobody sees and what turns the direction of writing: controls, format characters, unassigned and private ones; and
 * letters and signs that are drawn as nothing (fillers of Hangul and Khmer, Braille without a dot).
 */
const hidden = /[\p{C}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/u;

/**
 * A text as it is kept: composed (NFC), every run of blanks one blank, without what takes no room, the letter apostrophe
 * as the one that cards print, nothing around it.
 */
export function visibleText(text: string): string {
  return text
    .normalize("NFC")
    .replace(weightless, "")
    .replace(/[\p{Zs}\t]+/gu, " ")
    .replace(/\u02bc/g, "’")
    .trim();
}

/** As `visibleText`, of a text with several lines: they become one. */
export function visibleLine(text: string): string {
  return visibleText(text.replace(/[\r\n]+/g, " "));
}

export function hasHidden(text: string): boolean {
  return hidden.test(text);
}

/** A character that can be shown as itself; any other by its number, "U+202E". */
export function nameOf(character: string): string {
  if (!hidden.test(character)) return character;
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${number.padStart(4, "0")}`;
}
