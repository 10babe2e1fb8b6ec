/** Pictures in a PDF (ISO 32000-1, 8.9): colours as JPEG, and the opacity as a separate stream. What is written needs no decoder of pictures: few functions have one. */
import { type PdfWriter, type Reference, ref, type Stream } from "./pdf-writer.ts";

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

export function addPicture(writer: PdfWriter, layers: PictureLayers): Reference {
  const mask = writer.addStream(layers.opacity);
  const dictionary = `${jpegOf(layers)} /SMask ${ref(mask)}`;
  return writer.addStream({ dictionary, data: layers.jpeg });
}

/** Adds an opaque picture. */
export function addJpeg(writer: PdfWriter, size: Size, jpeg: Buffer): Reference {
  return writer.addStream({ dictionary: jpegOf(size), data: jpeg });
}

function jpegOf(size: Size): string {
  return `${imageOf(size)} /ColorSpace /DeviceRGB /Filter /DCTDecode`;
}

/** The dictionary of a stream of a byte a pixel. */
export function grayOf(size: Size): string {
  return `${imageOf(size)} /ColorSpace /DeviceGray`;
}

function imageOf({ width, height }: Size): string {
  return `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8`;
}
