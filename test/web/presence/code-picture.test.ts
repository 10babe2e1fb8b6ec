import { expect, test } from "vitest";
import { codePicture } from "../../../web/src/presence/code-picture.ts";
import { decodeSvgQr } from "../../support/decode-qr.ts";
import { presencePhone } from "../../support/presence-phone.ts";

test("what is drawn is the code, in a small QR with a quiet zone", async () => {
  const code = await (await presencePhone()).codeOf(59_000_000);
  const { side, path } = codePicture(code);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`;

  expect(side).toBe(49);
  expect(await decodeSvgQr(svg)).toBe(code);
});
