import { expect, test } from "vitest";
import type { Approval } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { revisePhoto } from "#shared/employee/revision.ts";
import type { PhotoRequests } from "#shared/photo/photo-requests.ts";
import { anEmployee } from "./builders.ts";

interface World {
  readonly employees: Pick<WritableEmployees, "add" | "find" | "save">;
  readonly approvals: Pick<Approvals, "add" | "find">;
  readonly requests: PhotoRequests;
}

const siti = anEmployee();
const { id, instansiId, unitKerja, revision } = siti;

function asked(order: number): Approval {
  return {
    ...{ id: `apr_${String(order).padStart(26, "0")}`, kind: "photo-revoke" },
    subject: { id, instansiId, unitKerja, revision },
    ...{ old: null, new: { photoId: "pho_siti", faults: ["likeness"] }, reason: "Wajah lain" },
    ...{ asker: { id: "emp_budi", role: "petugas" }, decider: "penyetuju" },
    ...{ askedAt: "2026-11-21T03:00:00.000Z", until: "2026-11-28T03:00:00.000Z" },
  };
}

/** What every note of the newest requests about photos does. */
export function photoRequestsContract(make: () => World | Promise<World>): void {
  const [first, second] = [asked(1), asked(2)];
  const changed = { code: "record-changed" };

  async function setUp(): Promise<World> {
    const world = await make();
    const line = { subjectId: id, revision, at: siti.updatedAt, changes: [] };
    await world.employees.add(siti, {
      ...line,
      ...{ actor: { role: "system" }, action: "registered" },
    });
    return world;
  }

  async function save({ employees, requests }: World, seen?: Approval): Promise<void> {
    const before = await employees.find(id);
    if (!before) throw new Error("There is no record.");
    const photoReview = { state: "approved", at: siti.updatedAt, causes: [], warned: [] } as const;
    const told = { at: new Date(siti.updatedAt), action: "photo-approved" } as const;
    const next = revisePhoto(before, { photoReview }, { ...told, actor: { role: "system" } });
    await employees.save(next, undefined, requests.unchanged(id, seen?.id));
  }

  test("one that is added is the newest one at once, and a save that did not know of it fails", async () => {
    const world = await setUp();
    const { approvals, requests } = world;
    expect(await requests.newest(id)).toBeUndefined();
    await save(world);
    await approvals.add(first, [], requests.noting(first, undefined));

    expect(await requests.newest(id)).toBe(first.id);
    await expect(save(world)).rejects.toMatchObject(changed);
    await save(world, first);
  });

  test("of two that are asked for at once one is added; the next one takes its place", async () => {
    const world = await setUp();
    const { approvals, requests } = world;
    await approvals.add(first, [], requests.noting(first, undefined));
    const late = approvals.add(second, [], requests.noting(second, undefined));
    await expect(late).rejects.toMatchObject({ code: "change-asked" });
    expect(await approvals.find(second.id)).toBeUndefined();

    await approvals.add(second, [], requests.noting(second, first.id));
    expect(await requests.newest(id)).toBe(second.id);
    await expect(save(world, first)).rejects.toMatchObject(changed);
  });
}
