import { describe } from "vitest";
import { authChallengeTableContract } from "../../support/auth-challenge-table-contract.ts";
import { AuthChallengesInMemory } from "../../support/auth-challenges-in-memory.ts";
import { mailedLinkTableContract } from "../../support/mailed-link-table-contract.ts";
import { MailedLinksInMemory } from "../../support/mailed-links-in-memory.ts";
import { qrLoginTableContract } from "../../support/qr-login-table-contract.ts";
import { QrLoginsInMemory } from "../../support/qr-logins-in-memory.ts";
import { sessionTableContract } from "../../support/session-table-contract.ts";
import { SessionsInMemory } from "../../support/sessions-in-memory.ts";

describe("sessions in memory", () => sessionTableContract(async () => new SessionsInMemory()));
describe("links in memory", () => mailedLinkTableContract(async () => new MailedLinksInMemory()));
describe("challenges in memory", () =>
  authChallengeTableContract(async () => new AuthChallengesInMemory()));
describe("logins by QR in memory", () => qrLoginTableContract(async () => new QrLoginsInMemory()));
