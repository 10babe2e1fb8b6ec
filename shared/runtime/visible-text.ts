/** Free texts that people type: how they are stored, and which characters they may not have. */

/**
 * Characters without width and without a meaning in the languages of a record: zero-width blanks and joiners, soft hyphens,
 * the signs that choose an emoji's look.
 */
const weightless = /[\u00ad\u200b-\u200d\u2060\ufeff]|\u034f|\p{Variation_Selector}/gu;

/**
 * Characters that nobody sees or that change the direction of writing: controls, format characters, unassigned and private
 * ones; and letters and signs that are drawn as nothing (fillers of Hangul and Khmer, Braille without a dot).
 */
const hidden = /[\p{C}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/u;

/** Words of ASCII with single blanks between them: most texts, and already as they are stored. */
const plain = /^[!-~]+(?: [!-~]+)*$/;

/**
 * The stored form of a text: composed (NFC), with single blanks, without characters of no width and without blanks around it;
 * the letter apostrophe becomes the one that cards print.
 */
export function visibleText(text: string): string {
  if (plain.test(text)) return text;
  return text
    .normalize("NFC")
    .replace(weightless, "")
    .replace(/[\p{Zs}\t]+/gu, " ")
    .replace(/\u02bc/g, "’")
    .trim();
}

/** As `visibleText`; several lines become one. */
export function visibleLine(text: string): string {
  return visibleText(text.replace(/[\r\n]+/g, " "));
}

/** Whether it is a text at all: without half a surrogate pair, which has no UTF-8, and without controls but tabs and ends of lines. */
export function isText(text: string): boolean {
  return text.isWellFormed() && !/[^\P{Cc}\t\r\n]/u.test(text);
}

export function hasHidden(text: string): boolean {
  return hidden.test(text);
}

/** One line of what can be seen of a text that nobody typed, as the name of a file; half a surrogate pair is left out too. */
export function withoutHidden(text: string): string {
  return visibleLine(text.replace(/\s+/g, " ").replace(new RegExp(hidden, "gu"), ""));
}

/** A character that can be shown as itself; any other by its number, "U+202E". */
export function nameOf(character: string): string {
  if (!hidden.test(character)) return character;
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${number.padStart(4, "0")}`;
}
