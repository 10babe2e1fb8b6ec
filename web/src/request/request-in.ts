import type { OwnRequest } from "#shared/data-change/data-change-answers.ts";

/** An address can say anything. */
export function requestIn(text = ""): OwnRequest["id"] | undefined {
  const [prefix, rest] = text.split("_");
  return prefix === "req" && rest ? `req_${rest}` : undefined;
}
