import sharp from "sharp";
import { decodePhoto } from "./decode-photo.ts";
import { beyond, type Finding } from "./finding.ts";
import type { Judgement } from "./judge-upload.ts";
import { maxPhotoBytes, photoHeight, photoWidth } from "./photo-limits.ts";
import type { PhotoRule, RuleVerdict } from "./photo-report.ts";
import type { Pixels } from "./pixels.ts";
import { inspectPng, type PngHeader, type PngProblem, type PngStructure } from "./png-structure.ts";
import { smallPhoto } from "./small-photo.ts";
import { measureTone, toneRules } from "./tone.ts";
import { transparencyFinding } from "./transparency.ts";

/** What the picture itself must satisfy, told in this order. */
const pictureRules: readonly PhotoRule[] = ["transparency", ...toneRules.map(({ rule }) => rule)];
/** What only a person judges (K-15, K-16): told, so that nobody thinks a machine looked. */
const humanRules = ["face", "pose", "dress", "eyes"] as const;

/**
 * Judges an upload by the rules of the source documents (K-14 to K-20). An accepted photo comes back encoded anew from its
 * pixels, without metadata: nothing of the original file goes further. No content makes it throw.
 */
export async function judgePhoto(upload: Buffer): Promise<Judgement> {
  const structure = inspectPng(upload);
  const decoded = canDecode(structure, upload) ? await decodePhoto(structure) : undefined;
  const pixels = decoded && "data" in decoded ? decoded : undefined;
  const problem =
    structure.problem ?? (decoded && "problem" in decoded ? decoded.problem : undefined);
  const rules = [
    ...judgeFile(upload, problem, structure.header),
    ...(pixels ? judgePicture(pixels) : each([...pictureRules, ...humanRules], "unread")),
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

function canDecode({ problem, header }: PngStructure, upload: Buffer): boolean {
  return !problem && upload.length <= maxPhotoBytes && header !== undefined && isRightSize(header);
}

function isRightSize({ width, height }: PngHeader): boolean {
  return width === photoWidth && height === photoHeight;
}

function judgeFile(
  upload: Buffer,
  problem: PngProblem | undefined,
  header: PngHeader | undefined,
): RuleVerdict[] {
  const tooLarge = beyond("bytes", upload.length, { max: maxPhotoBytes });
  return [
    verdict("format", problem && { code: problem }),
    verdict("size", tooLarge && { code: "too-large", measurement: tooLarge }),
    header ? dimensions(header) : { rule: "dimensions", verdict: "unread" },
  ];
}

function dimensions(header: PngHeader): RuleVerdict {
  if (isRightSize(header)) return verdict("dimensions", undefined);
  const measurement = {
    unit: "pixels",
    bound: "exact",
    measured: header.width,
    measuredHeight: header.height,
    wanted: photoWidth,
    wantedHeight: photoHeight,
  } as const;
  return verdict("dimensions", { code: "wrong-dimensions", measurement });
}

function judgePicture(pixels: Pixels): RuleVerdict[] {
  const tone = measureTone(pixels);
  return [
    verdict("transparency", transparencyFinding(pixels)),
    ...toneRules.map(
      ({ rule, find }): RuleVerdict =>
        tone ? verdict(rule, find(tone)) : { rule, verdict: "unread" },
    ),
    ...each(humanRules, "not-checked"),
  ];
}

async function encode({ data, width, height }: Pixels): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 6 })
    .toBuffer();
}

function verdict(rule: PhotoRule, finding: Finding | undefined): RuleVerdict {
  return finding ? { rule, verdict: "failed", ...finding } : { rule, verdict: "passed" };
}

function each(rules: readonly PhotoRule[], word: RuleVerdict["verdict"]): RuleVerdict[] {
  return rules.map((rule) => ({ rule, verdict: word }));
}
