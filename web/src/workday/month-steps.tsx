import { href } from "../language.ts";

/** "2026-12" and 1: "2027-01". */
export function monthsLater(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

interface MonthStepsProps {
  readonly month: string;
  /** Where another month is, without its language. */
  readonly addressOf: (month: string) => string;
  readonly text: { readonly before: string; readonly after: string };
}

/** To the month before and the one after. */
export function MonthSteps({ month, addressOf, text }: MonthStepsProps) {
  const to = (months: number) => href(addressOf(monthsLater(month, months)));
  return (
    <p class="button-row">
      <a class="button button-quiet" href={to(-1)}>
        {text.before}
      </a>
      <a class="button button-quiet" href={to(1)}>
        {text.after}
      </a>
    </p>
  );
}
