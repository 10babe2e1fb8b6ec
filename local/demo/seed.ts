/**
 * Fills a new cloud with the demo's people, the way an import and its holders would: through the product's own use cases
 * and the real API of Cognito. Running it again finishes what an interrupted run left, and changes nothing else.
 */
import { createHmac } from "node:crypto";
import {
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  AssociateSoftwareTokenCommand,
  type AssociateSoftwareTokenCommandOutput,
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  EnableSoftwareTokenMFAException,
  VerifySoftwareTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import sharp from "sharp";
import { z } from "zod";
import { grantRole } from "#shared/access/grant-role.ts";
import type { GrantedRole } from "#shared/access/role.ts";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import type { Employee, EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import { registerEmployee } from "#shared/employee/register-employee.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { confirmPhoto } from "#shared/photo/confirm-photo.ts";
import { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import { digestsOf, type Pictures } from "#shared/photo/photo-digest.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { smallPhoto } from "#shared/photo/small-photo.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { AccountDirectory } from "#shared/session/account-directory.ts";
import type { ClientOptions } from "../assembly/deployer.ts";
import { totpCode } from "../cognito/totp.ts";
import { cast } from "./cast.ts";
import { type DemoPerson, demoPeople } from "./people.ts";
import { portraitPng } from "./portrait.ts";

/** Every activated demo account's password. */
export const demoPassword = "Demo-Kartu-2026!";

const settingsSchema = z.object({
  EMPLOYEE_TABLE: z.string(),
  AUDIT_TABLE: z.string(),
  ROLE_TABLE: z.string(),
  PHOTO_TABLE: z.string(),
  PHOTO_BUCKET: z.string(),
  USER_POOL: z.string(),
  USER_POOL_CLIENT: z.string(),
});

export interface SeedOptions {
  /** For clients that may do everything. */
  readonly client: ClientOptions;
  /** The functions' settings: names of tables, buckets, the user pool. */
  readonly settings: Readonly<Record<string, string>>;
  readonly clock: Clock;
  /** Whether people of an older edition are there. */
  readonly isOlder: boolean;
}

/**
 * @param leaving ends it after the step at hand
 * @returns when those can sign in whom the start page names, with the promise of everything else
 */
export async function seedDemo(
  options: SeedOptions,
  leaving: AbortSignal,
): Promise<{ readonly rest: Promise<void> }> {
  const world = openWorld(options);
  const people = demoPeople().map((person, i): Numbered => ({ ...person, id: idOf(i) }));
  const named = people.filter(({ role }) => role);
  await Promise.all(named.map((person) => seedAccount(world, person)));
  return { rest: seedRest(world, people, leaving) };
}

type Numbered = DemoPerson & { readonly id: EmployeeId };

function idOf(i: number): EmployeeId {
  return `emp_demo${String(i + 1).padStart(2, "0")}`;
}

/** One after the other: the thread that does this also answers the first visitor. */
async function seedRest(
  world: World,
  people: readonly Numbered[],
  leaving: AbortSignal,
): Promise<void> {
  for (const person of people) {
    if (leaving.aborted) return;
    if (!person.role) await seedAccount(world, person);
    if (person.portrait !== undefined) await confirmPortrait(world, person.id, person.portrait);
  }
}

function openWorld({ client, settings, clock, isOlder }: SeedOptions): World {
  const names = settingsSchema.parse(settings);
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(client), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const cognito = new CognitoIdentityProviderClient(client);
  const audit = new AuditTable(db, names.AUDIT_TABLE);
  return {
    employees: new WritableEmployeeTable(db, names.EMPLOYEE_TABLE, audit),
    roles: new WritableRoleTable(db, names.ROLE_TABLE, audit),
    photos: new PhotoTable(db, names.PHOTO_TABLE),
    bucket: new PhotoBucket(new S3Client(client), names.PHOTO_BUCKET),
    accounts: new AccountDirectory(cognito, names.USER_POOL),
    login: new DemoLogin(cognito, names.USER_POOL, names.USER_POOL_CLIENT, clock),
    clock,
    isOlder,
  };
}

interface World {
  readonly employees: WritableEmployeeTable;
  readonly roles: WritableRoleTable;
  readonly photos: PhotoTable;
  readonly bucket: PhotoBucket;
  readonly accounts: AccountDirectory;
  readonly login: DemoLogin;
  readonly clock: Clock;
  readonly isOlder: boolean;
}

async function seedAccount(
  world: World,
  { id, employee, account, roles }: Numbered,
): Promise<void> {
  await registerEmployee(world, { employee, by: { role: "import" }, id });
  if (world.isOlder) await listAnew(world.employees, id);
  await giveRoles(world, { id, instansiId: employee.instansiId }, roles);
  if (account !== "imported") await world.login.activate(employee.nip);
  if (account === "enrolled") await world.login.enrol(employee.nip);
}

/** Kept state of before the index by name gets its lines. */
async function listAnew(employees: WritableEmployeeTable, id: EmployeeId): Promise<void> {
  const employee = await employees.find(id);
  if (employee) await employees.list(employee);
}

/** Those that the person has not got yet; by the operator of the demo. */
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

async function confirmPortrait(
  world: World,
  employeeId: EmployeeId,
  portrait: number,
): Promise<void> {
  const photoId: PhotoId = `pho_${employeeId.slice(4)}`;
  if (await world.photos.find(photoId)) return;
  const pictures = await picturesOf(portrait);
  const photo = { employeeId, photoId, ...digestsOf(pictures) };
  await world.bucket.putCandidate(photo, pictures);
  await world.photos.expect({
    id: photoId,
    employeeId,
    requestedAt: world.clock.now().toISOString(),
  });
  await world.photos.decide(photoId, { accepted: true, rules: [] }, photo);
  const employee = await world.employees.find(employeeId);
  if (employee) await confirmPhoto(world, { employee, photoId });
}

async function picturesOf(portrait: number): Promise<Pictures> {
  const png = await portraitPng(portrait);
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { png, small: await smallPhoto({ ...info, data }) };
}

/** Does what a holder does once with a new account, without mailbox and browser. */
class DemoLogin {
  readonly #cognito: CognitoIdentityProviderClient;
  readonly #poolId: string;
  readonly #clientId: string;
  readonly #clock: Clock;
  #secret: Promise<string> | undefined;

  constructor(
    cognito: CognitoIdentityProviderClient,
    poolId: string,
    clientId: string,
    clock: Clock,
  ) {
    this.#cognito = cognito;
    this.#poolId = poolId;
    this.#clientId = clientId;
    this.#clock = clock;
  }

  async activate(nip: string): Promise<void> {
    await this.#cognito.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: this.#poolId,
        Username: nip,
        Password: demoPassword,
        Permanent: true,
      }),
    );
  }

  /** Registers an authenticator, unless the account has one. */
  async enrol(nip: string): Promise<void> {
    const { ChallengeName, Session } = await this.#cognito.send(
      new AdminInitiateAuthCommand({
        UserPoolId: this.#poolId,
        ClientId: this.#clientId,
        AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
        AuthParameters: {
          USERNAME: nip,
          PASSWORD: demoPassword,
          SECRET_HASH: await this.#secretHash(nip),
        },
      }),
    );
    if (ChallengeName !== "MFA_SETUP") return;
    const token = await this.#cognito.send(new AssociateSoftwareTokenCommand({ Session }));
    // The code of the step before is right too, and leaves the present one for the first login.
    const before = await this.#verify(token, -30_000);
    // Unless a step ended between making and checking it: then the session is still open for another try.
    if (!before) await this.#verify(token, 0);
  }

  async #verify(
    { SecretCode = "", Session }: AssociateSoftwareTokenCommandOutput,
    offset: number,
  ): Promise<boolean> {
    const UserCode = totpCode(SecretCode, this.#clock.now().getTime() + offset);
    try {
      await this.#cognito.send(
        new VerifySoftwareTokenCommand({ Session, UserCode, FriendlyDeviceName: "Demo" }),
      );
      return true;
    } catch (error) {
      if (error instanceof EnableSoftwareTokenMFAException) return false;
      throw error;
    }
  }

  async #secretHash(nip: string): Promise<string> {
    this.#secret ??= this.#clientSecret();
    return createHmac("sha256", await this.#secret)
      .update(`${nip}${this.#clientId}`)
      .digest("base64");
  }

  async #clientSecret(): Promise<string> {
    const { UserPoolClient } = await this.#cognito.send(
      new DescribeUserPoolClientCommand({ UserPoolId: this.#poolId, ClientId: this.#clientId }),
    );
    return UserPoolClient?.ClientSecret ?? "";
  }
}
