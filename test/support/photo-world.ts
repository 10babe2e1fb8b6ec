/** Siti's card, what officers ask about its photo, and who decides it. */
import type { Approval, Decider } from "#shared/access/approval.ts";
import { approve } from "#shared/access/decide-approval.ts";
import type { Employee, PhotoId } from "#shared/employee/employee.ts";
import { askBroughtPhoto, broughtPhotos } from "#shared/photo/bring-photo.ts";
import { digestsOf } from "#shared/photo/photo-digest.ts";
import { askRevocation, photoRevocations } from "#shared/photo/revoke-photo.ts";
import { ApprovalsInMemory } from "./approvals-in-memory.ts";
import { anEmployee } from "./builders.ts";
import { CardWorld } from "./card-world.ts";
import { LimitsInMemory } from "./limits-in-memory.ts";
import { pictures } from "./photo-bucket-contract.ts";
import { PhotoRequestsInMemory } from "./photo-requests-in-memory.ts";
import { PhotosInMemory } from "./photos-in-memory.ts";
import { aGrant } from "./roles-in-memory.ts";
import { stepInMemory } from "./steps-in-memory.ts";

export const siti = anEmployee();
const { instansiId } = siti;
export const petugas = { employeeId: "emp_budi", instansiId, units: undefined } as const;
export const penyetuju: Decider = {
  ...{ employeeId: "emp_dewi", instansiId },
  roles: [aGrant("penyetuju", { instansiId })],
};
export const brought = { employeeId: siti.id, photoId: "pho_brought" } as const;
export const own = { employeeId: siti.id, photoId: "pho_own" } as const;

/** Siti's card, and two photos of her that the judge accepted with a warning: one that an officer sent, and one of her own. */
export async function photoWorld(record: Employee = siti) {
  const world = new CardWorld(record);
  const { clock, employees } = world;
  const accepted = {
    employeeId: siti.id,
    state: "accepted",
    rules: [{ rule: "light", verdict: "warned", code: "too-dark" }],
    requestedAt: clock.now().toISOString(),
    ...digestsOf(pictures),
  } as const;
  const photos = new PhotosInMemory(
    { ...accepted, id: brought.photoId, broughtBy: petugas.employeeId },
    { ...accepted, id: own.photoId },
  );
  for (const each of [brought, own])
    await world.photos.putCandidate({ ...each, ...digestsOf(pictures) }, pictures);
  const approvals = new ApprovalsInMemory();
  const photoRequests = new PhotoRequestsInMemory();
  const api = { approvals, photoRequests, employees, limits: new LimitsInMemory(), clock };
  const grants = new Map([
    ["emp_budi", [aGrant("petugas", { instansiId })]],
    ["emp_dewi", [...penyetuju.roles]],
  ]);
  const decide = (approval: Approval, by: Decider = penyetuju) =>
    approve(
      {
        ...api,
        kinds: { "photo-revoke": photoRevocations(api), photo: broughtPhotos(api) },
        standingOf: async (id) => ({
          roles: grants.get(id) ?? [],
          unchanged: stepInMemory("decision-raced", { holds: () => true, write: () => {} }),
        }),
      },
      { id: approval.id, by },
    );
  return { ...api, world, photos, photoBucket: world.photos, decide };
}
export type Setting = Awaited<ReturnType<typeof photoWorld>>;

interface Asked {
  readonly person?: Employee;
  readonly photoId?: PhotoId;
  readonly reviewedAt?: string;
  readonly requestId?: string;
}
export const ask = (setting: Setting, change: Asked = {}) =>
  askRevocation(setting, {
    ...{ person: siti, photoId: "pho_siti", faults: ["likeness"], reason: "Wajah orang lain" },
    ...{ requestId: "r1", by: petugas, ...change },
  });
export const bring = (
  setting: Setting,
  person: Employee = siti,
  photoId: PhotoId = brought.photoId,
) =>
  askBroughtPhoto(setting, {
    ...{ person, photoId, reason: "KTP di loket", requestId: "r2", by: petugas },
  });
export const now = ({ employees }: Setting) => employees.find(siti.id);
