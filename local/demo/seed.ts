/**
 * Fills a new cloud with the demo's people, the way an import and its holders would: through the product's own use cases
 * and the real API of Cognito. Running it again finishes what an interrupted run left, and changes nothing else.
 */
import { createHash } from "node:crypto";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { ApprovalTable } from "#shared/access/approval-table.ts";
import { grantRole } from "#shared/access/grant-role.ts";
import type { GrantedRole } from "#shared/access/role.ts";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import { AccountDirectory } from "#shared/account/account-directory.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import type { NewUsers } from "#shared/account/accounts.ts";
import { UnitRegisterTable } from "#shared/agency/unit-register-table.ts";
import { UnitTable } from "#shared/agency/unit-table.ts";
import { WritableAgencyTable } from "#shared/agency/writable-agency-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import type { Employee, EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { registerEmployee } from "#shared/employee/register-employee.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { confirmPhoto } from "#shared/photo/confirm-photo.ts";
import { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import { digestsOf } from "#shared/photo/photo-digest.ts";
import { PhotoRequestTable } from "#shared/photo/photo-request-table.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { DeciderRuleTable } from "#shared/post/decider-rule-table.ts";
import { PostTable } from "#shared/post/post-table.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { SealingKey } from "#shared/runtime/sealing-key.ts";
import { WritableWorkCalendarTable } from "#shared/workday/writable-work-calendar-table.ts";
import type { ClientOptions } from "../cloud/assembly/deployer.ts";
import { demoAgencies } from "./agencies.ts";
import { cast } from "./cast.ts";
import { DemoLogin, demoDevice } from "./demo-login.ts";
import { judgedPortrait } from "./judged-portrait.ts";
import { type DemoPerson, demoPeople } from "./people.ts";
import { seedPosts } from "./posts.ts";
import { seedCalendars } from "./seed-calendars.ts";

/** Cognito takes so many new people in a second and no more; each is tried until it does. */
const patience = 10;

const settingsSchema = z.object({
  EMPLOYEE_TABLE: z.string(),
  MARKER_TABLE: z.string(),
  AUDIT_TABLE: z.string(),
  AGENCY_TABLE: z.string(),
  APPROVAL_TABLE: z.string(),
  OPEN_CHANGE_TABLE: z.string(),
  ROLE_TABLE: z.string(),
  UNIT_TABLE: z.string(),
  POST_TABLE: z.string(),
  PHOTO_TABLE: z.string(),
  PHOTO_BUCKET: z.string(),
  ACCOUNT_TABLE: z.string(),
  AUTHENTICATOR_KEY: z.string(),
  USER_POOL: z.string(),
  USER_POOL_CLIENT: z.string(),
});

export interface SeedOptions {
  /** For clients that may do everything. */
  readonly client: ClientOptions;
  /** The functions' settings: names of tables, buckets, the user pool. */
  readonly settings: Readonly<Record<string, string>>;
  readonly clock: Clock;
  /** How many of the demo's people; without it all. */
  readonly inAll?: number | undefined;
  /** Whether the state has people of an older edition. */
  readonly isOlder: boolean;
}

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
}

function openWorld({ client, settings, clock, isOlder }: SeedOptions): World {
  const names = settingsSchema.parse(settings);
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(client), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const cognito = new CognitoIdentityProviderClient({ ...client, maxAttempts: patience });
  const audit = new AuditTable(db, names.AUDIT_TABLE, clock);
  const changes = new OpenChangeTable(db, names.OPEN_CHANGE_TABLE);
  const accountRecords = new AccountTable(db, names.ACCOUNT_TABLE);
  const markers = new MarkerTable(db, names.MARKER_TABLE);
  return {
    approvals: new ApprovalTable(db, names.APPROVAL_TABLE, audit),
    photoRequests: new PhotoRequestTable(db, names.EMPLOYEE_TABLE),
    agencies: new WritableAgencyTable(db, names.AGENCY_TABLE, audit),
    calendars: new WritableWorkCalendarTable(db, names.AGENCY_TABLE, audit),
    employees: new WritableEmployeeTable(db, names.EMPLOYEE_TABLE, {
      ...{ audit, changes, markers },
      units: new UnitRegisterTable(db, names.UNIT_TABLE),
    }),
    posts: new PostTable(db, names.POST_TABLE, audit),
    rules: new DeciderRuleTable(db, names.POST_TABLE, audit),
    units: new UnitTable(db, names.UNIT_TABLE),
    roles: new WritableRoleTable(db, names.ROLE_TABLE, audit),
    photos: new PhotoTable(db, names.PHOTO_TABLE),
    bucket: new PhotoBucket(new S3Client(client), names.PHOTO_BUCKET),
    newUsers: new AccountDirectory(cognito, names.USER_POOL),
    accountRecords,
    authenticatorKey: new SealingKey(new KMSClient(client), names.AUTHENTICATOR_KEY, "account"),
    login: new DemoLogin(cognito, names.USER_POOL, names.USER_POOL_CLIENT, clock),
    clock,
    isOlder,
  };
}

interface World {
  readonly approvals: ApprovalTable;
  readonly photoRequests: PhotoRequestTable;
  readonly employees: WritableEmployeeTable;
  readonly agencies: WritableAgencyTable;
  readonly posts: PostTable;
  readonly rules: DeciderRuleTable;
  readonly units: UnitTable;
  readonly calendars: WritableWorkCalendarTable;
  readonly roles: WritableRoleTable;
  readonly photos: PhotoTable;
  readonly bucket: PhotoBucket;
  readonly newUsers: NewUsers;
  readonly accountRecords: AccountTable;
  readonly authenticatorKey: SealingKey;
  readonly login: DemoLogin;
  readonly clock: Clock;
  readonly isOlder: boolean;
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
