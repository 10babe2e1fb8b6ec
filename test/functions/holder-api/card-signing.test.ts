/** What showing a card does for its signature: nothing where there is one, and asking once where there is none. */
import { beforeEach, expect, test, vi } from "vitest";
import { fileName } from "#shared/card/card-file.ts";
import { issueCard } from "#shared/card/issue-card.ts";
import { requestRedraw } from "#shared/card/request-redraw.ts";
import { showCard } from "#shared/card/show-card.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aPayloadSigner } from "../../support/payload-signer.ts";
import { holderApiUnderTest, siti } from "./holder-api-under-test.ts";

const card = "/api/me/card";
const front = "/api/me/card/faces/front-landscape";
const pdf = ["/api/me/card/pdf", { shape: "portrait" }] as const;
/** Everything that one may look at or take along. */
const shown = [[card, {}], [front, {}], [front, { download: "1" }], pdf] as const;

beforeEach(() => {
  for (const level of ["info", "warn"] as const) vi.spyOn(logger, level).mockReturnValue();
});

/** A card that was drawn before cards were signed. */
async function unsigned() {
  const api = await holderApiUnderTest();
  const signer = await aPayloadSigner();
  api.world.signer = signer;
  return { ...api, signer };
}

test("a card that is not signed is shown, and asked for once in five minutes", async () => {
  const { get, redraws, world } = await unsigned();
  expect((await get(card)).body).toMatchObject({ state: "drawn" });
  await get(card);
  expect(redraws).toEqual([siti.id]);

  world.clock.advance({ minutes: 6 });
  await get(card);
  expect(redraws).toEqual([siti.id, siti.id]);
});

test("a signed card has another version, is asked for no more, and costs KMS nothing more", async () => {
  const { get, redraws, world, signer } = await unsigned();
  const before = await get(card);
  await issueCard(world, siti.id);
  redraws.length = 0;
  const after = await get(card, { headers: { "if-none-match": before.headers.etag ?? "" } });

  expect(after.status).toBe(200);
  expect(after.body).not.toMatchObject({ version: Object(before.body).version });
  for (const [path, query] of shown) expect((await get(path, { query })).status).toBeLessThan(400);
  expect(redraws).toEqual([]);
  expect(signer.signed).toBe(1);
  // Nobody had looked before: only what is asked for is drawn.
  const digits = world.drawn.slice(2).map(({ content }) => content.signedDigits);
  expect(digits).toHaveLength(3);
  expect([...new Set(digits)]).toEqual([expect.stringMatching(/^\d{300,}$/)]);
});

test("a file that somebody asks for of a card that is not signed is the signed card's", async () => {
  const { get, world, signer } = await unsigned();
  expect((await get(pdf[0], { query: pdf[1] })).status).toBe(302);

  expect(signer.signed).toBe(1);
  expect(world.drawn.at(-1)).toMatchObject({
    file: fileName({ shape: "portrait", sheet: "card" }),
    content: { signedDigits: expect.any(String) },
  });
});

test("while KMS refuses, everything is shown and downloaded without a signature", async () => {
  const { get, world, signer } = await unsigned();
  signer.isDown = true;

  for (const [path, query] of shown) expect((await get(path, { query })).status).toBeLessThan(400);
  expect(world.drawn.map(({ content }) => content.signedDigits)).not.toContainEqual(
    expect.anything(),
  );
});

test.each([
  [670, []],
  [671, [siti.id]],
])(
  "a card that was signed %i days ago asks for %j when it is looked at",
  async (days, expected) => {
    const { world, redraws } = await unsigned();
    await issueCard(world, siti.id);
    world.clock.advance({ days });
    const asked = {
      ...world,
      signsCards: true,
      limits: { count: async () => {} },
      redrawQueue: { send: async (id: typeof siti.id) => void redraws.push(id) },
    };
    await requestRedraw(asked, await showCard(world, siti), siti);

    expect(redraws).toEqual(expected);
  },
);
