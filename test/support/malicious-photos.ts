/** Files of people who want something else than a photo on their card. Each is small enough to be sent. */
import { deflateSync } from "node:zlib";
import { chunk, end, header, png, rowsOf, uint32 } from "./build-png.ts";
import { pngOf, portraitParts } from "./odd-pngs.ts";

/** What stands in files that would do harm where somebody reads it: it must be in nothing that is kept. */
export const payload = "<script>alert('sisipan-kartu')</script>";

/** What the case is, the bytes, and the code of the refusal; undefined when the picture is a photo, and all else must be gone. */
export type MaliciousPhoto = readonly [what: string, bytes: Buffer, refusal: string | undefined];

const latin = (text: string) => Buffer.from(text, "latin1");
const photo = { width: 450, height: 575 };
const rows = rowsOf(Buffer.alloc(photo.height * (1 + 4 * photo.width)));
const zeros = (bytes: number) => deflateSync(Buffer.alloc(bytes), { level: 9 });
const signature = png();

/** Other things under the name of a PNG. */
const disguised: readonly (readonly [string, Buffer])[] = [
  ["a page", latin(`<!DOCTYPE html>${payload}`)],
  ["a drawing with a script", latin(`<svg xmlns="http://www.w3.org/2000/svg">${payload}</svg>`)],
  [
    "XML that reads files",
    latin('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'),
  ],
  ["a PHP script", latin(`<?php echo "${payload}"; ?>`)],
  ["a shell script", latin("#!/bin/sh\nrm -rf /\n")],
  ["a program of Linux", Buffer.concat([latin("\x7fELF\x02\x01\x01"), Buffer.alloc(200)])],
  ["a program of Windows", Buffer.concat([latin("MZ\x90\0"), Buffer.alloc(200)])],
  ["a GIF", latin(`GIF89a\x01\0\x01\0\0\0\0;${payload}`)],
  ["a JPEG", Buffer.concat([latin("\xff\xd8\xff\xe0\0\x10JFIF\0"), Buffer.alloc(100)])],
  ["a WebP", latin("RIFF\x24\0\0\0WEBPVP8 ")],
  ["a BMP", Buffer.concat([latin("BM"), Buffer.alloc(100)])],
  ["an icon", Buffer.concat([latin("\0\0\x01\0\x01\0"), Buffer.alloc(100)])],
  ["a TIFF", Buffer.concat([latin("MM\0*"), Buffer.alloc(100)])],
  ["a PDF with a script", latin(`%PDF-1.7\n1 0 obj<</JS(${payload})>>endobj`)],
  ["a ZIP", latin("PK\x03\x04\x14\0\0\0")],
  ["an MNG", latin("\x8aMNG\r\n\x1a\n")],
  ["a PDF before a PNG", Buffer.concat([latin("%PDF-1.7\n"), signature, header(photo), rows, end])],
  ["a PNG that mail has mangled", latin("\x89PNG\n\x1a\n\0\0\0\rIHDR")],
  ["a single byte", latin("\x89")],
  ["a megabyte of nothing", Buffer.alloc(1_000_000)],
];

/** Headers whose bytes `header` would not write. */
const oddHeader = (...bytes: readonly number[]) =>
  chunk("IHDR", Buffer.concat([uint32(photo.width, photo.height), Buffer.from(bytes)]));
const withLength = (length: number) =>
  Buffer.concat([uint32(length), latin("IDAT"), Buffer.alloc(9)]);
const flipped = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};
const palette = header({ ...photo, colour: 3 });
const indexes = rowsOf(Buffer.alloc(photo.height * (1 + photo.width)));

