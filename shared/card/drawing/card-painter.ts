import { hash } from "node:crypto";
import type { Canvas } from "@napi-rs/canvas";
import { Cache } from "#shared/render/cache.ts";
import { decodePixels, PhotoCanvas } from "#shared/render/picture.ts";
import { PixelPen } from "#shared/render/pixel-pen.ts";
import { encodePng } from "#shared/render/png.ts";
import { webpEncoder } from "#shared/render/webp.ts";
import { once } from "#shared/runtime/once.ts";
import { type CardContent, type Face, validIssue } from "../card-content.ts";
import type { CheckedTemplates } from "../design/checked-templates.ts";
import { faceMarks, frontParts } from "../design/face.ts";
import { type DrawnFace, drawFace } from "./draw-face.ts";
import { Layers } from "./layers.ts";

/**
 * Draws the faces of cards. It caches the layers that many cards share, so a function makes one painter when it starts. The
 * same content and photo give the same bytes, whatever was drawn before.
 */
export class CardPainter {
  readonly #templates: CheckedTemplates;
  readonly #layers = new Layers();
  readonly #pen = new PixelPen();
  readonly #photos = new PhotoCanvas();
  /** The last photo, on its canvas: a card's files are asked for one after the other. */
  readonly #last = new Cache<Canvas>(1);

  constructor(templates: CheckedTemplates) {
    this.#templates = templates;
  }

  /**
   * A face as WebP, for the screen.
   * @param photo PNG of a cut-out with transparency, 450x575; only a front needs it
   * @throws Error when a front's photo cannot be decoded or has no transparency, or its QR's text is not alphanumeric
   */
  async drawWebp(content: CardContent, photo: Buffer, wanted: Face): Promise<Buffer> {
    const encodeWebp = await webpEncoder();
    const [encoded] = this.#drawEach(content, photo, [wanted], encodeWebp);
    if (!encoded) throw new Error(`Nothing was drawn for ${wanted}.`);
    return encoded;
  }

  /** Faces as PNG, without loss. Parameters and errors are those of `drawWebp`. */
  drawPngs(
    content: CardContent,
    photo: Buffer,
    wanted: readonly Face[],
  ): readonly { readonly face: Face; readonly png: Buffer }[] {
    return this.#drawEach(content, photo, wanted, (drawn, face) => ({
      face,
      png: encodePng(drawn, drawn.top),
    }));
  }

  /** @param encode reads the pixels before it returns: the next face is drawn over them */
  #drawEach<Encoded>(
    content: CardContent,
    photo: Buffer,
    wanted: readonly Face[],
    encode: (drawn: DrawnFace, face: Face) => Encoded,
  ): Encoded[] {
    const template = this.#templates.of(content.look, content.text.kind);
    const parts = frontParts(template, content);
    const digest = once(() => hash("sha256", photo));
    const picture = () => this.#last.get(digest(), () => this.#photos.lay(decodePixels(photo)));
    return wanted.map((name) => {
      const face = faceMarks(name, template, content, parts);
      const isFront = face.shape.side === "front";
      const drawn = drawFace(face, this.#layers.of(face), this.#pen, {
        ...(isFront && { picture }),
        card: JSON.stringify([content, isFront && digest()]),
        isMarked: isFront && !validIssue(content),
      });
      return encode(drawn, name);
    });
  }
}
