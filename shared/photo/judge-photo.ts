import sharp from "sharp";
import type { RuleVerdict } from "#shared/http/contract.ts";
import type { Judgement } from "./judge-upload.ts";
import { maxPhotoBytes, photoHeight, photoWidth } from "./photo-limits.ts";
import type { Pixels } from "./pixels.ts";
import { inspectPng, type PngHeader } from "./png-structure.ts";
import { colourFinding, lightFinding, measureTone, sharpnessFinding } from "./tone.ts";
import { type Finding, transparencyFinding } from "./transparency.ts";

// Only the loader for PNG stays: whatever an upload pretends to be, no other decoder ever sees it.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadPngBuffer"] });

/** What the picture itself must satisfy, told in this order. */
const pictureRules = ["transparency", "sharpness", "light", "colour"] as const;
/** What only a person judges (K-15, K-16): told, so that nobody thinks a machine looked. */
const humanRules = ["face", "pose", "dress", "eyes"] as const;

/**
 * Judges an upload by the rules of the source documents (K-14 to K-20). An accepted photo comes back encoded anew from its
 * pixels, without metadata: nothing of the original file goes further.
 */
export async function judgePhoto(upload: Buffer): Promise<Judgement> {
  const fileVerdicts = judgeFile(upload);
  const pixels = fileVerdicts.every(({ verdict }) => verdict === "passed")
    ? await decode(upload)
    : undefined;
  const rules = [
    ...fileVerdicts,
    ...(pixels ? judgePicture(pixels) : unchecked(pictureRules)),
    ...unchecked(humanRules),
  ];
  const accepted = rules.every(({ verdict }) => verdict !== "failed");
  return {
    report: { accepted, rules },
    png: accepted && pixels ? await encode(pixels) : undefined,
  };
}

function judgeFile(upload: Buffer): RuleVerdict[] {
  const { problem, header } = inspectPng(upload);
  const size = megabytes(upload.length);
  return [
    problem
      ? failed("format", { code: problem, measured: problem, wanted: "PNG" })
      : passed("format"),
    upload.length > maxPhotoBytes
      ? failed("size", {
          code: "too-large",
          measured: size,
          wanted: `≤ ${megabytes(maxPhotoBytes)}`,
        })
      : passed("size"),
    dimensions(header),
  ];
}

function dimensions(header: PngHeader | undefined): RuleVerdict {
  if (!header) return { rule: "dimensions", verdict: "not-checked" };
  const { width, height } = header;
  if (width === photoWidth && height === photoHeight) return passed("dimensions");
  const measured = `${width}x${height}`;
  return failed("dimensions", {
    code: "wrong-dimensions",
    measured,
    wanted: `${photoWidth}x${photoHeight}`,
  });
}

function judgePicture(pixels: Pixels): RuleVerdict[] {
  const cutOut = transparencyFinding(pixels);
  const tone = measureTone(pixels);
  const verdict = (rule: string, finding: Finding | undefined) =>
    finding ? failed(rule, finding) : passed(rule);
  if (!tone)
    return [verdict("transparency", cutOut), ...unchecked(["sharpness", "light", "colour"])];
  return [
    verdict("transparency", cutOut),
    verdict("sharpness", sharpnessFinding(tone)),
    verdict("light", lightFinding(tone)),
    verdict("colour", colourFinding(tone)),
  ];
}

/** The structure was inspected before, so a decoder that fails has found a bug of ours or its own. */
async function decode(upload: Buffer): Promise<Pixels> {
  const limits = { limitInputPixels: photoWidth * photoHeight, failOn: "warning" } as const;
  const { data, info } = await sharp(upload, limits)
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

async function encode({ data, width, height }: Pixels): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 6 })
    .toBuffer();
}

const passed = (rule: string): RuleVerdict => ({ rule, verdict: "passed" });
const unchecked = (rules: readonly string[]): RuleVerdict[] =>
  rules.map((rule) => ({ rule, verdict: "not-checked" }));

function failed(rule: string, { code, measured, wanted }: Finding): RuleVerdict {
  return { rule, verdict: "failed", code, params: { measured, wanted } };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(2)} MB`;
}
