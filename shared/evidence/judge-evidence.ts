import sharp from "sharp";
import type { FieldCode } from "#shared/runtime/codes.ts";
import type { KeptEvidence } from "./evidence.ts";

// Only the loader for JPEG stays, so that no other decoder ever reads an upload.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpegBuffer"] });

/** More than any phone's page of a decree in 2 MB; three bytes each fit the function's memory. */
const mostPixels = 64_000_000;
/** Wall time; a page takes a tenth of it. */
const timeoutSeconds = 8;
const quality = 85;
/** Within so many bytes from its end a PDF ends. */
const trailerBytes = 1024;

type Problem = { readonly problem: FieldCode };

/**
 * What a file is, by its content and never by its name. A picture is decoded and encoded anew, so that nothing but its pixels stays; a PDF
 * stays as it is, and is only ever downloaded: nobody has looked for harm in it.
 */
export async function judgeEvidence(bytes: Buffer): Promise<KeptEvidence | Problem> {
  if (bytes.subarray(0, 5).toString("latin1") === "%PDF-") return judgePdf(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return await judgeJpeg(bytes);
  return { problem: "file-unknown" };
}

/** An encrypted file says so in its trailer, which is never compressed (ISO 32000-1, 7.5.5, 7.5.8). */
function judgePdf(bytes: Buffer): KeptEvidence | Problem {
  const text = bytes.toString("latin1");
  const isWhole = /^%PDF-[12]\.\d/.test(text) && text.slice(-trailerBytes).includes("%%EOF");
  if (!isWhole || !/\d+ \d+ obj\b/.test(text)) return { problem: "file-damaged" };
  // In a name «#72» is the letter r (7.3.5).
  const names = text.replace(/#([0-9a-f]{2})/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  if (/\/Encrypt\b/.test(names)) return { problem: "file-encrypted" };
  return { type: "application/pdf", bytes };
}

async function judgeJpeg(bytes: Buffer): Promise<KeptEvidence | Problem> {
  try {
    // The size stands in the header: nothing is decoded for it.
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > mostPixels) return { problem: "file-too-many-pixels" };
    const encoded = await sharp(bytes, { limitInputPixels: mostPixels, failOn: "warning" })
      .timeout({ seconds: timeoutSeconds })
      .autoOrient()
      .toColourspace("srgb")
      .jpeg({ quality })
      .toBuffer();
    return { type: "image/jpeg", bytes: encoded };
  } catch {
    return { problem: "file-damaged" };
  }
}
