import { createHash } from "node:crypto";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import type { CardContent } from "#shared/card/card-content.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { base32 } from "#shared/runtime/ids.ts";
import { longest, payloadAt } from "../../../support/card-signer.ts";
import { cells } from "../../../support/cells.ts";
import { decodePixels, decodeQr } from "../../../support/decode-qr.ts";
import { digitsOf } from "../../../support/signed-digits.ts";
import { badCameras } from "./bad-cameras.ts";
import { decoders } from "./decoders.ts";
import { type ExtremeCard, extremeCards } from "./extreme-cards.ts";

const painter = new CardPainter(new CheckedTemplates());

const fronts = ["front-landscape", "front-portrait"] as const;

/** The name of every front that a decoder cannot read in this state. */
async function unread(
  faces: ReadonlyMap<string, Buffer>,
  decode: (face: Buffer) => Promise<string | undefined>,
): Promise<string[]> {
  const failures: string[] = [];
  for (const [name, png] of faces) {
    const card = extremeCards.find((extreme) => name.startsWith(`${extreme.name} `));
    if ((await decode(png)) !== card?.content.qrText) failures.push(name);
  }
  return failures;
}

async function draw({ name, content, portrait }: ExtremeCard): Promise<[string, Buffer][]> {
  const images = painter.drawPngs(content, await portrait(), fronts);
  return images.map(({ face, png }) => [`${name} ${face}`, png]);
}

let faces: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
  const drawn: [string, Buffer][] = [];
  for (const card of extremeCards) drawn.push(...(await draw(card)));
  faces = new Map(drawn);
}, 60_000);

test("jsQR reads every front, as a link of any camera", async () => {
  expect(faces.size).toBe(24);
  expect(await unread(faces, decodeQr)).toEqual([]);
  for (const { content } of extremeCards) expect(content.qrText).toMatch(/^https:\/\//);
}, 60_000);

describe.each(Object.entries(decoders))("%s reads every front", (_, decode) => {
  test.each(Object.entries(badCameras))(
    "%s",
    async (_state, spoil) => {
      expect(await unread(faces, async (png) => decode(await spoil(png)))).toEqual([]);
    },
    60_000,
  );
});

test("the lighter picture for the screen is read as well", async () => {
  const [card] = extremeCards;
  if (!card) throw new Error("There is no card.");
  for (const front of fronts) {
    const webp = await painter.drawWebp(card.content, await card.portrait(), front);
    expect(await decodeQr(webp)).toBe(card.content.qrText);
  }
});

const short = "https://KARTU-ASN.EXAMPLE/V/";
const long = "https://KARTU-ASN.KOTAWARINGINBARATKAB.EXAMPLE/V/";

/** Codes of 29 and 33 modules, and of 57 and 61 for signed ones. */
const texts: Readonly<Record<string, (token: string, index: number) => CodeContent>> = {
  "a short address": (token) => ({ qrText: short + token }),
  "a long address": (token) => ({ qrText: long + token }),
  "a signed payload": (token, index) => ({
    qrText: short + token,
    signedDigits: digitsOf(payloadAt(index), index),
  }),
  "the longest signed payload": (token, index) => ({
    qrText: long + token,
    signedDigits: digitsOf(longest, index),
  }),
};
type CodeContent = Pick<CardContent, "qrText" | "signedDigits">;

/** 62 cards, 124 fronts. */
const everyCard = Array.from({ length: 62 }, (_, index) => index);

/** W12: off the squares of 8 pixels that JPEG codes, zbar could not read one front in five to eight at this quality. */
describe.each(Object.entries(texts))("cards' codes with %s", (_, textOf) => {
  test("are read on both fronts after a JPEG of quality 20, by every decoder", async () => {
    const indices = cells(everyCard, 10);
    const missed: string[] = [];
    for (const index of indices) {
      const card = cardAt(index);
      const content = { ...card.content, ...textOf(tokenOf(index), index) };
      const said = [content.qrText, content.signedDigits].filter(Boolean).join("#");
      for (const jpeg of await jpegsOf(content, await card.portrait()))
        for (const [decoder, text] of Object.entries(await readByAll(jpeg)))
          if (text !== said) missed.push(`${decoder}: ${card.name}, token ${index}`);
    }

    expect(indices.length).toBeGreaterThanOrEqual(10);
    expect(missed).toEqual([]);
  }, 240_000);
});

function cardAt(index: number): ExtremeCard {
  const card = extremeCards[index % extremeCards.length];
  if (!card) throw new Error("There are no extreme cards.");
  return card;
}

async function jpegsOf(content: CardContent, photo: Buffer): Promise<Buffer[]> {
  const pngs = painter.drawPngs(content, photo, fronts);
  return Promise.all(pngs.map(({ png }) => sharp(png).jpeg({ quality: 20 }).toBuffer()));
}

async function readByAll(jpeg: Buffer): Promise<Record<string, string | undefined>> {
  const { data, info } = await sharp(jpeg)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const picture = { data, width: info.width, height: info.height };
  return {
    jsQR: decodePixels(picture),
    zxing: await decoders.zxing(picture),
    zbar: await decoders.zbar(picture),
  };
}

/** As random as a token, and the same in each run. */
function tokenOf(index: number): string {
  const digest = createHash("sha256").update(`token ${index}`).digest();
  return base32(digest.subarray(0, 16)).toUpperCase();
}
