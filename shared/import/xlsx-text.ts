/** Texts of a workbook's XML. */

/** Characters that XML 1.0 cannot have (2.2), halves of pairs, and what already looks like the way to write them. */
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9a-f]{4}_)/gi;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** A text as XML has it, with what XML cannot have as "_x000D_" (ST_Xstring, ECMA-376, part 1, 22.9.2.19). */
export function escapedText(text: string): string {
  return text
    .replace(unwritable, (each) => `_x${hex(each)}_`)
    .replace(/[&<>"]/g, (each) => entities[each] ?? each);
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
}

/** What a text of a workbook says: "_x000D_" is a carriage return. */
export function unescapedText(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
