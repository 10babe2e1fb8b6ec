/** The captcha's reading over the API. */
import { beforeEach, expect, test, vi } from "vitest";
import { captchaChallenge } from "#shared/captcha/captcha.ts";
import { logger } from "#shared/runtime/logger.ts";
import { verifyApi } from "../../support/verify-api.ts";

const path = "/api/verify/captcha/audio";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test("it is a file that nobody keeps, in both languages, and reads nothing of a card", async () => {
  const { call, challenge, reads } = verifyApi();
  const token = captchaChallenge.parse((await challenge()).body).image?.token;
  const [first, second, english] = [
    await call({ path, query: { token } }),
    await call({ path, query: { token } }),
    await call({ path, query: { token, lang: "en" } }),
  ];

  expect(first).toMatchObject({
    status: 200,
    headers: { "content-type": "audio/wav", "cache-control": "no-store" },
  });
  expect(Buffer.from(first.text, "base64").toString("latin1", 0, 4)).toBe("RIFF");
  expect(second.text).toBe(first.text);
  expect(english.text).not.toBe(first.text);
  expect(reads).toEqual([]);
});

test("a player that asks for a part first gets it, of the same file, and the file in parts is the file", async () => {
  const { call, challenge } = verifyApi();
  const token = captchaChallenge.parse((await challenge()).body).image?.token;
  const part = async (headers: Readonly<Record<string, string>>) => {
    const answer = await call({ path, query: { token }, headers });
    return { ...answer, bytes: Buffer.from(answer.text, "base64") };
  };
  const whole = await part({});
  const { length } = whole.bytes;
  const parts = [await part({ range: "bytes=0-1" }), await part({ range: "bytes=2-" })];

  expect(whole.headers["accept-ranges"]).toBe("bytes");
  expect(parts.map(({ status }) => status)).toEqual([206, 206]);
  expect(parts[0]?.headers).toMatchObject({
    ...{ "content-type": "audio/wav", "cache-control": "no-store" },
    "content-range": `bytes 0-1/${length}`,
  });
  expect(Buffer.concat(parts.map(({ bytes }) => bytes))).toEqual(whole.bytes);
  expect((await part({ range: `bytes=${length}-` })).status).toBe(416);
  expect((await part({ range: "bytes=0-1", "if-range": '"x"' })).status).toBe(200);
});

test("what is no captcha of ours, or was given to another network, is refused", async () => {
  const { call, challenge } = verifyApi();
  const token = captchaChallenge.parse((await challenge()).body).image?.token;
  const refused = {
    status: 422,
    body: { problems: [{ field: "captcha", code: "captcha-refused" }] },
  };

  expect(await call({ path, query: { token }, address: "198.51.100.7" })).toMatchObject(refused);
  expect(await call({ path, query: { token: "cap_x.1.y" } })).toMatchObject(refused);
  expect((await call({ path })).status).toBe(422);
  expect((await call({ path, query: { token, lang: "fr" } })).status).toBe(422);
});
