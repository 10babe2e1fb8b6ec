import { beforeAll, describe, expect, test } from "vitest";
import { drawCard } from "#shared/card/drawing/draw-card.ts";
import { decodeQr } from "../../../support/decode-qr.ts";
import { badCameras } from "./bad-cameras.ts";
import { decoders } from "./decoders.ts";
import { type ExtremeCard, extremeCards } from "./extreme-cards.ts";

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
  const images = await drawCard(content, await portrait(), fronts);
  return images.map(({ face, png }) => [`${name} ${face}`, png]);
}

let faces: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
  const drawn: [string, Buffer][] = [];
  for (const card of extremeCards) drawn.push(...(await draw(card)));
  faces = new Map(drawn);
}, 60_000);

test("jsQR reads every front", async () => {
  expect(faces.size).toBe(24);
  expect(await unread(faces, decodeQr)).toEqual([]);
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
  const images = card ? await drawCard(card.content, await card.portrait(), fronts) : [];

  for (const { webp } of images) expect(await decodeQr(webp)).toBe(card?.content.qrText);
});
