/** The rules that need no more than the file's first bytes, checked before anything is sent (K-19, K-20). */

import { maxPhotoBytes, photoHeight, photoWidth } from "#shared/photo/photo-limits.ts";
import type {
  Measurement,
  PhotoRule,
  RuleOutcome,
  ViolationCode,
} from "#shared/photo/photo-report.ts";

/** Signature, then the IHDR chunk: length, type, width, height (PNG 5.2, 11.2.2). */
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const headerBytes = 24;
const widthAt = 16;
const heightAt = 20;

/** @returns one outcome a rule, in the words of the server's report */
export async function preCheck(file: Blob): Promise<readonly RuleOutcome[]> {
  const header = new DataView(await file.slice(0, headerBytes).arrayBuffer());
  const png = isPng(header);
  return [
    outcome("format", png, "not-png"),
    outcome("size", file.size <= maxPhotoBytes, "too-large", {
      unit: "bytes",
      bound: "max",
      measured: file.size,
      wanted: maxPhotoBytes,
    }),
    ...(png ? [dimensions(header)] : []),
  ];
}

function isPng(header: DataView): boolean {
  return (
    header.byteLength === headerBytes &&
    signature.every((byte, index) => header.getUint8(index) === byte)
  );
}

function dimensions(header: DataView): RuleOutcome {
  const [width, height] = [header.getUint32(widthAt), header.getUint32(heightAt)];
  return outcome("dimensions", width === photoWidth && height === photoHeight, "wrong-dimensions", {
    unit: "pixels",
    bound: "exact",
    measured: width,
    measuredHeight: height,
    wanted: photoWidth,
    wantedHeight: photoHeight,
  });
}

function outcome(
  rule: PhotoRule,
  passed: boolean,
  code: ViolationCode,
  measurement?: Measurement,
): RuleOutcome {
  if (passed) return { rule, verdict: "passed" };
  return { rule, verdict: "failed", code, ...(measurement && { measurement }) };
}
