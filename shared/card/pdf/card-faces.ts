import { measure } from "#shared/render/fonts.ts";
import type { EmbeddedFonts } from "#shared/render/pdf/embedded-fonts.ts";
import { units } from "#shared/render/pdf/operands.ts";
import { addJpeg, addPicture, type PictureLayers } from "#shared/render/pdf/pdf-images.ts";
import { PdfResources } from "#shared/render/pdf/pdf-resources.ts";
import type { PdfWriter, Reference } from "#shared/render/pdf/pdf-writer.ts";
import { artifact, type Piece } from "#shared/render/pdf/tagged-content.ts";
import { PdfPen } from "#shared/render/pdf-pen.ts";
import type { CardContent } from "../card-content.ts";
import type { CheckedTemplates } from "../design/checked-templates.ts";
import { faceMarks, frontParts } from "../design/face.ts";
import type { FaceMarks } from "../design/face-marks.ts";
import type { FaceShape, Orientation } from "../design/geometry.ts";
import { bleedPixels, type Grounds } from "./grounds.ts";

/** A face that can be placed on a page: its content in tenths of pixels, y downwards. */
export interface SetFace {
  readonly shape: FaceShape;
  /** Draws the ground with its bleed. */
  readonly ground: string;
  readonly pieces: readonly Piece[];
  /** By the names in its content. */
  readonly images: readonly (readonly [string, Reference])[];
}

/** What many files share. It lives longer than each of them. */
export interface SharedParts {
  readonly templates: CheckedTemplates;
  readonly grounds: Grounds;
  readonly fonts: EmbeddedFonts;
}

export type CardFaces = readonly [front: SetFace, back: SetFace];

/**
 * Sets the faces of one file's cards: words as text, QR and lines as outlines. Grounds and fonts are in the file once.
 */
export class FaceSetter {
  readonly #writer: PdfWriter;
  readonly #orientation: Orientation;
  readonly #resources: PdfResources;
  readonly #pen: PdfPen;
  readonly #grounds: Grounds;
  readonly #templates: CheckedTemplates;
  readonly #groundsInFile = new Map<string, Reference>();

  constructor(
    writer: PdfWriter,
    orientation: Orientation,
    { templates, grounds, fonts }: SharedParts,
  ) {
    this.#writer = writer;
    this.#orientation = orientation;
    this.#resources = new PdfResources(writer, fonts, measure);
    this.#templates = templates;
    this.#grounds = grounds;
    this.#pen = new PdfPen(this.#resources);
  }

  /** Of a page's resources: the fonts and opacities that all faces share. */
  get resources(): string {
    return this.#resources.entries;
  }

  /** @throws Error when the QR's text is not alphanumeric */
  add(content: CardContent, picture: PictureLayers): CardFaces {
    const template = this.#templates.of(content.look, content.text.kind);
    const parts = frontParts(template, content);
    const marksOf = (side: "front" | "back") =>
      faceMarks(`${side}-${this.#orientation}`, template, content, parts);
    return [this.#set(marksOf("front"), picture), this.#set(marksOf("back"))];
  }

  /** Writes what is known only after the last face: the letters that the faces use. */
  finish(): void {
    this.#resources.finish();
  }

  #set(face: FaceMarks, layers?: PictureLayers): SetFace {
    const { shape, words, own } = face;
    const ground = this.#groundOf(face);
    const picture = layers && addPicture(this.#writer, layers);
    const [groundName, pictureName] = [`Ground${ground}`, `Picture${picture}`];
    const pieces = this.#pen.draw([...words.marks(), ...own()], pictureName);
    const images: SetFace["images"] = [
      [groundName, ground],
      ...(picture === undefined ? [] : [[pictureName, picture] as const]),
    ];
    return { shape, ground: drawGround(shape, groundName), pieces, images };
  }

  #groundOf(face: FaceMarks): Reference {
    const key = `${face.shape.side} ${face.ground.key}`;
    const { width, height } = face.shape;
    const size = { width: width + 2 * bleedPixels, height: height + 2 * bleedPixels };
    const ground =
      this.#groundsInFile.get(key) ?? addJpeg(this.#writer, size, this.#grounds.of(face));
    this.#groundsInFile.set(key, ground);
    return ground;
  }
}

/** In an image y goes upwards. */
function drawGround({ width, height }: FaceShape, name: string): string {
  const place = [
    width + 2 * bleedPixels,
    0,
    0,
    -(height + 2 * bleedPixels),
    -bleedPixels,
    height + bleedPixels,
  ];
  return artifact(`q ${place.map(units).join(" ")} cm /${name} Do Q\n`);
}
