import { describe } from "vitest";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { LetterProfileTable } from "#shared/letter/letter-profile-table.ts";
import { LetterTable } from "#shared/letter/letter-table.ts";
import { NumberRegisterTable } from "#shared/letter/number-register-table.ts";
import {
  letterProfileContract,
  lettersAboutContract,
  letterTableContract,
  numberRegisterContract,
} from "../../support/letter-table-contract.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

const tables = async () => {
  const history = new AuditTable(cloud.db, await cloud.newTable("audit-table"));
  const name = await cloud.newTable("letter-table");
  return {
    letters: new LetterTable(cloud.db, name, history),
    registers: new NumberRegisterTable(cloud.db, name),
    profiles: new LetterProfileTable(cloud.db, name, history),
  };
};

describe("LetterTable", () => letterTableContract(async () => (await tables()).letters));

describe("letters about a person", () =>
  lettersAboutContract(async () => (await tables()).letters));

describe("NumberRegisterTable", () => numberRegisterContract(tables));

describe("LetterProfileTable", () => letterProfileContract(async () => (await tables()).profiles));
