import { Image } from "@napi-rs/canvas";
import { measure } from "#shared/render/fonts.ts";
import { units, unitsPerPixel } from "#shared/render/pdf/operands.ts";
import { named, PdfResources } from "#shared/render/pdf/pdf-resources.ts";
import { deflatedStream, type PdfWriter, type Reference } from "#shared/render/pdf/pdf-writer.ts";
import { qrOf } from "#shared/render/qr.ts";
import type { CardContent } from "../card-content.ts";
import { type FaceShape, type Orientation, shapes } from "../design/geometry.ts";
import { layoutHeader } from "../design/layout-front.ts";
import { type Template, templateFor } from "../design/template.ts";
import { refuseMisfits } from "../design/template-fit.ts";
import { paintBackTexts, paintFrontDetails, paintVersion } from "../drawing/details.ts";
import { paintTexts } from "../drawing/paint.ts";
import { addGround, addPhoto, groundOf, type PhotoLayers } from "./images.ts";
import { PdfPen } from "./pdf-pen.ts";

refuseMisfits(measure);

/** A card's faces as objects that can be placed, as large as their pixels of 300 dpi are. */
export type CardFaces = readonly [front: Reference, back: Reference];

export const pointsPerPixel = 72 / 300;

/** In the photo's place: a PDF's pen draws the photo by its name. */
const namedByPen = new Image();

/**
 * Sets the faces of one file's cards: words as text, QR and lines as outlines. Grounds, fonts, and the words that all
 * cards of a template have, are in the file once.
 */
export class FaceSetter {
  readonly #writer: PdfWriter;
  readonly #orientation: Orientation;
  readonly #resources: PdfResources;
  readonly #grounds = new Map<string, Reference>();
  readonly #backdrops = new Map<string, Reference>();

  constructor(writer: PdfWriter, orientation: Orientation) {
    this.#writer = writer;
    this.#orientation = orientation;
    this.#resources = new PdfResources(writer);
  }

  /** @throws Error when the QR's text is not alphanumeric */
  add(content: CardContent, layers: PhotoLayers): CardFaces {
    const template = templateFor(content.instansiId, content.text.kind);
    return [this.#addFront(template, content, layers), this.#addBack(template, content)];
  }

  /** Writes what the faces share and can only be known now: the letters they use. */
  finish(): void {
    this.#resources.finish();
  }

  #addFront(template: Template, content: CardContent, layers: PhotoLayers): Reference {
    const shape = shapes[`front-${this.#orientation}`];
    const backdrop = this.#backdropOf(shape, template, "", (pen) =>
      paintTexts(pen, layoutHeader(template, shape.orientation, measure)),
    );
    const photo = addPhoto(this.#writer, layers);
    const pen = this.#pen();
    paintFrontDetails(pen, shape, template, content, namedByPen, qrOf(content.qrText));
    return this.#addFace(shape, pen, { Backdrop: backdrop, Photo: photo });
  }

  #addBack(template: Template, content: CardContent): Reference {
    const shape = shapes[`back-${this.#orientation}`];
    const issuer = { instansi: content.text.instansi, host: content.host };
    const backdrop = this.#backdropOf(shape, template, JSON.stringify(issuer), (pen) =>
      paintBackTexts(pen, shape, template, issuer),
    );
    const pen = this.#pen();
    paintVersion(pen, shape, content);
    return this.#addFace(shape, pen, { Backdrop: backdrop });
  }

  /** A face's ground with the words that many cards share. @param issuer whose words they are, beside the template's */
  #backdropOf(
    shape: FaceShape,
    template: Template,
    issuer: string,
    paint: (pen: PdfPen) => void,
  ): Reference {
    return once(this.#backdrops, `${shape.side} ${template.key} ${issuer}`, () => {
      const ground = once(this.#grounds, `${shape.side} ${template.groundKey}`, () =>
        addGround(this.#writer, shape, groundOf(template, shape)),
      );
      const pen = this.#pen();
      paint(pen);
      const [right, bottom] = [units(shape.width), units(shape.height)];
      const content = `q ${right} 0 0 -${bottom} 0 ${bottom} cm /Ground Do Q\n${pen}`;
      return this.#addForm(shape, "", { Ground: ground }, content);
    });
  }

  /** From pixels with y downwards to points with y upwards: a face as large as it is, its corner at the origin. */
  #addFace(shape: FaceShape, pen: PdfPen, images: Readonly<Record<string, Reference>>): Reference {
    const unit = pointsPerPixel / unitsPerPixel;
    const matrix = `/Matrix [${unit} 0 0 ${-unit} 0 ${shape.height * pointsPerPixel}]`;
    return this.#addForm(shape, matrix, images, `/Backdrop Do\n${pen}`);
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

  #pen(): PdfPen {
    return new PdfPen(this.#resources);
  }
}

function once(written: Map<string, Reference>, key: string, write: () => Reference): Reference {
  const object = written.get(key) ?? write();
  written.set(key, object);
  return object;
}