/** PNGs that a decoder may stumble over. */
const broken: readonly (readonly [string, Buffer])[] = [
  ["a signature alone", signature],
  ["one flipped bit in the header", flipped(png(header(photo), rows, end), 18)],
  ["one flipped bit in the rows", flipped(png(header(photo), rows, end), 60)],
  ["a chunk of four gigabytes", png(header(photo), withLength(0xffff_ffff), end)],
  ["a chunk that reaches behind the file", png(header(photo), withLength(100_000))],
  ["no header", png(rows, end)],
  ["two headers", png(header(photo), header(photo), rows, end)],
  ["a header behind the rows", png(rows, header(photo), end)],
  ["no rows", png(header(photo), end)],
  ["no end", png(header(photo), rows)],
  ["rows in two places", png(header(photo), rows, chunk("tEXt"), rows, end)],
  ["rows that do not inflate", png(header(photo), chunk("IDAT", Buffer.alloc(500, 7)), end)],
  ["too few rows", png(header(photo), rowsOf(Buffer.alloc(1000)), end)],
  ["a depth of three", png(oddHeader(3, 6, 0, 0, 0), rows, end)],
  ["an unheard-of colour type", png(oddHeader(8, 5, 0, 0, 0), rows, end)],
  ["another compression", png(oddHeader(8, 6, 1, 0, 0), rows, end)],
  ["another filter method", png(oddHeader(8, 6, 0, 1, 0), rows, end)],
  ["another interlacing", png(oddHeader(8, 6, 0, 0, 2), rows, end)],
  ["no width", png(header({ ...photo, width: 0 }), rows, end)],
  ["no palette", png(palette, indexes, end)],
  ["a palette of 300 colours", png(palette, chunk("PLTE", Buffer.alloc(900)), indexes, end)],
  ["half a colour in the palette", png(palette, chunk("PLTE", Buffer.alloc(7)), indexes, end)],
  ["a chunk whose name is none", png(header(photo), chunk("\0\x01\x02\x03"), rows, end)],
];

export async function maliciousPhotos(): Promise<readonly MaliciousPhoto[]> {
  const parts = await portraitParts();
  const sound = pngOf(parts);
  const hidden = (name: string, before: string) =>
    pngOf(parts, { extra: [chunk(name, latin(`${before}${payload}`))] });
  const packed = (name: string, before: string, bytes: Buffer) =>
    pngOf(parts, { extra: [chunk(name, Buffer.concat([latin(before), bytes]))] });
  const frame = Buffer.concat([uint32(0, photo.width, photo.height, 0, 0), Buffer.alloc(6)]);
  return [
    ...disguised.map(([what, bytes]) => [what, bytes, "not-png"] as const),
    ...broken.map(([what, bytes]) => [what, bytes, "damaged"] as const),
    ["a file cut off in the middle", sound.subarray(0, sound.length / 2), "damaged"],
    ["a row filter that does not exist", pngOf(parts, { filter: 9 }), "damaged"],
    ["a critical chunk of its own", hidden("EVIL", ""), "unknown-chunk"],
    [
      "an animation",
      pngOf(parts, { extra: [chunk("acTL", uint32(1, 0)), chunk("fcTL", frame)] }),
      "animated",
    ],
    [
      "HDR",
      pngOf(parts, { extra: [chunk("cICP", Buffer.from([9, 16, 0, 1]))] }),
      "unsupported-colours",
    ],
    [
      "five thousand texts",
      pngOf(parts, { extra: Array<Buffer>(5000).fill(chunk("tEXt", latin("a\0b"))) }),
      "too-many-chunks",
    ],
    [
      "rows that never end",
      png(header(photo), chunk("IDAT", zeros(200_000_000)), end),
      "inflates-too-far",
    ],
    [
      "a field of ten billion pixels",
      png(header({ width: 100_000, height: 100_000 }), rows, end),
      "wrong-dimensions",
    ],
    [
      "as many pixels as it says, and too many",
      png(
        header({ width: 4096, height: 4096, depth: 16 }),
        chunk("IDAT", zeros(4096 * 32_769)),
        end,
      ),
      "wrong-dimensions",
    ],
    [
      "a single pixel",
      png(header({ width: 1, height: 1 }), rowsOf(Buffer.alloc(5)), end),
      "wrong-dimensions",
    ],
    ["a script in a text", hidden("tEXt", "Comment\0"), undefined],
    [
      "a script in a text of any language",
      hidden("iTXt", "XML:com.adobe.xmp\0\0\0\0\0"),
      undefined,
    ],
    ["a script in a private chunk", hidden("prVt", ""), undefined],
    ["a script in the camera's notes", hidden("eXIf", "MM\0*\0\0\0\x08\0\0\0\0\0\0"), undefined],
    [
      "a packed text of eight megabytes",
      packed("zTXt", "Comment\0\0", zeros(7_900_000)),
      undefined,
    ],
    ["a page behind the end", Buffer.concat([sound, latin(`<html>${payload}`)]), undefined],
    ["an older picture behind the end", Buffer.concat([sound, sound, latin(payload)]), undefined],
    ["a ZIP behind the end", Buffer.concat([sound, latin(`PK\x03\x04${payload}`)]), undefined],
  ];
}
