/** Run as a process of its own: starts a cloud, writes an item, says so, and waits to be killed. */
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { startCloud } from "../../cloud.ts";

const [directory = "", assembly = ""] = process.argv.slice(2);
const { client } = await startCloud({ directory, assembly });
const Item = { id: { S: "survivor" } };
await new DynamoDBClient(client).send(new PutItemCommand({ TableName: "people", Item }));
process.send?.("written");
