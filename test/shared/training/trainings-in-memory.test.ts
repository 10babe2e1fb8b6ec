import { describe } from "vitest";
import { trainingTableContract } from "../../support/training-table-contract.ts";
import { TrainingsInMemory } from "../../support/trainings-in-memory.ts";

describe("TrainingsInMemory", () => trainingTableContract(async () => new TrainingsInMemory()));
