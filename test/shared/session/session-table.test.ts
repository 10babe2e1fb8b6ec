import { describe } from "vitest";
import { sessionTableContract } from "../../support/session-table-contract.ts";
import { SessionsInMemory } from "../../support/sessions-in-memory.ts";
import { stepTableContract } from "../../support/step-table-contract.ts";
import { StepsInMemory } from "../../support/steps-in-memory.ts";

describe("sessions in memory", () => sessionTableContract(async () => new SessionsInMemory()));
describe("steps in memory", () => stepTableContract(async () => new StepsInMemory()));
