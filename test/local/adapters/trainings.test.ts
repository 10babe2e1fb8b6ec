import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, test } from "vitest";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { TrainingTable } from "#shared/training/training-table.ts";
import { mostLines } from "#shared/training/trainings.ts";
import { cells } from "../../support/cells.ts";
import { anOffer, joinLine, limitsLine } from "../../support/training.ts";
import {
  lineOfOffer,
  seatTwoHundred,
  trainingTableContract,
} from "../../support/training-table-contract.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();
const make = async () => {
  const history = new AuditTable(cloud.db, await cloud.newTable("audit-table"));
  return new TrainingTable(cloud.db, await cloud.newTable("agency-table"), history);
};

describe("TrainingTable", () => trainingTableContract(make));

/** `npm run test:all` takes all of them. */
const repetitions = cells(
  Array.from({ length: 200 }, (_, n) => n),
  3,
);

test("however often two hundred come at once, ten are in and nobody is in twice", async () => {
  const trainings = await make();
  for (const n of repetitions) {
    const offer = anOffer({ id: `trn_race${n}` });
    await trainings.save(offer, lineOfOffer(offer), limitsLine(offer));
    await seatTwoHundred(trainings, offer);
  }

  expect(repetitions.length).toBeGreaterThan(0);
}, 1_800_000);

test("while an officer changes the offer, registrations wait for it and none is lost", async () => {
  const trainings = await make();
  const offer = anOffer();
  await trainings.save(offer, lineOfOffer(offer), limitsLine(offer));
  const changing = async () => {
    for (let revision = 2; revision < 6; revision++) {
      const next = anOffer({ revision });
      await trainings.save(next, lineOfOffer(next), limitsLine(next));
    }
  };
  await Promise.all([seatTwoHundred(trainings, offer), changing()]);

  const limits = (await trainings.register(offer.id)).filter(({ act }) => act === "limits");
  expect(limits).toHaveLength(5);
});

test("a register takes no more lines than fit into its item", async () => {
  const table = await cloud.newTable("agency-table");
  const trainings = new TrainingTable(cloud.db, table, new AuditTable(cloud.db, "none"));
  const acts = Array.from({ length: mostLines - 1 }, (_, n) => joinLine(n, "2027-02-02T00:00:00Z"));
  const Item = { kind: "training-register", id: "trn_full", acts };
  await cloud.db.send(new PutCommand({ TableName: table, Item }));
  const join = () => trainings.append("trn_full", joinLine(9999, "2027-02-02T00:00:00Z"));

  expect(await join()).toHaveLength(mostLines);
  await expect(join()).rejects.toMatchObject({ code: "training-full" });
});
