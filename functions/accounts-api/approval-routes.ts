import * as z from "zod";
import { type Approval, approvalId } from "#shared/access/approval.ts";
import { refusalRequest } from "#shared/access/approval-answers.ts";
import type { RoleHolder } from "#shared/access/principal.ts";
import { emailCorrections } from "#shared/account/correct-email.ts";
import { newPeople } from "#shared/account/new-person.ts";
import { agencyChanges } from "#shared/agency/ask-agency-change.ts";
import { unitChanges } from "#shared/agency/decide-unit-change.ts";
import { bulkChangesDecided } from "#shared/bulk-change/ask-bulk-change.ts";
import { decreesDecided } from "#shared/decree/decide-decree.ts";
import { largeExports } from "#shared/export/ask-export.ts";
import { created } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { importsAskedFor } from "#shared/import/ask-import.ts";
import { recordJoins } from "#shared/join/decide-join.ts";
import { broughtPhotos } from "#shared/photo/bring-photo.ts";
import { photoRevocations } from "#shared/photo/revoke-photo.ts";
import { logger } from "#shared/runtime/logger.ts";
import { approvalDesk } from "#shared/session/approval-desk.ts";
import { accountUnfreezes } from "#shared/session/decide-freeze.ts";
import { mfaResets } from "#shared/session/decide-mfa-reset.ts";
import { nipChanges } from "#shared/session/nip-change.ts";
import { recordChanges } from "#shared/session/record-change.ts";
import { roleHolder } from "#shared/session/require-session.ts";
import { releases } from "#shared/transfer/ask-release.ts";
import { arrivals } from "#shared/transfer/decide-arrival.ts";
import type { AccountsApi } from "./accounts-api.ts";
import { agencyApproval, agencyApprovalList, approvalAnswers } from "./approval-answers.ts";
import { standingRecords } from "./standing-records.ts";

/** What waits for a penyetuju of the agency, and how each of it ends. Long: a table, one entry for each route. */
export function approvalRoutes(given: AccountsApi) {
  // What was joined into another record is not decided about any more: each of its approvals is outdated (decision 0054).
  const api = { ...given, employees: standingRecords(given.employees) };
  const kinds = {
    "mfa-reset": mfaResets(api),
    "email-correction": emailCorrections(api),
    "account-unfreeze": accountUnfreezes(api),
    "nip-change": nipChanges(api),
    "unit-change": unitChanges(api),
    export: largeExports(api),
    import: importsAskedFor(api),
    "agency-change": agencyChanges(api),
    "new-person": newPeople(api),
    "record-change": recordChanges(api),
    decree: decreesDecided(api),
    "transfer-out": releases(api),
    "transfer-in": arrivals(api),
    "record-join": recordJoins(api),
    "bulk-change": bulkChangesDecided(api),
    photo: broughtPhotos(api),
    "photo-revoke": photoRevocations(api),
  };
  const desk = approvalDesk(api, "penyetuju", kinds, (approvals, by) =>
    approvalAnswers({ ...api, kinds }, approvals, by),
  );
  const stated = {
    method: "POST",
    params: z.strictObject({ id: approvalId }),
    answers: { 200: agencyApproval },
  } as const;
  return [
    route({
      method: "GET",
      path: "/api/accounts/approvals",
      summary: "What waits for this penyetuju, and what the reader asked for",
      access: roleHolder(api, "petugas", "penyetuju"),
      answers: { 200: agencyApprovalList },
      handle: desk.list,
    }),
    route({
      ...stated,
      path: "/api/accounts/approvals/{id}/approve",
      summary: "Carries out what an officer asked for; 403 and 409 approval-…",
      access: roleHolder(api, "penyetuju"),
      handle: desk.approve,
    }),
    route({
      ...stated,
      path: "/api/accounts/approvals/{id}/refuse",
      summary: "Refuses it, with a reason",
      access: roleHolder(api, "penyetuju"),
      body: refusalRequest,
      handle: desk.refuse,
    }),
    route({
      ...stated,
      path: "/api/accounts/approvals/{id}/withdraw",
      summary: "Takes the own request back",
      access: roleHolder(api, "petugas", "penyetuju"),
      handle: desk.withdraw,
    }),
  ];
}

/** What a petugas has just asked for. */
export async function tellAsked(api: AccountsApi, approval: Approval, by: RoleHolder) {
  logger.info("approval.asked", { approvalId: approval.id });
  // What was asked at this moment is not outdated.
  const answer = await approvalAnswers({ ...api, kinds: {} }, [approval], by);
  return created(answer(approval));
}
