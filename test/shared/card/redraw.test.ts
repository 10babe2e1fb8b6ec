/** What a redraw of the same card in another look asks for, which is done for everybody at once (docs/cost.md). */
import { expect, test, vi } from "vitest";
import { qrText } from "#shared/card/card-token.ts";
import { contentHash } from "#shared/card/content-hash.ts";
import { drawFile } from "#shared/card/draw-file.ts";
import { issueCard } from "#shared/card/issue-card.ts";
import { TokenSeals } from "#shared/card/token-seals.ts";
import { revise } from "#shared/employee/revision.ts";
import { anEmployee } from "../../support/builders.ts";
import { CardWorld, tokenOf } from "../../support/card-world.ts";

const siti = anEmployee();

/** Siti's card in an old look, and what is asked for from then on. */
async function inAnOldLook({ viewed = true } = {}) {
  const world = new CardWorld(siti);
  await issueCard(world, siti.id);
  if (viewed) await world.cards.noteView(siti.id, "portrait");
  world.templateVersion = "t2";
  world.drawn.splice(0);
  const spies = {
    tokens: vi.spyOn(world.tokens, "token"),
    checkCodes: vi.spyOn(world.checkCodes, "code"),
    findable: vi.spyOn(world.cards, "addToken"),
    pointers: vi.spyOn(world.cards, "point"),
    photos: vi.spyOn(world.photos, "read"),
    looked: vi.spyOn(world.drawings, "has"),
    stored: vi.spyOn(world.drawings, "put"),
  };
  const asked = () =>
    Object.fromEntries(Object.entries(spies).map(([name, { mock }]) => [name, mock.calls.length]));
  return { world, asked };
}

test("a card that somebody has looked at is drawn: no key, one photo, one file, one write", async () => {
  const { world, asked } = await inAnOldLook();
  const before = await world.cards.find(siti.id);
  expect(await issueCard(world, siti.id)).toBe("drawn");

  expect(world.drawn[0]?.content.qrText).toBe(qrText(world.siteUrl, tokenOf(contentHash(siti))));
  expect(await world.cards.find(siti.id)).toMatchObject({
    ...{ templateVersion: "t2", sealedToken: before?.sealedToken },
    files: ["front-portrait.webp", "back-portrait.webp"],
  });
  // The first of its agency, kind and look stores the back as well, which all others find.
  expect(asked()).toEqual({
    ...{ tokens: 0, checkCodes: 0, findable: 0, pointers: 1, photos: 1, looked: 1, stored: 2 },
  });
  expect(world.cards.tokens.size).toBe(2);
});

test("a card that nobody has ever looked at is not drawn: its pointer moves, and nothing else is asked for", async () => {
  const { world, asked } = await inAnOldLook({ viewed: false });
  const before = await world.cards.find(siti.id);
  expect(await issueCard(world, siti.id)).toBe("unchanged");

  const { checkCode, sealedToken, shortened } = before ?? {};
  expect(await world.cards.find(siti.id)).toMatchObject({
    ...{ templateVersion: "t2", files: [], checkCode, sealedToken, shortened },
  });
  expect(asked()).toEqual({
    ...{ tokens: 0, checkCodes: 0, findable: 0, pointers: 1, photos: 0, looked: 0, stored: 0 },
  });
  // Another message for it changes nothing; the first who looks has the front drawn.
  expect(await issueCard(world, siti.id)).toBe("unchanged");
  expect(world.drawn).toEqual([]);
  const file = { face: "front-portrait", format: "webp" } as const;
  expect(await drawFile(world, { employeeId: siti.id, file })).toBe("drawn");
  expect((await world.cards.find(siti.id))?.files).toEqual(["front-portrait.webp"]);
});

type Spoil = (world: CardWorld, sealed: string) => Promise<string | undefined>;

test.each<readonly [string, Spoil]>([
  ["is not kept yet, as in cards from before", async () => undefined],
  ["was sealed for another card", ({ tokenSeals }) => tokenSeals.seal("c2", tokenOf("c2"))],
  [
    "was sealed under a former key",
    ({ clock }) => {
      const former = new TokenSeals(async () => Buffer.alloc(32, 8), clock);
      return former.seal(contentHash(siti), tokenOf(contentHash(siti)));
    },
  ],
  ["was cut off", async (_, sealed) => sealed.slice(0, -9)],
  ["is no sealed text", async () => "?"],
])(
  "a token that %s is made again by its key, is the same, and is kept sealed",
  async (_, spoil) => {
    const { world, asked } = await inAnOldLook();
    const {
      backs = "",
      checkCode = "",
      sealedToken: kept = "",
    } = (await world.cards.find(siti.id)) ?? {};
    const shown = { revision: 1, contentHash: contentHash(siti), templateVersion: "t1", backs };
    const sealedToken = await spoil(world, kept);
    const told = { files: ["front-portrait.webp"], checkCode, shortened: [] };
    await world.cards.point(siti.id, { ...shown, ...told, sealedToken });
    expect((await world.cards.find(siti.id))?.sealedToken).toBe(sealedToken);
    expect(await issueCard(world, siti.id)).toBe("drawn");

    expect(asked()).toMatchObject({ tokens: 1, checkCodes: 0, findable: 0 });
    const token = tokenOf(contentHash(siti));
    expect(world.drawn[0]?.content.qrText).toBe(qrText(world.siteUrl, token));
    const { sealedToken: anew = "" } = (await world.cards.find(siti.id)) ?? {};
    expect(await world.tokenSeals.open(contentHash(siti), anew)).toBe(token);
  },
);

test("a file that somebody asks for later asks no key for the token either", async () => {
  const { world, asked } = await inAnOldLook();
  await issueCard(world, siti.id);
  const file = { face: "front-landscape", format: "png" } as const;
  expect(await drawFile(world, { employeeId: siti.id, file })).toBe("drawn");

  expect(asked()).toMatchObject({ tokens: 0, checkCodes: 0 });
});

test("a changed record is drawn whether or not anybody has looked", async () => {
  const { world, asked } = await inAnOldLook({ viewed: false });
  const told = { at: world.clock.now(), actor: { role: "system" }, action: "changed" } as const;
  const changed = revise(siti, { golongan: "III/b" }, told);
  if (changed) await world.employees.save(changed);
  expect(await issueCard(world, siti.id)).toBe("drawn");

  expect(asked()).toMatchObject({ tokens: 1, checkCodes: 1, findable: 2, photos: 1 });
});
