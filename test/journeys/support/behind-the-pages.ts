/** What a story looks up, or does, past the pages. */
import type { Cloud } from "../../../local/cloud/cloud.ts";
import { solve } from "../../support/solve-captcha.ts";
import type { World } from "./world.ts";

/** How many cards were drawn since the story began. */
export function drawings(world: World): number {
  return world.logLines().filter((line) => line.includes("card.drawn")).length;
}

/** @returns asks about the token with one solved captcha, as often as it is called */
export async function verificationWithOneCaptcha(
  { siteUrl }: Cloud,
  token: string,
): Promise<() => Promise<Response>> {
  const answer = await fetch(`${siteUrl}/api/verify/captcha`);
  const body = JSON.stringify({ token, captcha: solve(await answer.json()) });
  const headers = { "content-type": "application/json", "x-kartu": "1", origin: siteUrl };
  return () => fetch(`${siteUrl}/api/verify`, { method: "POST", headers, body });
}
