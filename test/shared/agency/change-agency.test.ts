/** What operators do with an agency: added once, changed by who saw it last, and only as cards have room for it. */
import { expect, test } from "vitest";
import { type AgencyDetails, detailsOf } from "#shared/agency/agency.ts";
import { addAgency, changeAgency } from "#shared/agency/change-agency.ts";
import { unfitting } from "#shared/card/design/fit-agency.ts";
import { lookOf } from "#shared/card/design/look.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { BulksInMemory } from "../../support/bulks-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";

const by = { role: "operator", id: "emp_oka" } as const;
const details = detailsOf(anAgency());

function setUp() {
  const agencies = new AgenciesInMemory(anAgency());
  const bulkSteps = {
    sendFirst: () => Promise.reject(new Error("Neither name nor zone changed.")),
  };
  return { agencies, bulks: new BulksInMemory(), bulkSteps, clock: new FakeClock(), unfitting };
}

const change = (world: ReturnType<typeof setUp>, different: Partial<AgencyDetails>, revision = 1) =>
  changeAgency(world, {
    ...{ id: "ins_contoh", revision, by, reason: "SK 1/2026" },
    details: { ...details, ...different },
  });

test("a change is saved as its next revision, with a line of history", async () => {
  const world = setUp();
  await change(world, { palette: "senja", texts: { contact: "  Hubungi\u00a0 kami. " } });

  expect(await world.agencies.find("ins_contoh")).toEqual(
    anAgency({ revision: 2, palette: "senja", texts: { contact: "Hubungi kami." } }),
  );
  expect(world.agencies.history).toEqual([
    {
      ...{ subjectId: "agency#ins_contoh", revision: 2, at: world.clock.now().toISOString() },
      ...{ actor: by, action: "changed", reason: "SK 1/2026" },
      changes: [
        { field: "palette", to: "senja" },
        { field: "contact", from: "Hubungi BKPSDM.", to: "Hubungi kami." },
      ],
    },
  ]);
});

test("an address is one line of its own, which no card has, and is taken away by leaving it empty", async () => {
  const world = setUp();
  const address = "  Jl. Contoh No. 1/2,  Kota\u00a0Contoh 99999; telp. (021) 5550-0123 ";
  const kept = "Jl. Contoh No. 1/2, Kota Contoh 99999; telp. (021) 5550-0123";
  const changed = await change(world, { address });
  expect(changed).toEqual(anAgency({ revision: 2, address: kept }));
  expect(lookOf(changed)).toEqual(lookOf(anAgency()));
  const away = await change(world, { address: " " }, 2);
  expect(away).toEqual(anAgency({ revision: 3 }));
  expect(world.agencies.history.map(({ changes }) => changes)).toEqual([
    [{ field: "address", to: kept }],
    [{ field: "address", from: kept }],
  ]);
});

test("an id is added once; an agency of another revision, or none, is not changed", async () => {
  const world = setUp();
  const added = { ...details, name: "Kabupaten Lain" };

  await addAgency(world, { id: "ins_lain", details: added, by });
  expect(await world.agencies.find("ins_lain")).toEqual({ ...added, id: "ins_lain", revision: 1 });
  await expect(addAgency(world, { id: "ins_lain", details: added, by })).rejects.toMatchObject({
    code: "agency-exists",
  });
  await expect(change(world, { zone: "WIB" }, 2)).rejects.toMatchObject({ code: "agency-changed" });
  await expect(
    changeAgency(world, { id: "ins_none", revision: 1, details, by }),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("no agency gets the name that another one has, however it is spelt", async () => {
  const world = setUp();
  const name = ` ${details.name.toUpperCase()}. `;
  const taken = { code: "agency-name-taken", status: 409 };
  await expect(
    addAgency(world, { id: "ins_lain", details: { ...details, name }, by }),
  ).rejects.toMatchObject(taken);
  const other = { ...details, name: "Kabupaten Lain" };
  await addAgency(world, { id: "ins_lain", details: other, by });

  await expect(change(world, { name: "Kabupaten  Lain" })).rejects.toMatchObject(taken);
  expect(world.agencies.history).toHaveLength(1);
  // Another spelling of the own name is nobody else's.
  const renamed = { id: "ins_lain", revision: 1, by, reason: "SK 2/2026" };
  const spelt = { ...other, name: "KABUPATEN LAIN" };
  const bulkSteps = { sendFirst: async () => {} };
  await changeAgency({ ...world, bulkSteps }, { ...renamed, details: spelt });
  expect(await world.agencies.find("ins_lain")).toMatchObject({ name: "KABUPATEN LAIN" });
});

test("of two changes at once one is saved, and the other one is told", async () => {
  const world = setUp();
  const ended = await Promise.allSettled([
    change(world, { palette: "senja" }),
    change(world, { palette: "merdeka" }),
  ]);

  expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(world.agencies.history).toHaveLength(1);
});

test.each<[string, Partial<AgencyDetails>, string, string]>([
  ["no name", { name: " \u200b " }, "name", "required"],
  ["a name too long", { name: "a".repeat(121) }, "name", "too-long"],
  [
    "a name of signs that no card has",
    { name: "Kabupaten 東京" },
    "name",
    "characters-unsupported",
  ],
  ["a sign that nobody sees", { texts: { finder: "a\u202eb" } }, "finder", "characters-hidden"],
  ["an address too long", { address: "a".repeat(161) }, "address", "too-long"],
  [
    "an address with a sign that nobody sees",
    { address: "a\u202eb" },
    "address",
    "characters-hidden",
  ],
  ["a text too long", { texts: { contact: "a".repeat(161) } }, "contact", "too-long"],
  ["a text without room", { texts: { contact: "W".repeat(160) } }, "contact", "no-room-on-card"],
  [
    "a heading without room",
    { texts: { issuerHeading: "W".repeat(60) } },
    "issuerHeading",
    "no-room-on-card",
  ],
  ["an emblem that is not there", { emblem: "constructor" }, "emblem", "unknown-choice"],
  ["a palette that is not there", { palette: "pucat" }, "palette", "unknown-choice"],
  ["nothing new", {}, "name", "nothing-changed"],
])("an agency with %s is refused", async (_, different, field, code) => {
  const world = setUp();

  await expect(change(world, different)).rejects.toMatchObject({
    problems: [expect.objectContaining({ field, code })],
  });
  expect(world.agencies.history).toEqual([]);
});

test("an address of mail and a question can be printed", async () => {
  const contact = "Surel: bkpsdm@contoh.example? Ya!";

  await expect(change(setUp(), { texts: { contact } })).resolves.toMatchObject({
    texts: { contact },
  });
});
