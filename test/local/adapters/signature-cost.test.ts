/** What a card's first signature asks of DynamoDB, which docs/cost.md reckons with. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { RevokedKeysTable } from "#shared/card/revoked-keys-table.ts";
import { signCard } from "#shared/card/sign-card.ts";
import { SignatureTable } from "#shared/card/signature-table.ts";
import { signed } from "../../../bench/cost/model.ts";
import { tableUnits } from "../../../bench/cost/table-units.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import type { Call } from "../../../local/cloud/kernel/service.ts";
import { startServices } from "../../../local/cloud/test/one-service.ts";
import { anEmployee } from "../../support/builders.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aPayloadSigner } from "../../support/payload-signer.ts";
import { newTable } from "../../support/tables-of-the-app.ts";

test("a first signature costs the units of the model, but for looks at places that others have", async () => {
  const calls: Call[] = [];
  const onCall = (call: Call) => void calls.push(call);
  const cloud = await startServices(async (context) => [
    ...(await createDynamodb({ ...context, onCall })).services,
  ]);
  const dynamodb = new DynamoDBClient(cloud.client);
  const name = await newTable(dynamodb, "card-table");
  const db = DynamoDBDocumentClient.from(dynamodb);
  const signing = {
    signatures: new SignatureTable(db, name),
    signer: await aPayloadSigner(),
    revokedKeys: new RevokedKeysTable(db, name),
    clock: new FakeClock(),
  };
  // The first one of the process counts places, and asks for the agency's number.
  await signCard(signing, anEmployee({ id: "emp_budi" }), "A20100000001");
  calls.length = 0;
  await signCard(signing, anEmployee(), "A20100000002");
  await cloud.stop();

  const indexes = new Map([[name, [["renewal", "renewOn"], ["part"]]]]);
  const units = calls.map(({ operation, input }) => tableUnits(operation, input, indexes));
  const sumOf = (unit: "reads" | "writes") => units.reduce((all, each) => all + each[unit], 0);
  expect(sumOf("writes")).toBe(signed.writeUnits);
  // What was signed, what is revoked, and one weak look at a place: the model has 1.85 of these.
  expect(sumOf("reads")).toBe(2.5);
  expect(signed.readUnits).toBeCloseTo(2 + 1.85 / 2, 9);
});
