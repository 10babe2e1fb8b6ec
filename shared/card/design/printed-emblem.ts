import type { EmblemMark } from "#shared/render/mark.ts";
import { templateFor } from "./template.ts";

/** An emblem of the template on white paper, where its ground is the ink of cards. @param name one that is not there is the usual one */
export function printedEmblem(name: string): EmblemMark["shapes"] {
  const { emblem, palette } = templateFor({ version: "", emblem: name, texts: {} }, "PNS");
  return emblem.map(({ fill, ...shape }) => ({
    ...shape,
    color: fill === "ground" ? palette.ink : fill,
  }));
}
