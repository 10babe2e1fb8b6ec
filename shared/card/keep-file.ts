import { confirmedPhoto } from "#shared/photo/photo-digest.ts";
import type { PhotoFiles } from "#shared/photo/photo-files.ts";
import type { CardHolder } from "./can-hold-card.ts";
import type { CardContent } from "./card-content.ts";
import { type CardFile, isShared } from "./card-file.ts";
import type { Drawing, Drawings } from "./drawn-card.ts";

export interface KeepFile {
  readonly photos: Pick<PhotoFiles, "read">;
  readonly drawings: Pick<Drawings, "has" | "put">;
  /** @param photo empty for a file that shows none */
  readonly draw: (content: CardContent, photo: Buffer, file: CardFile) => Promise<Buffer>;
}

interface FileOfCard {
  readonly employee: CardHolder;
  readonly drawing: Drawing;
  readonly file: CardFile;
  /** Whether nothing can be there yet, so that nobody has to look. */
  readonly isNew?: boolean;
  /** Called only when there is something to draw. */
  readonly content: () => Promise<CardContent>;
}

/** Stores a file of a card under the key of its content, unless it is there. @returns whether it was drawn for that */
export async function keepFile(
  { photos, drawings, draw }: KeepFile,
  { employee, drawing, file, isNew = false, content }: FileOfCard,
): Promise<boolean> {
  if (!isNew && (await drawings.has(drawing, file))) return false;
  const [drawn, photo] = await Promise.all([
    content(),
    isShared(file) ? Buffer.of() : photos.read(confirmedPhoto(employee)),
  ]);
  await drawings.put(drawing, file, await draw(drawn, photo, file));
  return true;
}
