/** Officers who ask for decrees, a penyetuju who decides, and the job that lets them act. */
import { randomUUID } from "node:crypto";
import { actDecrees } from "#shared/decree/act-decrees.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { accountsApiUnderTest, budi, rahayu, siti } from "./accounts-api-under-test.ts";

export async function decreeWorld(instead?: Employee) {
  const world = await accountsApiUnderTest(instead);
  const newest = async (of: Employee) => (await world.employees.find(of.id)) ?? of;
  const ask = async ({
    of = siti,
    by = budi,
    ...other
  }: { of?: Employee; by?: Employee } & Record<string, unknown> = {}) =>
    world.post(by, `${of.id}/decrees`, {
      ...{ kind: "promotion", skNumber: "823/12/2026", skDate: "2026-11-01", tmt: "2027-04-01" },
      ...{ to: { golongan: "III/b" }, reason: "Kenaikan pangkat", requestId: randomUUID() },
      revision: (await newest(of)).revision,
      ...other,
    });
  const planned = async (other: Parameters<typeof ask>[0] = {}) => {
    const asked = await ask(other);
    const decided = await world.decide(rahayu, asked);
    if (decided.status !== 200) throw new Error(JSON.stringify([asked, decided]));
    const newestDecree = world.decrees.all.at(-1);
    if (!newestDecree) throw new Error("No decree.");
    return newestDecree;
  };
  return {
    ...world,
    ...{ ask, planned },
    change: (id: string, how: "move" | "withdraw", body: object = {}, by = budi) =>
      world.post(by, `${siti.id}/decrees/${id}/${how}`, {
        ...{ reason: "Surat baru", requestId: randomUUID() },
        ...body,
      }),
    /** The job, at an instant. */
    actAt: async (at: string) => {
      await world.later({ seconds: (Date.parse(at) - world.clock.now().getTime()) / 1000 });
      return await actDecrees(world);
    },
    siti: () => newest(siti),
  };
}
