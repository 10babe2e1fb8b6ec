/** `kartu instansi unit`: an operator sees an agency's tree and asks for changes of it, which a penyetuju of the agency decides. */
import { expect, test } from "vitest";
import { unitCommand } from "../../ops/instansi-unit.ts";
import { finish, instansiId, unitWorld } from "../shared/agency/unit-world.ts";
import { AgenciesInMemory } from "../support/agencies-in-memory.ts";
import { anAgency } from "../support/agency-table-contract.ts";
import { LimitsInMemory } from "../support/limits-in-memory.ts";
import { aGrant } from "../support/roles-in-memory.ts";

const operator = "emp_0";
const former = "Dinas Pasar";

async function setUp() {
  const world = await unitWorld(former, former, "Sekretariat");
  world.roles.set(operator, aGrant("operator"));
  const { nip } = (await world.employees.find(operator)) ?? {};
  const tables = {
    ...world,
    agencies: new AgenciesInMemory(anAgency()),
    limits: new LimitsInMemory(),
  };
  const run = async (words: readonly string[], different: object = {}) => {
    const printed: string[] = [];
    const order = { instansiId, words, di: undefined, oleh: nip, alasan: "Perda 4/2026" };
    await unitCommand(tables, { ...order, ...different }, (line) => printed.push(line));
    return printed.join("\n");
  };
  const approve = async () => {
    const asked = world.approvals.all.at(-1);
    if (!asked) throw new Error("Nothing was asked for.");
    await world.decide(asked);
  };
  return { world, run, approve };
}

test("units are added, moved, renamed and merged when a penyetuju agrees, and the tree is listed", async () => {
  const { world, run, approve } = await setUp();

  expect(await run(["tambah", "Badan Usaha"])).toMatch(/^Diajukan \(apr_\w+\)\. Penyetuju/);
  expect(await run([])).toBe(`${former}\nSekretariat`);
  await approve();
  await run(["tambah", "Seksi Niaga"], { di: "badan usaha" });
  await approve();
  await run(["pindah", former], { di: "Badan Usaha" });
  await approve();
  expect(await run([])).toBe(`Badan Usaha\n  ${former}\n  Seksi Niaga\nSekretariat`);

  await run(["ganti-nama", former, "Dinas Perdagangan"]);
  await approve();
  expect(await run([])).toContain("  Dinas Perdagangan (sedang diubah: 0 dari 2 orang)");
  await finish(world);
  expect(await run([])).toContain("  Dinas Perdagangan\n");
  expect(world.employees.history).toContainEqual(
    expect.objectContaining({
      ...{ subjectId: "emp_1", actor: { role: "operator", id: operator }, approvedBy: "emp_rina" },
      changes: [{ field: "unitKerja", from: former, to: "Dinas Perdagangan" }],
    }),
  );
  await run(["gabung", "Sekretariat", "Dinas Perdagangan"]);
  await approve();
  await finish(world);
  await run(["tutup", "Seksi Niaga"]);
  await approve();
  expect(await run([])).toBe("Badan Usaha\n  Dinas Perdagangan");
});

test.each([
  [["tambah", former], {}, "Nama ini sudah dipakai unit lain."],
  [["tutup", former], {}, "masih mempunyai pegawai"],
  [["ganti-nama", "Tiada", "Ada"], {}, "Tidak ada unit «Tiada»"],
  [["gabung", former, "Tiada"], {}, "Unit tujuan: "],
  [["pindah", former], { di: "Tiada" }, "--di: "],
  [["tambah", " "], {}, "Nama unit: "],
  [["tambah", "Baru"], { alasan: " " }, "Sebut --oleh (NIP operator) dan --alasan."],
  [["tambah", "Baru"], { oleh: undefined }, "Sebut --oleh (NIP operator) dan --alasan."],
  [["tambah", "Baru"], { oleh: "196801012005032901" }, "Tidak ada pegawai"],
  [["tambah", "Baru"], { instansiId: "tiada" }, "belum ada"],
  [["ganti-nama", former], {}, "Perintahnya salah."],
  [["hapus", former], {}, "Perintahnya salah."],
])("%j %j is refused: %s", async (words, different, why) => {
  const { world, run } = await setUp();

  await expect(run(words, different)).rejects.toThrow(why);
  expect(world.approvals.all).toEqual([]);
});
