/** What card-renderer does for a change, and for every file that can be asked for after it: processor time and objects stored. */
import { cardFiles, fileName } from "#shared/card/card-file.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { usualLook } from "#shared/card/design/look.ts";
import { drawCardFile } from "#shared/card/draw-card-file.ts";
import { type DrawFile, drawFile } from "#shared/card/draw-file.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { issueCard } from "#shared/card/issue-card.ts";
import { CardTypesetter } from "#shared/card/pdf/card-typesetter.ts";
import { warmUp } from "#shared/card/warm-up.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { collectSeldom } from "#shared/runtime/heap.ts";
import { portraitPng } from "../../local/demo/portrait.ts";
import { aNip, anEmployee } from "../../test/support/builders.ts";
import { CardWorld } from "../../test/support/card-world.ts";
import { timed } from "../measure.ts";
import { countedBucket } from "./counted-bucket.ts";

/** Never the holder of the change before: the renderer keeps what it has made of the last photo. */
const holders = 6;

export interface Change {
  /** Milliseconds, of the change alone and of all that was asked for after it. */
  readonly changeCpuMs: number;
  readonly restCpuMs: number;
  readonly changePuts: number;
  readonly restPuts: number;
}

/** @returns makes one change after the other, and asks for every file that its card can have, once */
export async function renderer(): Promise<() => Promise<Change>> {
  collectSeldom();
  const templates = new CheckedTemplates();
  const [painter, typesetter] = [new CardPainter(templates), new CardTypesetter(templates)];
  const employees = Array.from({ length: holders }, (_, i) =>
    anEmployee({
      id: `emp_bench${i}`,
      nip: aNip(`19850212201001200${i + 1}`),
      email: `bench${i}@contoh.example`,
      photoId: `pho_bench${i}`,
    }),
  );
  const world = new CardWorld(...employees);
  for (const [i, { id, photoId }] of employees.entries())
    world.photos.put(`photos/${id}/${photoId}.png`, await portraitPng(i));
  const { bucket, takePuts } = countedBucket();
  const dependencies: DrawFile = {
    ...world,
    drawings: bucket,
    draw: (...wanted) => drawCardFile({ painter, typesetter }, ...wanted),
    looks: { of: async () => usualLook },
  };
  warmUp(painter, world.siteUrl);
  let round = 0;
  return async () => {
    const employee = employees[round % holders];
    if (!employee) throw new Error("There is no holder.");
    round++;
    await changeJabatan(world, employee.id, `Pranata Komputer ${round}`);
    takePuts();
    const change = await timed(() => issueCard(dependencies, employee.id));
    const changePuts = takePuts();
    const known = (await world.cards.find(employee.id))?.files ?? [];
    const rest = await timed(async () => {
      for (const file of cardFiles)
        if (!known.includes(fileName(file)))
          await drawFile(dependencies, { employeeId: employee.id, file });
    });
    const { cpuMs: changeCpuMs } = change;
    return { changeCpuMs, restCpuMs: rest.cpuMs, changePuts, restPuts: takePuts() };
  };
}

async function changeJabatan({ employees, clock }: CardWorld, id: EmployeeId, jabatan: string) {
  const before = await employees.find(id);
  const told = { at: clock.now(), actor: { role: "system" }, action: "changed" } as const;
  const next = before && revise(before, { jabatan }, told);
  if (next) await employees.save(next);
}
