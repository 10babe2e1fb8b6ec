import { expect, test } from "vitest";
import { originOf } from "#shared/http/request-origin.ts";
import { aRequest } from "../../support/call-api.ts";

const like = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [
    `Mozilla/5.0 (Linux; Android 10; K) ${like} Chrome/142.0.0.0 Mobile Safari/537.36`,
    "chrome",
    "android",
  ],
  [
    `Mozilla/5.0 (Linux; Android 14; SM-A156E) ${like} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    "samsung",
    "android",
  ],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${like} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
    "edge",
    "windows",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "firefox", "linux"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
    "safari",
    "ios",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0.0.0 Mobile/15E148 Safari/604.1",
    "chrome",
    "ios",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
    "safari",
    "macos",
  ],
  [
    `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${like} Chrome/142.0.0.0 Safari/537.36`,
    "chrome",
    "chromeos",
  ],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${like} Chrome/140.0.0.0 Safari/537.36 OPR/124.0.0.0`,
    "opera",
    "windows",
  ],
  ["curl/8.5.0", undefined, undefined],
  [undefined, undefined, undefined],
])("%s", (agent, browser, system) => {
  const request = aRequest({ path: "/", headers: { "user-agent": agent } });

  expect(originOf(request)).toEqual({ ...(browser && { browser }), ...(system && { system }) });
});

test.each([
  ["Jawa Barat", "Jawa Barat"],
  ["%C3%8Ele-de-France", "Île-de-France"],
  ["D.I. Yogyakarta", "D.I. Yogyakarta"],
  ["%C3", undefined],
  ["<b>Jakarta</b>", undefined],
  ["x".repeat(81), undefined],
])("CloudFront's region %s is told as %s", (header, region) => {
  const headers = { "cloudfront-viewer-country-region-name": header };

  expect(originOf(aRequest({ path: "/", headers })).region).toBe(region);
});
