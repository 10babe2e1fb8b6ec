import { expect, test } from "vitest";
import { parseToken, tokenHash } from "#shared/card/card-token.ts";
import { contentHash } from "#shared/card/content-hash.ts";
import { issueCard } from "#shared/card/issue-card.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { anEmployee } from "../../support/builders.ts";
import { CardWorld, checkCodeOf, tokenOf } from "../../support/card-world.ts";

const siti = anEmployee();

/** Saves a change of Siti's record, as an officer does. @returns the record afterwards */
async function change(
  { employees }: CardWorld,
  what: Parameters<typeof revise>[1],
): Promise<Employee> {
  const before = (await employees.find(siti.id)) ?? siti;
  const at = new Date("2026-11-21T03:00:00.000Z");
  const next = revise(before, what, { at, actor: { role: "system" }, action: "changed" });
  if (!next) throw new Error("nothing changed");
  await employees.save(next);
  return next.after;
}

test("a first card is drawn with photo, number, today's date and a QR of its own", async () => {
  const world = new CardWorld(siti);

  expect(await issueCard(world, siti.id)).toBe("drawn");
  expect(world.drawn).toMatchObject([
    {
      photo: "pho_siti",
      content: {
        text: expect.objectContaining({ name: "Siti Rahma, S.Kom.", golongan: "III/a" }),
        issue: {
          serial: "A20100000001",
          issuedOn: "2026-11-21",
          checkCode: checkCodeOf("A20100000001", contentHash(siti)),
        },
        qrText: expect.stringMatching(
          /^https:\/\/KARTU\.EXAMPLE\.GO\.ID\/V\/[0-9A-HJKMNP-TV-Z]{26}$/,
        ),
        host: "kartu.example.go.id",
        seed: contentHash(siti),
      },
    },
  ]);
});

test("the pointer shows what was drawn, and the QR's token stands for it", async () => {
  const world = new CardWorld(siti);
  await issueCard(world, siti.id);

  const [put, ...others] = world.drawings.ownPuts;
  expect(put?.drawing).toEqual({
    employeeId: siti.id,
    contentHash: contentHash(siti),
    templateVersion: "t1",
    backs: expect.stringMatching(/^backs\/t1\/[0-9a-f]{32}$/),
  });
  expect(put?.file).toEqual({ face: "front-portrait", format: "webp" });
  expect(others).toEqual([]);
  expect(await world.cards.find(siti.id)).toMatchObject({
    contentHash: contentHash(siti),
    templateVersion: "t1",
    checkCode: checkCodeOf("A20100000001", contentHash(siti)),
    revision: 1,
  });
  const token = world.drawn[0]?.content.qrText.split("/").at(-1) ?? "";
  expect(await world.cards.findToken(tokenHash(parseToken(token) ?? ""))).toEqual({
    employeeId: siti.id,
    contentHash: contentHash(siti),
    serial: "A20100000001",
    issuedOn: "2026-11-21",
  });
});

test("the drawing is stored first, then the token, and the pointer moves last", async () => {
  const world = new CardWorld(siti);
  const steps: string[] = [];
  const { cards, drawings } = world;
  await issueCard(
    {
      ...world,
      drawings: {
        has: (...file) => drawings.has(...file),
        put: async () => void steps.push("drawing"),
      },
      cards: {
        find: (id) => cards.find(id),
        issue: (...args) => cards.issue(...args),
        addToken: async () => void steps.push("token"),
        point: async () => steps.push("pointer") > 0,
      },
    },
    siti.id,
  );

  // The front, and the back as the first of its agency.
  expect(steps).toEqual(["drawing", "drawing", "token", "token", "pointer"]);
});

test("the same content is never drawn twice, however often it is asked for", async () => {
  const world = new CardWorld(siti);
  await issueCard(world, siti.id);

  expect(await issueCard(world, siti.id)).toBe("unchanged");
  expect(await issueCard(world, siti.id)).toBe("unchanged");
  expect(world.drawings.ownPuts).toHaveLength(1);
  expect(world.cards.tokens.size).toBe(2);
});

test("a change of what is not on the card draws nothing, and the pointer follows the record", async () => {
  const world = new CardWorld(siti);
  await issueCard(world, siti.id);
  await change(world, { phone: "0812 0000 0000", email: "rahma@contoh.example" });

  expect(await issueCard(world, siti.id)).toBe("unchanged");
  expect(world.drawn).toHaveLength(1);
  expect(await world.cards.find(siti.id)).toMatchObject({ revision: 2 });
});

