import type { Problem } from "#shared/http/problem-body.ts";
import type { AnswerOf, BodyOf } from "../api/api-routes.ts";

/** What the API answers instead. */
export class Refusal extends Error {
  declare readonly problem: Partial<Problem>;
  constructor(refused: Partial<Problem>) {
    super();
    this.problem = refused;
  }
}

/** The client's `call`, as small as this page is. */
export async function call<Name extends "GET /api/verify/captcha" | "POST /api/verify">(
  name: Name,
  body?: BodyOf<Name>,
): Promise<AnswerOf<Name>> {
  const [method = "", path = ""] = name.split(" ");
  const json = body && {
    headers: { "content-type": "application/json", "x-kartu": "1" },
    body: JSON.stringify(body),
  };
  const response = await fetch(path, { method, ...json });
  const answer = await response.json().catch(() => ({}));
  // What throttles in front of the function gives no code.
  const code = [429, 503].includes(response.status) ? "busy" : undefined;
  if (!response.ok) throw new Refusal({ code, ...answer });
  return answer;
}

export function isOfCaptcha({ problem: { problems } }: Refusal): boolean {
  return problems?.some(({ field }) => field === "captcha") ?? false;
}
