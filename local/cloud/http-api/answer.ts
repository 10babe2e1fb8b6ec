import { type HttpResponse, jsonResponse } from "./http-message.ts";

/**
 * What a function's answer becomes. One without a status code is a body for a 200.
 * @throws Error when it has the form of neither
 */
export function responseOf(answer: unknown): HttpResponse {
  if (!isRecord(answer) || answer.statusCode === undefined) {
    const body = typeof answer === "string" ? answer : JSON.stringify(answer);
    return { ...jsonResponse(200, null), body: Buffer.from(body) };
  }
  const { statusCode, headers = {}, cookies = [], body = "", isBase64Encoded } = answer;
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) {
    throw new Error(`${JSON.stringify(statusCode)} is no status.`);
  }
  if (typeof body !== "string") throw new Error("The body is no string.");
  if (!isRecord(headers)) throw new Error("The headers are no object.");
  if (!Array.isArray(cookies)) throw new Error("The cookies are no list.");
  const given = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status,
    headers: { "content-type": "text/plain;charset=UTF-8", ...Object.fromEntries(given) },
    cookies: cookies.map(String),
    body: Buffer.from(body, isBase64Encoded === true ? "base64" : "utf8"),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
