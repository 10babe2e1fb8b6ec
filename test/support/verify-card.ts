import { lookUpCard, tellCard } from "#shared/verification/verify-card.ts";

/** What somebody is told who scans a card, after the captcha. */
export async function verifyCard(
  api: Parameters<typeof lookUpCard>[0] & Parameters<typeof tellCard>[0],
  token: string,
) {
  return await tellCard(api, await lookUpCard(api, { token }));
}
