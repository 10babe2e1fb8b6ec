/** What the judge's rules say in one word each, while a photo is being made. Pure. */
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import type { EarlyFinding } from "./early-findings.ts";
import type { JudgedPhoto } from "./worker-messages.ts";

export interface Tick {
  /** "size" is that of the picture within the frame. */
  readonly rule: "size" | (typeof cutRules)[number];
  readonly verdict: RuleOutcome["verdict"];
}

interface Known {
  /** What was judged last, if anything. */
  readonly judged: Pick<JudgedPhoto, "rules" | "outcome"> | undefined;
  readonly findings: readonly EarlyFinding[];
  /** The background is not removed yet: nothing is wrong with that. */
  readonly isAhead: boolean;
  /** Without it nothing is known of the face. */
  readonly hasFaceTool: boolean;
}

const cutRules = ["transparency", "face", "light", "colour", "sharpness"] as const;

/** @returns in the order in which they are mended; of the face only what is known before the photo is sent */
export function ticksOf({ judged, findings, isAhead, hasFaceTool }: Known): readonly Tick[] {
  const ofJudge = (hasFaceTool ? cutRules : cutRules.slice(0, 1)).map((rule): Tick => {
    const isKnown = judged && !(isAhead && rule === "transparency");
    return { rule, verdict: isKnown ? verdictOf(rule, judged) : "unread" };
  });
  const size = { rule: "size", verdict: isTooSmall(findings) ? "failed" : "passed" } as const;
  const light = { rule: "light", verdict: "failed" } as const;
  return [size, ...ofJudge, ...(!hasFaceTool && isDark(findings) ? [light] : [])];
}

const isTooSmall = (findings: readonly EarlyFinding[]) =>
  findings.some((found) => "width" in found);
const isDark = (findings: readonly EarlyFinding[]) =>
  findings.some(({ code }) => code === "too-dark");

const worst: readonly RuleOutcome["verdict"][] = ["failed", "warned", "unread", "passed"];

/** What follows from nobody being there is not told by itself (cause-first.ts), and is wrong all the same. */
function verdictOf(rule: RuleOutcome["rule"], { rules, outcome }: NonNullable<Known["judged"]>) {
  const found = rules.filter((each) => each.rule === rule).map(({ verdict }) => verdict);
  const told = worst.find((verdict) => found.includes(verdict));
  return told ?? (outcome === "person" ? "passed" : "failed");
}
