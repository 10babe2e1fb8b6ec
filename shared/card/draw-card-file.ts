import type { CardContent } from "./card-content.ts";
import type { CardFile } from "./card-file.ts";
import type { CardPainter } from "./drawing/card-painter.ts";
import type { CardTypesetter } from "./pdf/card-typesetter.ts";

/** Draws one file of a card with the painter or the typesetter. @param photo not used for a back */
export async function drawCardFile(
  {
    painter,
    typesetter,
  }: {
    readonly painter: Pick<CardPainter, "drawWebp" | "drawPngs">;
    readonly typesetter: Pick<CardTypesetter, "setDocument">;
  },
  content: CardContent,
  photo: Buffer,
  file: CardFile,
): Promise<Buffer> {
  if (!("face" in file)) return await typesetter.setDocument(content, photo, file);
  const { face, format } = file;
  if (format === "webp") return await painter.drawWebp(content, photo, face);
  const [drawn] = painter.drawPngs(content, photo, [face]);
  if (!drawn) throw new Error(`Nothing was drawn for ${face}.`);
  return drawn.png;
}
