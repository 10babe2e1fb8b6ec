/** The commands of docs/operations.md, as they stand there from top to bottom. */

export interface DocCommand {
  /** On one line, without what may be left out: "[--unit …]". */
  readonly text: string;
  /** The heading above. */
  readonly section: string;
}

const programs = /^(aws|npx|npm|node|export) \S/;
/** A heading, a block of code with its language, or a piece of code in a sentence, which may go over a line's end. */
const parts = /^#+ (.+)$|^```(\w*)\n([\s\S]*?)^```$|`([^`\n]+(?:\n[^`\n]+)?)`/gm;

/** @param markdown the document */
export function commandsOf(markdown: string): DocCommand[] {
  let section = "";
  return [...markdown.matchAll(parts)].flatMap(([, heading, language, block, inline]) => {
    section = heading ?? section;
    const lines = block === undefined ? [inline ?? ""] : language === "" ? block.split("\n") : [];
    return lines
      .flatMap((line) => line.split("&&"))
      .map((line) =>
        line
          .replaceAll(/\s+/g, " ")
          .replaceAll(/ \[[^\]]*\]/g, "")
          .trim(),
      )
      .filter((line) => programs.test(line))
      .map((text) => ({ text, section }));
  });
}

/** The document's blocks in this language. */
export function blocksOf(markdown: string, language: string): string[] {
  return [...markdown.matchAll(parts)].flatMap(([, , found, block]) =>
    found === language && block !== undefined ? [block] : [],
  );
}

/** The words of a command, without their quotes. */
export function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );
}
