/** The files of a card. Each is drawn when somebody first needs it, and stored (docs/decisions/0023-files-on-demand.md). */
import * as z from "zod";
import { documents, faces, shapes } from "./card-content.ts";
import { documentName } from "./document-name.ts";

/** WebP for the screen, PNG without loss to download. */
const formats = ["webp", "png"] as const;

const faceFile = z.strictObject({ face: z.enum(faces), format: z.enum(formats) });
export type FaceFile = Readonly<z.infer<typeof faceFile>>;

export const cardFile = z.union([faceFile, documentName]);
export type CardFile = Readonly<z.infer<typeof cardFile>>;

export const cardFiles: readonly CardFile[] = [
  ...faces.flatMap((face) => formats.map((format) => ({ face, format }))),
  ...documents,
];

type Shape = (typeof shapes)[number];

/** The file that the card's page shows first. */
export function frontOnScreen(shape: Shape): FaceFile {
  return { face: `front-${shape}`, format: "webp" };
}

export function backOnScreen(shape: Shape): FaceFile {
  return { face: `back-${shape}`, format: "webp" };
}

/** The shape of a front; undefined for every other file. */
export function shapeOfFront(file: CardFile): Shape | undefined {
  return shapes.find((shape) => "face" in file && file.face === `front-${shape}`);
}

/** Whether all cards of an agency, kind and template share the file. Backs show nothing of one person. */
export function isShared(file: CardFile): boolean {
  return "face" in file && file.face.startsWith("back-");
}

/** "front-portrait.webp", "landscape-a4.pdf": no two files of a card have one name. */
export function fileName(file: CardFile): string {
  return "face" in file ? `${file.face}.${file.format}` : `${file.shape}-${file.sheet}.pdf`;
}

export function contentType(file: CardFile): string {
  return "face" in file ? `image/${file.format}` : "application/pdf";
}
