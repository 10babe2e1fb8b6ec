/** The second of two people who change a record, without a page: for stories that are about something else. */
import { randomUUID } from "node:crypto";
import { employeeAnswer } from "#shared/employee/record-answers.ts";
import type { DecidedValues } from "#shared/employee/record-change.ts";
import {
  agencyApproval,
  agencyApprovalList,
} from "../../../functions/accounts-api/approval-answers.ts";
import { HttpHolder } from "../../support/http-holder.ts";
import type { World } from "./world.ts";

/** One officer asks for a change of a record. @returns the approval's id */
export async function askForChange(
  officer: HttpHolder,
  { id, values, reason = "SK 12/2026" }: { id: string; values: DecidedValues; reason?: string },
): Promise<string> {
  const record = await officer.send("GET", `/api/officer/employees/${id}`);
  const { revision } = employeeAnswer.parse(await record.json());
  const body = { revision, requestId: randomUUID(), reason, values };
  const asked = await officer.send("POST", `/api/accounts/${id}/record-change`, body);
  return agencyApproval.parse(await asked.json()).id;
}

export class SecondOfficer {
  readonly #officer: HttpHolder;
  readonly #world: World;

  private constructor(world: World, officer: HttpHolder) {
    [this.#world, this.#officer] = [world, officer];
  }

  /** @param nip of a penyetuju */
  static async signedIn(world: World, nip: string): Promise<SecondOfficer> {
    const officer = new HttpHolder(world.cloud.siteUrl);
    await officer.signIn(nip, world.nextCode(nip));
    return new SecondOfficer(world, officer);
  }

  async approve(approvalId: string): Promise<void> {
    await this.#officer.send("POST", `/api/accounts/approvals/${approvalId}/approve`);
    await this.#world.cloud.waitUntilIdle();
  }

  /** All that waits about somebody, whoever asked for it. @param name without degrees */
  async approveAllOf(name: string): Promise<void> {
    const lists = await this.#officer.send("GET", "/api/accounts/approvals");
    const { waiting } = agencyApprovalList.parse(await lists.json());
    const own = waiting.filter(({ subject }) => subject.name?.includes(name));
    if (own.length === 0) throw new Error("Nothing waits about this person.");
    for (const { id } of own) await this.approve(id);
  }
}
