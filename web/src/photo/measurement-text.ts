/** What was measured and what is wanted, in the reader's own figures and units. */
import type { Measurement } from "#shared/http/contract.ts";
import { language } from "../language.ts";
import { photo as text } from "../messages/photo.ts";

const locale = language === "en" ? "en-GB" : "id-ID";
const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });

type Limit = Pick<Measurement, "unit" | "bound">;

export function measurementText(measurement: Measurement): string {
  const { measured, measuredHeight, wanted, wantedHeight, bound } = measurement;
  return text.measured({
    measured: quantity(awayFromLimit(measured, measurement), measurement, measuredHeight),
    wanted: `${text.bounds[bound]} ${quantity(wanted, measurement, wantedHeight)}`,
  });
}

function quantity(value: number, { unit }: Limit, height: number | undefined): string {
  switch (unit) {
    case "bytes":
      return `${figure.format(value / megabyte)} MB`;
    case "pixels":
      return text.pixels(figure.format(value), figure.format(height ?? 0));
    case "share":
      return percent.format(value);
    case "level":
      return text.level(figure.format(value));
    case "figure":
      return figure.format(value);
  }
}

const megabyte = 1024 * 1024;
/** The finest that is shown of each unit. */
const steps: Readonly<Record<Measurement["unit"], number>> = {
  bytes: megabyte / 100,
  pixels: 1,
  share: 0.001,
  level: 1,
  figure: 0.1,
};

/** Rounded away from the limit: what missed it by a hair must not be written as if it had met it. */
function awayFromLimit(value: number, { unit, bound }: Limit): number {
  if (bound === "exact") return value;
  const inSteps = value / steps[unit];
  return (bound === "max" ? Math.ceil(inSteps) : Math.floor(inSteps)) * steps[unit];
}
