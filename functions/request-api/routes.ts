import { type CampaignOfficerApi, campaignOfficerRoutes } from "./campaign-routes.ts";
import { type EndedRequestApi, endedRequestRoutes } from "./ended-routes.ts";
import { type LeaveApi, leaveRoutes } from "./leave-routes.ts";
import { type LedgerApi, ledgerRoutes } from "./ledger-routes.ts";
import { type OfficerRequestApi, officerRequestRoutes } from "./officer-routes.ts";
import { type OwnRequestApi, ownRequestRoutes } from "./own-routes.ts";
import { type ProofApi, proofRoutes } from "./proof-routes.ts";
import { type RevokeApi, revokeRoutes } from "./revoke-routes.ts";

export type RequestApi = OwnRequestApi &
  OfficerRequestApi &
  ProofApi &
  RevokeApi &
  CampaignOfficerApi &
  EndedRequestApi &
  LeaveApi &
  LedgerApi;

/** What people ask for, and how it is decided (decision 0085). */
export function requestRoutes(api: RequestApi) {
  return [
    ...ownRequestRoutes(api),
    ...leaveRoutes(api),
    ...ledgerRoutes(api),
    ...proofRoutes(api),
    ...officerRequestRoutes(api),
    ...revokeRoutes(api),
    ...endedRequestRoutes(api),
    ...campaignOfficerRoutes(api),
  ];
}
