/** Pictures in a PDF (ISO 32000-1, 8.9): colours as JPEG, and apart from them how far they cover. */
import { decodePixels, PhotoCanvas } from "../picture.ts";
import { deflatedStream, type PdfWriter, type Reference, ref, type Stream } from "./pdf-writer.ts";

const pictureQuality = 92;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture with transparency, ready for any number of files. */
export interface PictureLayers extends Size {
  readonly jpeg: Buffer;
  /** A byte a pixel: 0 transparent, 255 opaque. */
  readonly opacity: Stream;
}

/** Encodes one picture after another from the same canvas: fresh memory is freed too late. */
export class PictureEncoder {
  readonly #canvas = new PhotoCanvas();

  /**
   * @param png with transparency
   * @param ground "#RRGGBB", near what lies behind: a JPEG has colour where the picture has none
   * @throws Error when the picture cannot be decoded, or has no transparency
   */
  encode(png: Buffer, ground: string): PictureLayers {
    const pixels = decodePixels(png);
    const { width, height, data } = pixels;
    const canvas = this.#canvas.lay(pixels);
    const pen = canvas.getContext("2d");
    pen.globalCompositeOperation = "destination-over";
    pen.fillStyle = ground;
    pen.fillRect(0, 0, width, height);
    const opacity = deflatedStream(grayOf({ width, height }), opacityOf(data));
    return { width, height, jpeg: canvas.encodeSync("jpeg", pictureQuality), opacity };
  }
}

/** Every fourth byte of RGBA. */
function opacityOf(rgba: Buffer): Buffer {
  const opacity = Buffer.allocUnsafe(rgba.length / 4);
  for (let pixel = 0, at = 3; pixel < opacity.length; pixel++, at += 4)
    opacity[pixel] = rgba[at] ?? 0;
  return opacity;
}

export function addPicture(writer: PdfWriter, layers: PictureLayers): Reference {
  const mask = writer.addStream(layers.opacity);
  const dictionary = `${jpegOf(layers)} /SMask ${ref(mask)}`;
  return writer.addStream({ dictionary, data: layers.jpeg });
}

/** An opaque picture. */
export function addJpeg(writer: PdfWriter, size: Size, jpeg: Buffer): Reference {
  return writer.addStream({ dictionary: jpegOf(size), data: jpeg });
}

function jpegOf(size: Size): string {
  return `${imageOf(size)} /ColorSpace /DeviceRGB /Filter /DCTDecode`;
}

function grayOf(size: Size): string {
  return `${imageOf(size)} /ColorSpace /DeviceGray`;
}

function imageOf({ width, height }: Size): string {
  return `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8`;
}
