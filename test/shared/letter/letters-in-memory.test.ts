import { describe } from "vitest";
import {
  letterProfileContract,
  lettersAboutContract,
  letterTableContract,
  numberRegisterContract,
} from "../../support/letter-table-contract.ts";
import {
  LetterProfilesInMemory,
  LettersInMemory,
  NumberRegistersInMemory,
} from "../../support/letters-in-memory.ts";

describe("LettersInMemory", () => {
  letterTableContract(async () => new LettersInMemory());
  lettersAboutContract(async () => new LettersInMemory());
});

describe("NumberRegistersInMemory", () =>
  numberRegisterContract(async () => ({
    letters: new LettersInMemory(),
    registers: new NumberRegistersInMemory(),
  })));

describe("LetterProfilesInMemory", () =>
  letterProfileContract(async () => new LetterProfilesInMemory()));