test("a change that is taken back shows the old drawing again without drawing it", async () => {
  const world = new CardWorld(siti);
  await issueCard(world, siti.id);
  await change(world, { golongan: "III/b" });
  await issueCard(world, siti.id);
  await change(world, { golongan: "III/a" });

  expect(await issueCard(world, siti.id)).toBe("unchanged");
  expect(await world.cards.find(siti.id)).toMatchObject({
    contentHash: contentHash(siti),
    revision: 3,
  });
});

test("a redrawn card keeps number and day, and its token stands for the new card", async () => {
  const world = new CardWorld(siti);
  await issueCard(world, siti.id);
  world.clock.advance({ days: 30 });
  const after = await change(world, { golongan: "III/b" });
  await issueCard(world, siti.id);

  const [first, second] = world.drawn.map(({ content }) => content.issue);
  expect({ ...second, checkCode: "" }).toEqual({ ...first, checkCode: "" });
  expect(second?.checkCode).not.toBe(first?.checkCode);
  expect(world.cards.tokens.get(tokenHash(tokenOf(contentHash(after))))).toEqual({
    employeeId: siti.id,
    contentHash: contentHash(after),
    serial: "A20100000001",
    issuedOn: "2026-11-21",
  });
});

test("a superseded card's token is still known, and stands for another card than the record's", async () => {
  const world = new CardWorld(siti);
  await issueCard(world, siti.id);
  const after = await change(world, { golongan: "III/b" });
  await issueCard(world, siti.id);

  const old = world.cards.tokens.get(tokenHash(tokenOf(contentHash(siti))));
  expect(old?.contentHash).toBe(contentHash(siti));
  expect(old?.contentHash).not.toBe(contentHash(after));
});

test("two changes in a hurry end in the newest card, in whatever order they are drawn", async () => {
  const world = new CardWorld(siti);
  await change(world, { golongan: "III/b" });
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = {
    ...world,
    draw: async (...args: Parameters<typeof world.draw>) => {
      await released;
      return await world.draw(...args);
    },
  };
  const first = issueCard(slow, siti.id);
  const after = await change(world, { golongan: "III/c" });
  await issueCard(world, siti.id);
  release();
  await first;

  expect(await world.cards.find(siti.id)).toMatchObject({
    contentHash: contentHash(after),
    revision: 3,
  });
  expect(world.drawn.map(({ content }) => content.text.golongan)).toEqual(["III/c", "III/b"]);
});

test.each<[string, Employee]>([
  ["who retired", anEmployee({ kedudukanHukum: "99" })],
  ["who is suspended", anEmployee({ kedudukanHukum: "04" })],
  ["whose contract ended yesterday", anEmployee({ contractEnd: "2026-11-20" })],
  ["who has no photo", anEmployee({ photoId: undefined })],
])("an employee %s gets no card, no number and no token", async (_, employee) => {
  const world = new CardWorld(employee);

  expect(await issueCard(world, employee.id)).toBe("none");
  expect(world.drawn).toEqual([]);
  expect(world.cards.tokens.size).toBe(0);
  expect(await world.cards.find(employee.id)).toBeUndefined();
});

test("nobody's card is none", async () => {
  expect(await issueCard(new CardWorld(), "emp_unknown")).toBe("none");
});

test("a contract's card is drawn on its last day, with a number of its kind", async () => {
  const pppk = anEmployee({
    kind: "PPPK",
    golongan: "IX",
    kedudukanHukum: "71",
    tmt: "2024-03-01",
    contractEnd: "2026-11-21",
  });
  const world = new CardWorld(pppk);

  expect(await issueCard(world, pppk.id)).toBe("drawn");
  expect(world.drawn[0]?.content.issue?.serial).toBe("B20240000001");
});

test("the day of issue is Jakarta's", async () => {
  const world = new CardWorld(siti);
  world.clock.advance({ hours: 15 });
  await issueCard(world, siti.id);

  expect((await world.cards.find(siti.id))?.issuedOn).toBe("2026-11-22");
});

test("without its photo a card is not drawn, and what is shown stays", async () => {
  const world = new CardWorld(siti);
  await issueCard(world, siti.id);
  await change(world, { photoId: "pho_lost" });

  await expect(issueCard(world, siti.id)).rejects.toThrow("pho_lost");
  expect(await world.cards.find(siti.id)).toMatchObject({ contentHash: contentHash(siti) });
  expect(world.cards.tokens.size).toBe(2);
});
