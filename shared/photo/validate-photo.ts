import sharp from "sharp";
import { once } from "#shared/runtime/once.ts";
import { loadFaceFinder } from "#shared/vision/find-faces.ts";
import { readFaceModels } from "#shared/vision/model-files.ts";
import { decodePhoto } from "./decode-photo.ts";
import { judgePicture, outcomes, pictureRules, unread } from "./judge-picture.ts";
import { maxPhotoBytes, photoHeight, photoWidth } from "./photo-limits.ts";
import type { RuleOutcome } from "./photo-report.ts";
import type { Pixels } from "./pixels.ts";
import type { PngHeader } from "./png-header.ts";
import { inspectPng, type PngProblem, type PngStructure } from "./png-structure.ts";
import { smallPhoto } from "./small-photo.ts";
import type { ValidationOutcome } from "./validate-upload.ts";
import { beyond } from "./violation.ts";

/** Reads the models when the first photo needs them. @throws WrongModel when they are not those that were studied */
const faceFinder = once(() => readFaceModels().then(loadFaceFinder));

/**
 * Validates an upload by the rules of the source documents (K-14 to K-20). An accepted photo is encoded again from its pixels,
 * without metadata: nothing of the original file is used further. It never throws because of a file's content.
 */
export async function validatePhoto(upload: Buffer): Promise<ValidationOutcome> {
  const structure = inspectPng(upload);
  const decoded = canDecode(structure) ? await decodePhoto(structure) : undefined;
  const pixels = decoded && "data" in decoded ? decoded : undefined;
  const problems = decoded && "problem" in decoded ? [decoded.problem] : structure.problems;
  const rules = [
    ...validateFile(upload, problems, structure.header),
    ...(pixels ? judgePicture(pixels, await faceFinder()) : pictureRules.flatMap(unread)),
  ];
  const accepted = rules.every(({ verdict }) => verdict !== "failed");
  return {
    report: { accepted, rules },
    pictures:
      accepted && pixels
        ? { png: await encode(pixels), small: await smallPhoto(pixels) }
        : undefined,
  };
}

/** A file that is too large as well: its picture is as small as any other's, and all that is wrong with it is told at once. */
function canDecode({ problems, header }: PngStructure): boolean {
  return problems.length === 0 && header !== undefined && isRightSize(header);
}

function isRightSize({ width, height }: PngHeader): boolean {
  return width === photoWidth && height === photoHeight;
}

function validateFile(
  upload: Buffer,
  problems: readonly PngProblem[],
  header: PngHeader | undefined,
): RuleOutcome[] {
  const tooLarge = beyond("bytes", upload.length, { max: maxPhotoBytes });
  return [
    ...outcomes(
      "format",
      problems.map((code) => ({ code })),
    ),
    ...outcomes("size", tooLarge ? [{ code: "too-large", measurement: tooLarge }] : []),
    ...(header ? dimensions(header) : unread("dimensions")),
  ];
}

function dimensions(header: PngHeader): RuleOutcome[] {
  if (isRightSize(header)) return outcomes("dimensions", []);
  const measurement = {
    unit: "pixels",
    bound: "exact",
    measured: header.width,
    measuredHeight: header.height,
    wanted: photoWidth,
    wantedHeight: photoHeight,
  } as const;
  return outcomes("dimensions", [{ code: "wrong-dimensions", measurement }]);
}

async function encode({ data, width, height }: Pixels): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 6 })
    .toBuffer();
}
