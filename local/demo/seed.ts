/**
 * Fills a new cloud with the demo's people, the way an import and its holders would: through the product's own use cases
 * and the real API of Cognito. Running it again finishes what an interrupted run left, and changes nothing else.
 */
import { createHash } from "node:crypto";
import { grantRole } from "#shared/access/grant-role.ts";
import type { GrantedRole } from "#shared/access/role.ts";
import type { Employee, EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import { registerEmployee } from "#shared/employee/register-employee.ts";
import type { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { confirmPhoto } from "#shared/photo/confirm-photo.ts";
import { digestsOf } from "#shared/photo/photo-digest.ts";
import { demoAgencies } from "./agencies.ts";
import { seedAttendance } from "./attendance.ts";
import { cast } from "./cast.ts";
import { demoDevice } from "./demo-login.ts";
import { judgedPortrait } from "./judged-portrait.ts";
import { seedLeave } from "./leave.ts";
import { seedLetterRequests } from "./letter-requests.ts";
import { seedLetters } from "./letters.ts";
import { type DemoPerson, demoPeople } from "./people.ts";
import { seedPosts } from "./posts.ts";
import { seedCalendars } from "./seed-calendars.ts";
import { openWorld, type SeedOptions, type World } from "./seeded-world.ts";
import { seedTrainings } from "./trainings.ts";

/**
 * @param leaving ends it after the current step
 * @returns when the people of the start page can sign in, with a Promise of everything else
 */
export async function seedDemo(
  options: SeedOptions,
  leaving: AbortSignal,
): Promise<{ readonly rest: Promise<void> }> {
  const world = openWorld(options);
  const people = demoPeople(options.inAll).map(
    (person, i): SeededPerson => ({ ...person, id: idOf(i) }),
  );
  await seedAgencies(world);
  await seedCalendars(world);
  const named = people.filter(({ role }) => role);
  await Promise.all(named.map((person) => seedAccount(world, person)));
  return { rest: seedRest(world, people, leaving) };
}

/** One more person, with the account, the roles and the photo that a demo person has. */
export async function seedPerson(options: SeedOptions, person: SeededPerson): Promise<void> {
  const world = openWorld(options);
  await seedAccount(world, person);
  await confirmPortrait(world, person);
}

export type SeededPerson = DemoPerson & { readonly id: EmployeeId };

function idOf(i: number): EmployeeId {
  return `emp_demo${String(i + 1).padStart(2, "0")}`;
}

/** Makes people one after the other, because the same thread answers the first visitor. */
async function seedRest(
  world: World,
  people: readonly SeededPerson[],
  leaving: AbortSignal,
): Promise<void> {
  for (const person of people) {
    if (leaving.aborted) return;
    if (!person.role) await seedAccount(world, person);
    await confirmPortrait(world, person);
  }
  await seedPosts(world, people);
  await seedLeave(world, people);
  await seedLetters(world, people);
  await seedLetterRequests(world, people);
  await seedTrainings(world, people);
  await seedAttendance(world, people);
}

async function seedAgencies({ agencies, clock }: World): Promise<void> {
  const at = clock.now().toISOString();
  for (const agency of demoAgencies) {
    if (await agencies.find(agency.id)) continue;
    const { id, revision } = agency;
    const subject = { subjectId: `agency#${id}`, revision, at, changes: [] };
    await agencies.save(agency, { ...subject, actor: { role: "operator" }, action: "registered" });
  }
}

async function seedAccount(
  world: World,
  { id, employee, account, roles }: SeededPerson,
): Promise<void> {
  const { accountRecords, authenticatorKey, clock } = world;
  const owner = { id, instansiId: employee.instansiId };
  if (world.isOlder) await listAnew(world.employees, id);
  await registerEmployee(world, { employee, by: { role: "import" }, id });
  await giveRoles(world, owner, roles);
  if (account === "imported") return;
  await world.newUsers.createUser({ id, ...employee });
  await world.login.activate(employee.nip);
  await accountRecords.activate(owner, clock.now());
  const key = account === "enrolled" ? await world.login.enrol(employee.nip) : undefined;
  if (!key) return;
  const sealedKey = await authenticatorKey.seal(id, key);
  // Nobody has seen recovery codes of theirs: whoever tries the demo makes them on the account's page.
  const recoveryCodes = { salt: "", hashes: [] };
  const authenticator = { sealedKey, deviceName: demoDevice, recoveryCodes, at: clock.now() };
  await accountRecords.register(owner, authenticator);
}

/** Adds the lines of the index by name and the markers to older state. */
async function listAnew(employees: WritableEmployeeTable, id: EmployeeId): Promise<void> {
  const employee = await employees.find(id);
  if (employee) await employees.list(employee);
}

/** Gives the roles that the person does not have yet, by the operator of the demo. */
async function giveRoles(
  world: World,
  person: Pick<Employee, "id" | "instansiId">,
  wanted: readonly GrantedRole[],
): Promise<void> {
  const { grants } = await world.roles.find(person.id);
  const missing = wanted.filter((role) => !grants.some((grant) => grant.role === role));
  const by = idOf(cast.findIndex(({ roles }) => roles?.includes("operator")));
  for (const role of missing) await grantRole(world, { person, role, by, reason: "Data contoh" });
}

/** So many of the demo's photos wait for an officer, percent; every demo's queue has the same people. */
const reviewPercent = 25;

async function confirmPortrait(
  world: World,
  { id: employeeId, portrait }: SeededPerson,
): Promise<void> {
  if (portrait === undefined) return;
  const photoId: PhotoId = `pho_${employeeId.slice(4)}`;
  if (await world.photos.find(photoId)) return;
  const { report, pictures } = await judgedPortrait(portrait);
  const photo = { employeeId, photoId, ...digestsOf(pictures) };
  await world.bucket.putCandidate(photo, pictures);
  const requested = { id: photoId, employeeId, requestedAt: world.clock.now().toISOString() };
  await world.photos.expect(requested);
  await world.photos.decide(requested, report, photo);
  const employee = await world.employees.find(employeeId);
  if (!employee) return;
  const random = () => createHash("sha256").update(photoId).digest().readUInt32BE() / 2 ** 32;
  await confirmPhoto({ ...world, reviewPercent, random }, { employee, photoId });
}
