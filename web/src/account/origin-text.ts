import type { Origin } from "#shared/audit/origin.ts";
import { language } from "../language.ts";
import { origin as text } from "../messages/origin.ts";

const browsers: Readonly<Record<NonNullable<Origin["browser"]>, string>> = {
  chrome: "Chrome",
  edge: "Edge",
  firefox: "Firefox",
  opera: "Opera",
  safari: "Safari",
  samsung: "Samsung Internet",
};
const systems: Readonly<Record<NonNullable<Origin["system"]>, string>> = {
  android: "Android",
  chromeos: "ChromeOS",
  ios: "iOS",
  linux: "Linux",
  macos: "macOS",
  windows: "Windows",
};

/** "Chrome di Android". */
export function deviceText({ browser, system }: Origin): string {
  const name = browser ? browsers[browser] : text.unknownBrowser;
  return system ? text.browserOn(name, systems[system]) : name;
}

/** "Jawa Barat, Indonesia"; undefined when nothing is known of the place. */
export function placeText({ country, region }: Origin): string | undefined {
  const parts = [region, country && countryName(country)].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : undefined;
}

function countryName(code: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "region" }).of(code) ?? code;
  } catch {
    // Safari before 14.1 has no names, and what is no code has none anywhere.
    return code;
  }
}
