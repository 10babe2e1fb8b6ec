import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";

/** An address can say anything. */
export function requestIn(text = ""): OwnRequest["id"] | undefined {
  const [prefix, rest] = text.split("_");
  return prefix === "req" && rest ? `req_${rest}` : undefined;
}
