import { measure } from "#shared/render/fonts.ts";
import { units, unitsPerPixel } from "#shared/render/pdf/operands.ts";
import { addJpeg, addPicture, type PictureLayers } from "#shared/render/pdf/pdf-images.ts";
import { named, PdfResources } from "#shared/render/pdf/pdf-resources.ts";
import { deflatedStream, type PdfWriter, type Reference } from "#shared/render/pdf/pdf-writer.ts";
import { PdfPen } from "#shared/render/pdf-pen.ts";
import type { CardContent } from "../card-content.ts";
import { faceMarks, frontParts } from "../design/face.ts";
import type { FaceMarks } from "../design/face-marks.ts";
import type { FaceShape, Orientation } from "../design/geometry.ts";
import { templateFor } from "../design/template.ts";
import { refuseMisfits } from "../design/template-fit.ts";
import { groundOf } from "./grounds.ts";

refuseMisfits(measure);

/** A card's faces as objects that can be placed, as large as their pixels of 300 dpi are. */
export type CardFaces = readonly [front: Reference, back: Reference];

export const pointsPerPixel = 72 / 300;

/**
 * Sets the faces of one file's cards: words as text, QR and lines as outlines. Grounds, fonts, and the words that all
 * cards of a template have, are in the file once.
 */
export class FaceSetter {
  readonly #writer: PdfWriter;
  readonly #orientation: Orientation;
  readonly #resources: PdfResources;
  readonly #pen: PdfPen;
  readonly #grounds = new Map<string, Reference>();
  readonly #backdrops = new Map<string, Reference>();

  constructor(writer: PdfWriter, orientation: Orientation) {
    this.#writer = writer;
    this.#orientation = orientation;
    this.#resources = new PdfResources(writer);
    this.#pen = new PdfPen(this.#resources);
  }

  /** @throws Error when the QR's text is not alphanumeric */
  add(content: CardContent, photo: PictureLayers): CardFaces {
    const template = templateFor(content.instansiId, content.text.kind);
    const parts = frontParts(template, content);
    const marksOf = (side: "front" | "back") =>
      faceMarks(`${side}-${this.#orientation}`, template, content, parts);
    const [front, back] = [marksOf("front"), marksOf("back")];
    const backdrop = this.#backdropOf(front);
    return [
      this.#addFace(front, { Backdrop: backdrop, Photo: addPicture(this.#writer, photo) }),
      this.#addFace(back, { Backdrop: this.#backdropOf(back) }),
    ];
  }

  /** Writes what the faces share and can only be known now: the letters they use. */
  finish(): void {
    this.#resources.finish();
  }

  /** A face's ground with the words that many cards share. */
  #backdropOf(face: FaceMarks): Reference {
    const { shape, ground, words } = face;
    return once(this.#backdrops, `${shape.side} ${ground.key} ${words.key}`, () => {
      const image = once(this.#grounds, `${shape.side} ${ground.key}`, () =>
        addJpeg(this.#writer, shape, groundOf(face)),
      );
      const [right, bottom] = [units(shape.width), units(shape.height)];
      const content = `q ${right} 0 0 -${bottom} 0 ${bottom} cm /Ground Do Q\n${this.#pen.draw(words.marks())}`;
      return this.#addForm(shape, "", { Ground: image }, content);
    });
  }

  /** From pixels with y downwards to points with y upwards: a face as large as it is, its corner at the origin. */
  #addFace({ shape, own }: FaceMarks, images: Readonly<Record<string, Reference>>): Reference {
    const unit = pointsPerPixel / unitsPerPixel;
    const matrix = `/Matrix [${unit} 0 0 ${-unit} 0 ${shape.height * pointsPerPixel}]`;
    return this.#addForm(shape, matrix, images, `/Backdrop Do\n${this.#pen.draw(own())}`);
  }

  #addForm(
    { width, height }: FaceShape,
    matrix: string,
    images: Readonly<Record<string, Reference>>,
    content: string,
  ): Reference {
    return this.#writer.addStream(
      deflatedStream(
        `/Type /XObject /Subtype /Form /BBox [0 0 ${units(width)} ${units(height)}] ${matrix} ` +
          `/Resources << ${this.#resources.entries} /XObject << ${named(Object.entries(images))} >> >>`,
        Buffer.from(content, "latin1"),
      ),
    );
  }
}

function once(written: Map<string, Reference>, key: string, write: () => Reference): Reference {
  const object = written.get(key) ?? write();
  written.set(key, object);
  return object;
}
