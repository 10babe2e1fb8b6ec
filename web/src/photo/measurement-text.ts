/** What was measured and what is wanted, in the reader's own figures and units. */
import type { Measurement, ViolationCode } from "#shared/photo/photo-report.ts";
import { language } from "../language.ts";
import { photo as text } from "../messages/photo.ts";

const locale = language === "en" ? "en-GB" : "id-ID";
const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });

/** Without brightness, which is shown as a share of the brightest. */
type Unit = Exclude<Measurement["unit"], "level">;
type Limit = { readonly unit: Unit } & Pick<Measurement, "bound">;

const quantities: Readonly<Partial<Record<ViolationCode, string>>> = text.quantities;

/** @param code of the violation, which says what was measured */
export function measurementText(found: Measurement, code: ViolationCode | undefined): string {
  const measurement = withSense(found);
  const { unit, measured, measuredHeight, wanted, wantedHeight, bound } = measurement;
  const what = (code && quantities[code]) ?? text.measuredAtAll;
  // Of a scale that nobody knows, only how much is missing says something.
  if (unit === "figure" && bound === "min")
    return text.ofNeeded(what, percent.format(Math.floor((measured / wanted) * 100) / 100));
  return text.measured({
    what,
    measured: quantity(awayFromLimit(measured, measurement), measurement, measuredHeight),
    wanted: `${text.bounds[bound]} ${quantity(wanted, measurement, wantedHeight)}`,
  });
}

function withSense(found: Measurement): Measurement & { readonly unit: Unit } {
  const { unit, measured, wanted } = found;
  if (unit !== "level") return { ...found, unit };
  return { ...found, unit: "share", measured: measured / 255, wanted: wanted / 255 };
}

function quantity(value: number, { unit }: Limit, height: number | undefined): string {
  switch (unit) {
    case "bytes":
      return `${figure.format(value / megabyte)} MB`;
    case "pixels":
      return text.pixels(figure.format(value), figure.format(height ?? 0));
    case "share":
      return percent.format(value);
    case "figure":
      return figure.format(value);
  }
}

const megabyte = 1024 * 1024;
/** The finest that is shown of each unit. */
const steps: Readonly<Record<Unit, number>> = {
  bytes: megabyte / 100,
  pixels: 1,
  share: 0.001,
  figure: 0.1,
};

/** Rounded away from the limit: what missed it by a hair must not be written as if it had met it. */
function awayFromLimit(value: number, { unit, bound }: Limit): number {
  if (bound === "exact") return value;
  const inSteps = value / steps[unit];
  return (bound === "max" ? Math.ceil(inSteps) : Math.floor(inSteps)) * steps[unit];
}
