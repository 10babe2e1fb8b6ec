/** Which files a change draws, and what the pointer says of them. */
import { expect, test } from "vitest";
import { fileName } from "#shared/card/card-file.ts";
import { drawingOf } from "#shared/card/drawn-card.ts";
import { issueCard } from "#shared/card/issue-card.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { CardWorld } from "../../support/card-world.ts";

const siti = anEmployee();

/** Saves a change of Siti's record, as an officer does. */
async function change({ employees, clock }: CardWorld, what: Partial<Employee>): Promise<void> {
  const before = (await employees.find(siti.id)) ?? siti;
  const told = { at: clock.now(), actor: { role: "system" }, action: "changed" } as const;
  const next = revise(before, what, told);
  if (next) await employees.save(next);
}

test("a change is drawn in the shape that the holder viewed last, and its pointer says so", async () => {
  const world = new CardWorld(siti);
  await issueCard(world, siti.id);
  expect((await world.cards.find(siti.id))?.files).toEqual([
    "front-portrait.webp",
    "back-portrait.webp",
  ]);
  await world.cards.noteView(siti.id, "landscape");
  await change(world, { golongan: "III/b" });
  await issueCard(world, siti.id);

  expect(world.drawn.map(({ file }) => file)).toEqual([
    "front-portrait.webp",
    "front-landscape.webp",
  ]);
  expect((await world.cards.find(siti.id))?.files).toEqual([
    "front-landscape.webp",
    "back-landscape.webp",
  ]);
});

test("another card of the agency stores one file: its back is there", async () => {
  const budi = anEmployee({
    id: "emp_budi",
    nip: aNip("199001022015031005"),
    email: "budi@contoh.example",
    photoId: "pho_budi",
  });
  const world = new CardWorld(siti, budi);
  await issueCard(world, siti.id);
  const before = world.drawings.puts.length;
  await issueCard(world, budi.id);

  expect(world.drawings.puts.slice(before).map(({ file }) => fileName(file))).toEqual([
    "front-portrait.webp",
  ]);
  const [sitis, budis] = [await world.cards.find(siti.id), await world.cards.find(budi.id)];
  expect(budis?.backs).toBe(sitis?.backs);
});

test.each<Partial<Employee>>([
  { instansiId: "ins_other" },
  { instansi: "Pemerintah Kabupaten Lain" },
  { kind: "PPPK", golongan: "IX", kedudukanHukum: "71", contractEnd: "2027-12-31" },
])("with %j it is another back", async (other) => {
  const world = new CardWorld(siti);
  await issueCard(world, siti.id);
  const first = (await world.cards.find(siti.id))?.backs;
  const changed = new CardWorld(anEmployee(other));
  await issueCard(changed, siti.id);

  expect((await changed.cards.find(siti.id))?.backs).not.toBe(first);
});

test("what was asked for stays noted when the pointer follows a record whose card did not change", async () => {
  const world = new CardWorld(siti);
  await issueCard(world, siti.id);
  const drawing = drawingOf(siti, "t1", world.siteUrl);
  await world.cards.noteFile(siti.id, drawing, "landscape-a4.pdf");
  await change(world, { phone: "0812 0000 0000" });
  await issueCard(world, siti.id);
  expect((await world.cards.find(siti.id))?.files).toContain("landscape-a4.pdf");

  await change(world, { golongan: "III/b" });
  await issueCard(world, siti.id);
  expect((await world.cards.find(siti.id))?.files).not.toContain("landscape-a4.pdf");
});
