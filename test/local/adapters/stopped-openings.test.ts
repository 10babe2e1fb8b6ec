/** A campaign is two writes (decision 0097): an opening that was stopped between them is completed by the next one. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { CampaignTable } from "#shared/campaign/campaign-table.ts";
import { aCampaign } from "../../support/campaign-table-contract.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

/** Whose second write never happens. */
function stopping() {
  const client = new DynamoDBClient(cloud.client);
  let puts = 0;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === "PutItemCommand" && ++puts === 2) throw new Error("stopped");
        return await next(args);
      },
    { step: "initialize" },
  );
  return DynamoDBDocumentClient.from(client);
}

test("what was stopped is no campaign; the same opening completes it for the first people, another one is refused", async () => {
  const name = await cloud.newTable("campaign-table");
  const campaigns = new CampaignTable(cloud.db, name);
  const first = new CampaignTable(stopping(), name).open(aCampaign, ["emp_siti", "emp_budi"]);
  await expect(first).rejects.toThrow("stopped");
  expect(await campaigns.find("cmp_1")).toBeUndefined();
  expect(await campaigns.of(aCampaign.instansiId, 9)).toEqual([]);

  const other = campaigns.open({ ...aCampaign, lastDay: "2026-12-01" }, ["emp_siti"]);
  await expect(other).rejects.toMatchObject({ code: "request-mismatch" });
  const opened = await campaigns.open({ ...aCampaign, people: 3 }, ["emp_a", "emp_b", "emp_c"]);

  expect(opened).toEqual(aCampaign);
  expect(await campaigns.find("cmp_1")).toEqual(aCampaign);
  expect(await campaigns.peopleOf("cmp_1")).toEqual(["emp_budi", "emp_siti"]);
  await expect(campaigns.open(aCampaign, ["emp_siti"])).rejects.toMatchObject({
    code: "campaign-changed",
  });
});
