/** Demo people at the site's API, signed in. */
import { totpCode } from "../../local/cloud/cognito/totp.ts";
import { demoPassword } from "../../local/demo/demo-login.ts";
import { demoPeople } from "../../local/demo/people.ts";
import type { DemoCloud } from "../../local/start/demo-cloud.ts";
import { findEmployee } from "./story.ts";
import { Visitor } from "./visitor.ts";

export interface HolderAndOfficer {
  readonly holder: Visitor;
  readonly officer: Visitor;
  /** The holder's. */
  readonly employeeId: string;
}

/** A holder with a card, and an officer of the same agency. */
export async function holderAndOfficer(cloud: DemoCloud): Promise<HolderAndOfficer> {
  const [holder, officer] = [new Visitor(cloud.siteUrl), new Visitor(cloud.siteUrl)];
  const nip = nipOf("Pemegang kartu, PNS");
  await signIn(cloud, holder, nip);
  await signIn(cloud, officer, nipOf("Petugas BKPSDM"));
  return { holder, officer, employeeId: await findEmployee(officer, nip) };
}

async function signIn(cloud: DemoCloud, visitor: Visitor, nip: string): Promise<void> {
  const tokens = cloud.services.cognito.softwareTokens();
  const secret = tokens.find(({ username }) => username === nip)?.secret ?? "";
  await visitor.signIn(nip, demoPassword, totpCode(secret, cloud.clock.millis()));
}

function nipOf(role: string): string {
  const person = demoPeople().find((each) => each.role === role);
  if (!person) throw new Error(`The demo has no ${role}.`);
  return person.employee.nip;
}
