/** Files of a card that somebody asks for: drawn when they are first needed, never twice, never of a card that is over. */
import { expect, test } from "vitest";
import { type CardFile, cardFiles, fileName } from "#shared/card/card-file.ts";
import { contentHash } from "#shared/card/content-hash.ts";
import { drawFile, fileRequest } from "#shared/card/draw-file.ts";
import { drawingOf } from "#shared/card/drawn-card.ts";
import { issueCard } from "#shared/card/issue-card.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { anEmployee } from "../../support/builders.ts";
import { CardWorld } from "../../support/card-world.ts";

const siti = anEmployee();
const png: CardFile = { face: "front-landscape", format: "png" };
const back: CardFile = { face: "back-landscape", format: "png" };
const a4: CardFile = { shape: "portrait", sheet: "a4" };

async function issued() {
  const world = new CardWorld(siti);
  await issueCard(world, siti.id);
  const change = async (what: Partial<Employee>) => {
    const before = (await world.employees.find(siti.id)) ?? siti;
    const at = world.clock.now();
    const next = revise(before, what, { at, actor: { role: "system" }, action: "changed" });
    if (next) await world.employees.save(next);
  };
  const draw = (file: CardFile) => drawFile(world, { employeeId: siti.id, file });
  const files = async () => (await world.cards.find(siti.id))?.files ?? [];
  return { world, change, draw, files };
}

test.each([png, back, a4])("%j is drawn once, however often it is asked for", async (file) => {
  const { world, draw, files } = await issued();
  expect(await files()).not.toContain(fileName(file));

  expect(await draw(file)).toBe("drawn");
  expect(await files()).toContain(fileName(file));
  expect(await draw(file)).toBe("unchanged");
  const stored = world.drawings.puts.filter((put) => put.file === file);
  expect(stored).toHaveLength(1);
});

test("all twelve files have names of their own, and a card asked for everything stores eight of its own", async () => {
  expect(new Set(cardFiles.map(fileName)).size).toBe(12);
  const { world, draw, files } = await issued();
  for (const file of cardFiles) await draw(file);

  expect(world.drawings.ownPuts).toHaveLength(8);
  expect([...(await files())].sort()).toEqual(cardFiles.map(fileName).sort());
});

test("a file of a record that changed meanwhile is the new card's", async () => {
  const { world, change, draw, files } = await issued();
  await change({ golongan: "III/b" });
  expect(await draw(a4)).toBe("drawn");

  const now = await world.employees.find(siti.id);
  expect(await world.cards.find(siti.id)).toMatchObject({ contentHash: contentHash(now ?? siti) });
  expect(world.drawn.at(-1)).toMatchObject({
    file: "portrait-a4.pdf",
    content: { text: expect.objectContaining({ golongan: "III/b" }) },
  });
  expect(await files()).toContain("portrait-a4.pdf");
});

test("a file of a card in an older template is drawn in today's, and the card with it", async () => {
  const { world, draw, files } = await issued();
  await world.cards.noteView(siti.id, "portrait");
  world.templateVersion = "t2";
  await draw(a4);

  expect(await world.cards.find(siti.id)).toMatchObject({ templateVersion: "t2" });
  expect(await files()).toEqual(["front-portrait.webp", "back-portrait.webp", "portrait-a4.pdf"]);
});

test("a file that stands beside other backs is not taken for one of these", async () => {
  const { world, draw, files } = await issued();
  const drawing = drawingOf(siti, "t1", world.siteUrl);
  // As a pointer of version 1 is read: all files, and backs of this card alone.
  const first = { ...drawing, backs: "cards/emp_siti/old/t1", files: cardFiles.map(fileName) };
  await world.cards.point(siti.id, { ...first, revision: 1, checkCode: "", shortened: [] });

  expect(await draw(back)).toBe("drawn");
  expect(await world.cards.find(siti.id)).toMatchObject({ backs: drawing.backs });
  const noted = await files();
  const lost = await Promise.all(
    cardFiles
      .filter((file) => noted.includes(fileName(file)))
      .map(async (file) => [fileName(file), await world.drawings.has(drawing, file)]),
  );
  expect(lost.filter(([, isThere]) => !isThere)).toEqual([]);
});

test.each<Partial<Employee>>([
  { kedudukanHukum: "99" },
  { kedudukanHukum: "04" },
  { photoId: undefined },
])("of a record with %j nothing is drawn", async (over) => {
  const { world, change, draw } = await issued();
  await change(over);
  const before = world.drawings.puts.length;

  expect(await draw(png)).toBe("none");
  expect(world.drawings.puts).toHaveLength(before);
});

test("nobody's file is none, and a first one is asked for only after the card is issued", async () => {
  expect(await drawFile(new CardWorld(), { employeeId: siti.id, file: png })).toBe("none");
  const world = new CardWorld(siti);
  expect(await drawFile(world, { employeeId: siti.id, file: png })).toBe("drawn");
  expect((await world.cards.find(siti.id))?.serial).toBe("A20100000001");
});

test("a card that changes while its file is drawn gets no note of it", async () => {
  const { world, change, files } = await issued();
  const draw = async (...wanted: Parameters<typeof world.draw>) => {
    await change({ golongan: "III/b" });
    await issueCard(world, siti.id);
    return await world.draw(...wanted);
  };
  await drawFile({ ...world, draw }, { employeeId: siti.id, file: a4 });

  expect(await files()).toEqual(["front-portrait.webp", "back-portrait.webp"]);
});

test("a request that names no file of a card is refused", () => {
  expect(fileRequest.safeParse({ employeeId: siti.id, file: a4 }).success).toBe(true);
  for (const file of [{ face: "front" }, { ...png, format: "jpeg" }, { ...a4, sheet: "a3" }, "x"])
    expect(fileRequest.safeParse({ employeeId: siti.id, file }).success).toBe(false);
  expect(fileRequest.safeParse({ employeeId: "nip#1", file: png }).success).toBe(false);
});
