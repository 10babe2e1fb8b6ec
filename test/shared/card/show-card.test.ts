import { expect, test } from "vitest";
import { contentHash } from "#shared/card/content-hash.ts";
import { drawingOf } from "#shared/card/drawn-card.ts";
import { issueCard } from "#shared/card/issue-card.ts";
import { showCard } from "#shared/card/show-card.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { anEmployee } from "../../support/builders.ts";
import { siteUrl } from "../../support/call-api.ts";
import { CardWorld, checkCodeOf } from "../../support/card-world.ts";

const siti = anEmployee();

/** Siti's card was issued; then her record changed, and nothing was drawn since. */
async function shownAfter(change: Partial<Employee>) {
  const world = new CardWorld(siti);
  await issueCard(world, siti.id);
  const next = revise(siti, change, {
    at: world.clock.now(),
    actor: { role: "system" },
    action: "changed",
  });
  return await showCard(world, next?.after ?? siti);
}

test("a card is shown with its number and the time it is as of", async () => {
  expect(await shownAfter({})).toEqual({
    status: "active",
    state: "drawn",
    text: expect.objectContaining({
      name: "Siti Rahma, S.Kom.",
      serial: "A20100000001",
      issuedOn: "2026-11-21",
      checkCode: checkCodeOf("A20100000001", contentHash(siti)),
    }),
    shortened: [],
    drawing: drawingOf(siti, "t1", siteUrl),
    files: ["front-portrait.webp", "back-portrait.webp"],
    viewed: undefined,
    revision: 1,
    asOf: new Date("2026-11-21T03:00:00.000Z"),
  });
});

test.each<[Partial<Employee>, string, string]>([
  [{ golongan: "III/b" }, "active", "drawing"],
  [{ photoId: "pho_new" }, "active", "drawing"],
  [{ photoId: undefined }, "active", "no-photo"],
  [{ kedudukanHukum: "04" }, "suspended", "none"],
  [{ kedudukanHukum: "99" }, "ended", "none"],
  [{ contractEnd: "2026-11-20" }, "ended", "none"],
])("after %j the old card's images are not shown", async (change, status, state) => {
  const shown = await shownAfter(change);

  expect(shown).toMatchObject({ status, state });
  expect(shown.drawing).toBeUndefined();
});

test("the words are the record's, although the new card is still being drawn", async () => {
  const { text } = await shownAfter({ golongan: "III/b" });

  expect(text).toMatchObject({ golongan: "III/b", pangkat: "Penata Muda Tingkat I" });
});

test("what the drawing shortens is told with it, and not beside a newer record", async () => {
  const cut = [{ shape: "landscape", field: "jabatan" }] as const;
  const world = new CardWorld(siti);
  world.shortened = () => cut;
  await issueCard(world, siti.id);

  expect((await showCard(world, siti)).shortened).toEqual(cut);
  expect((await shownAfter({ golongan: "III/b" })).shortened).toEqual([]);
});

test("the Kode Periksa of an older drawing is not shown beside a newer record", async () => {
  expect((await shownAfter({ golongan: "III/b" })).text).not.toHaveProperty("checkCode");
});

test("a change of what is not on the card keeps it shown", async () => {
  expect(await shownAfter({ phone: "0812 0000 0000" })).toMatchObject({ state: "drawn" });
});

test("a card that was never issued is on its way and has no number", async () => {
  const shown = await showCard(new CardWorld(siti), siti);

  expect(shown).toMatchObject({ state: "drawing" });
  expect(shown.text).not.toHaveProperty("serial");
});
