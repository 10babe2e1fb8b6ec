import { measure } from "#shared/render/fonts.ts";
import type { CardContent, ShortenedText } from "../card-content.ts";
import { layoutBack } from "./layout-back.ts";
import { layoutFront } from "./layout-front.ts";
import { templateFor } from "./template.ts";

/** Which words of a record have no room on its card, in landscape and in portrait, and end with an ellipsis there. */
export function shortenedOn(
  content: Pick<CardContent, "text" | "issue" | "look" | "host">,
): readonly ShortenedText[] {
  const { text, look, host } = content;
  const template = templateFor(look, text.kind);
  const back = { instansi: text.instansi, host };
  return (["landscape", "portrait"] as const).flatMap((shape) => {
    const fields = new Set([
      ...layoutFront(content, template, shape, measure).shortened,
      ...layoutBack(back, template, shape, measure).shortened,
    ]);
    return [...fields].map((field) => ({ shape, field }));
  });
}
