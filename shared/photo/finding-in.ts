/** What was found wrong with a photo, in one language. Pure: pages and operators' commands tell it alike. */
import type { Measurement, PhotoRule, RuleOutcome, ViolationCode } from "./photo-report.ts";

/** Brightness is shown as a share of the brightest. */
type Unit = Exclude<Measurement["unit"], "level">;
type Limit = { readonly unit: Unit } & Pick<Measurement, "bound">;

/** Partial, because an API that is newer than an open page may find more. */
interface PhotoTexts {
  readonly violations: Readonly<Partial<Record<ViolationCode, string>>>;
  readonly fixes: Readonly<Partial<Record<ViolationCode | PhotoRule, string>>> & {
    readonly other: string;
  };
  /** What was measured. */
  readonly quantities: Readonly<Partial<Record<ViolationCode, string>>>;
  readonly measuredAtAll: string;
  readonly measured: (told: { what: string; measured: string; wanted: string }) => string;
  readonly ofNeeded: (what: string, share: string) => string;
  readonly bounds: Readonly<Record<Measurement["bound"], string>>;
  readonly pixels: (width: string, height: string) => string;
}

/** A language's words, and the locale of its figures. */
export interface PhotoWords {
  readonly texts: PhotoTexts;
  readonly locale: "id-ID" | "en-GB";
}

/** What was found, what was measured, and how to mend it. */
export function findingIn(words: PhotoWords, { rule, code, measurement }: RuleOutcome): string {
  const { violations, fixes } = words.texts;
  const found = code && violations[code];
  const measured = measurement && measurementIn(words, measurement, code);
  const fix = (code && fixes[code]) ?? fixes[rule] ?? fixes.other;
  return [found, measured, fix].filter(Boolean).join(" ");
}

/**
 * The measured and the wanted value, in the reader's own figures and units.
 * @param code of the violation, which says what was measured
 */
export function measurementIn(
  words: PhotoWords,
  found: Measurement,
  code: ViolationCode | undefined,
): string {
  const { texts } = words;
  const measurement = withSense(found);
  const { unit, measured, measuredHeight, wanted, wantedHeight, bound } = measurement;
  const what = (code && texts.quantities[code]) ?? texts.measuredAtAll;
  // Of a scale that nobody knows, only how much is missing says something.
  if (unit === "figure" && bound === "min")
    return texts.ofNeeded(what, percent(words, Math.floor((measured / wanted) * 100) / 100));
  return texts.measured({
    what,
    measured: quantity(words, awayFromLimit(measured, measurement), measurement, measuredHeight),
    wanted: `${texts.bounds[bound]} ${quantity(words, wanted, measurement, wantedHeight)}`,
  });
}

function withSense(found: Measurement): Measurement & { readonly unit: Unit } {
  const { unit, measured, wanted } = found;
  if (unit !== "level") return { ...found, unit };
  return { ...found, unit: "share", measured: measured / 255, wanted: wanted / 255 };
}

function quantity(
  words: PhotoWords,
  value: number,
  { unit }: Limit,
  height: number | undefined,
): string {
  switch (unit) {
    case "bytes":
      return `${figure(words, value / megabyte)} MB`;
    case "pixels":
      return words.texts.pixels(figure(words, value), figure(words, height ?? 0));
    case "share":
      return percent(words, value);
    case "figure":
      return figure(words, value);
    case "degrees":
      return `${figure(words, value)}°`;
  }
}

function percent({ locale }: PhotoWords, value: number): string {
  const style = { style: "percent", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, style).format(value);
}

function figure({ locale }: PhotoWords, value: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}

const megabyte = 1024 * 1024;
/** The finest that is shown of each unit. */
const steps: Readonly<Record<Unit, number>> = {
  bytes: megabyte / 100,
  pixels: 1,
  share: 0.001,
  figure: 0.1,
  degrees: 1,
};

/** Rounded away from the limit: what missed it by a hair must not be written as if it had met it. */
function awayFromLimit(value: number, { unit, bound }: Limit): number {
  if (bound === "exact") return value;
  const inSteps = value / steps[unit];
  return (bound === "max" ? Math.ceil(inSteps) : Math.floor(inSteps)) * steps[unit];
}
