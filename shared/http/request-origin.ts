import type { Origin } from "#shared/audit/origin.ts";
import type { HttpRequest } from "./http-request.ts";

/** The first that fits: most browsers also name those that they are made from, or want to be taken for. */
const browsers = [
  ["samsung", /SamsungBrowser\//],
  ["edge", /\bEdg(?:e|A|iOS)?\//],
  ["opera", /\bOPR\/|\bOPiOS\/|\bOPT\//],
  ["firefox", /Firefox\/|FxiOS\//],
  ["chrome", /Chrome\/|CriOS\//],
  ["safari", /Version\/[\d.]+ .*Safari\//],
] as const;

const systems = [
  ["android", /Android/],
  ["ios", /iPhone|iPad|iPod/],
  ["chromeos", /CrOS/],
  ["windows", /Windows/],
  ["macos", /Macintosh/],
  ["linux", /Linux/],
] as const;

/**
 * Where a request came from, as far as its browser and CloudFront say («Add CloudFront request headers», Amazon CloudFront
 * Developer Guide). Everybody can choose what their browser says, so nothing is decided by it: people recognise themselves.
 */
export function originOf(request: Pick<HttpRequest, "header">): Origin {
  const agent = request.header("user-agent") ?? "";
  const country = request.header("cloudfront-viewer-country");
  const region = regionOf(request.header("cloudfront-viewer-country-region-name") ?? "");
  const browser = browsers.find(([, mark]) => mark.test(agent))?.[0];
  const system = systems.find(([, mark]) => mark.test(agent))?.[0];
  return {
    ...(browser && { browser }),
    ...(system && { system }),
    ...(country && { country }),
    ...(region && { region }),
  };
}

/** Names of regions: letters of any script, and what stands between them. */
const regionName = /^[\p{L}\p{M}\p{N} .,'’()/-]{1,80}$/u;

/**
 * The name of a region in a header. «For non-ASCII characters in these headers' values, CloudFront percent encodes the character»
 * (as above). It adds none for a request out of Amazon EC2, so what is no name was not CloudFront's and is left out.
 */
function regionOf(header: string): string | undefined {
  try {
    const name = decodeURIComponent(header);
    return regionName.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
}
