import { describe } from "vitest";
import { trainingResultTableContract } from "../../support/training-result-table-contract.ts";
import { TrainingResultsInMemory } from "../../support/training-results-in-memory.ts";

describe("TrainingResultsInMemory", () =>
  trainingResultTableContract(async () => new TrainingResultsInMemory()));
