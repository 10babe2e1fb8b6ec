import { describe } from "vitest";
import { campaignTableContract } from "../../support/campaign-table-contract.ts";
import { CampaignsInMemory } from "../../support/campaigns-in-memory.ts";

describe("CampaignsInMemory", () => campaignTableContract(async () => new CampaignsInMemory()));
