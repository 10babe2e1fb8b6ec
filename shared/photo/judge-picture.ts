/** The rules for what a picture shows, whatever file it came in. Pure: the browser may ask the same. */
import type { FindFaces } from "#shared/vision/find-faces.ts";
import { eyeWarnings, faceViolations, mainFace, poseWarnings } from "./face-rules.ts";
import { hiddenFace } from "./hidden-face.ts";
import type { PhotoRule, RuleOutcome } from "./photo-report.ts";
import type { Pixels } from "./pixels.ts";
import { measureTone, type ToneFindings, toneRules, toneViolations } from "./tone.ts";
import { transparencyViolations } from "./transparency.ts";
import type { Violation } from "./violation.ts";

/** In the order in which they are told. */
export const pictureRules = [
  "transparency",
  ...toneRules,
  "face",
  "pose",
  "dress",
  "eyes",
] as const;

/** What is right and wrong with a picture, rule by rule. What is measured of a face is unread where there is none. */
export function judgePicture(pixels: Pixels, find: FindFaces): RuleOutcome[] {
  const faces = find(pixels);
  const face = mainFace(faces);
  const hidden = face ? undefined : hiddenFace(pixels, find);
  const measured = face && measureTone(pixels, face);
  const tone: Partial<ToneFindings> | undefined = measured
    ? toneViolations(measured)
    : hidden?.tone;
  // A cast hides no face, nor do greys: a drawing under one, and an owl, are still none.
  const isExplained = Object.values(tone ?? {}).some((found) =>
    found.some(({ code }) => code !== "tinted" && code !== "grey"),
  );
  return [
    ...outcomes("transparency", transparencyViolations(pixels, face)),
    ...toneRules.flatMap((rule) => {
      const found = tone?.[rule];
      return found ? outcomes(rule, found) : unread(rule);
    }),
    ...faceOutcomes(faceViolations(faces, pixels), {
      isExplained,
      isHidden: hidden?.isFound === true,
    }),
    ...(face ? warnings("pose", poseWarnings(face, pixels), "not-checked") : unread("pose")),
    // Only a person can check it (K-16). It is listed, so that nobody thinks that a machine checked it.
    { rule: "dress", verdict: "not-checked" },
    ...(face ? warnings("eyes", eyeWarnings(face, measured?.skin), "passed") : unread("eyes")),
  ];
}

/** What can be told without models of faces; the rest is told once the photo is sent. */
export function judgeCutOut(pixels: Pixels): RuleOutcome[] {
  const [, ...others] = pictureRules;
  return [
    ...outcomes("transparency", transparencyViolations(pixels, undefined)),
    ...others.flatMap(unread),
  ];
}

/** Light, colour or blur explain why a face cannot be seen well, or what it hides in. */
function faceOutcomes(
  violations: readonly Violation[],
  { isExplained, isHidden }: { readonly isExplained: boolean; readonly isHidden: boolean },
): RuleOutcome[] {
  const told = violations.filter(
    ({ code }) => !isExplained || !(code === "face-unclear" || (isHidden && code === "no-face")),
  );
  return told.length === 0 && violations.length > 0 ? unread("face") : outcomes("face", told);
}

/** @param otherwise what is said when there is nothing to warn of */
function warnings(
  rule: PhotoRule,
  violations: readonly Violation[],
  otherwise: RuleOutcome["verdict"],
): RuleOutcome[] {
  if (violations.length === 0) return [{ rule, verdict: otherwise }];
  return violations.map((violation) => ({ rule, verdict: "warned", ...violation }));
}

/** An outcome for each violation; where there is none, that the rule is passed. */
export function outcomes(rule: PhotoRule, violations: readonly Violation[]): RuleOutcome[] {
  return violations.length === 0
    ? [{ rule, verdict: "passed" }]
    : violations.map((violation) => ({ rule, verdict: "failed", ...violation }));
}

/** A rule that something else kept from being checked. */
export function unread(rule: PhotoRule): RuleOutcome[] {
  return [{ rule, verdict: "unread" }];
}
