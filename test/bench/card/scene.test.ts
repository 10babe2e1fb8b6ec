import { expect, test } from "vitest";
import { faces } from "#shared/card/card-content.ts";
import { makeCards } from "../../../bench/card/cards.ts";
import { groundSvg, photoSvg, scenesOf } from "../../../bench/card/scene.ts";

test("the rivals draw all that a card has of its own: braids, seal, frame, code, texts and microtext", async () => {
  const [card] = await makeCards(1);
  const scenes = card ? scenesOf(card) : [];

  expect(scenes.map(({ face }) => face)).toEqual(faces);
  for (const scene of scenes.filter(({ face }) => face.startsWith("front"))) {
    const { front, lines } = scene;
    if (!front) throw new Error("A front has nothing on it.");
    expect(front.braids).toHaveLength(2);
    for (const { path } of [...front.braids, front.code])
      expect(groundSvg(scene, false)).toContain(`d="${path}"`);
    expect(photoSvg(front)).toContain(`d="${front.seal.path}"`);
    expect(photoSvg(front)).toContain('stroke="#FFF" stroke-opacity="0.9"');
    const texts = lines.map(({ text }) => text).join("\n");
    expect(texts).toContain("Siti Contohwati");
    expect(texts).toContain("A2010 0000001 · KARTU ASN VIRTUAL · A2010 0000001");
    expect(groundSvg(scene, true)).toContain("A2010 0000001 · KARTU ASN VIRTUAL");
  }
});
