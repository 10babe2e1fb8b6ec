import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ExecuteStatementCommand,
  GetItemCommand,
  ListTablesCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { expect } from "vitest";
import { activeTable, keySchema, simpleTable } from "../engines.ts";
import { check, refusal } from "./check.ts";

export const tableChecks = [
  check("a created table tells its keys, indexes, billing and stream", async (engine) => {
    const table = await activeTable(engine.client, await engine.table());
    expect(table).toMatchObject({
      KeySchema: keySchema("pk", "sk"),
      BillingModeSummary: { BillingMode: "PAY_PER_REQUEST" },
      GlobalSecondaryIndexes: [{ IndexName: "gsi1", IndexStatus: "ACTIVE" }],
      LocalSecondaryIndexes: [{ IndexName: "lsi1" }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
      TableArn: expect.stringMatching(/^arn:aws:dynamodb:.*:table\//),
      LatestStreamArn: expect.stringMatching(/\/stream\/\d{4}-\d\d-\d\dT/),
    });
  }),

  check("encryption, class and protection of a new table are kept", async (engine) => {
    const name = await engine.table({
      ...simpleTable,
      SSESpecification: { Enabled: true },
      TableClass: "STANDARD_INFREQUENT_ACCESS",
      DeletionProtectionEnabled: true,
    });
    const table = await activeTable(engine.client, name);
    expect(table).toMatchObject({
      SSEDescription: { Status: "ENABLED", SSEType: "KMS" },
      TableClassSummary: { TableClass: "STANDARD_INFREQUENT_ACCESS" },
      DeletionProtectionEnabled: true,
    });
  }),

  check("a protected table is not deleted until it is no longer protected", async (engine) => {
    const name = await engine.table({ DeletionProtectionEnabled: true });
    const error = await refusal(engine.client.send(new DeleteTableCommand({ TableName: name })));
    expect(error.name).toBe("ValidationException");
    await engine.client.send(
      new UpdateTableCommand({ TableName: name, DeletionProtectionEnabled: false }),
    );
    await engine.client.send(new DeleteTableCommand({ TableName: name }));
    const gone = await refusal(engine.client.send(new DescribeTableCommand({ TableName: name })));
    expect(gone.name).toBe("ResourceNotFoundException");
  }),

  check("a table of the same name cannot be created twice", async (engine) => {
    const name = await engine.table(simpleTable);
    const error = await refusal(engine.table({ ...simpleTable, TableName: name }));
    expect(error.name).toBe("ResourceInUseException");
  }),

  check("a table created again is empty", async (engine) => {
    const name = await engine.table(simpleTable);
    await engine.doc.send(new PutCommand({ TableName: name, Item: { pk: "a" } }));
    await engine.client.send(new DeleteTableCommand({ TableName: name }));
    await engine.table({ ...simpleTable, TableName: name });
    const found = await engine.client.send(
      new GetItemCommand({ TableName: name, Key: { pk: { S: "a" } } }),
    );
    expect(found.Item).toBeUndefined();
  }),

  check("a key without a definition is refused", async (engine) => {
    const error = await refusal(
      engine.client.send(
        new CreateTableCommand({
          TableName: "undefined-key",
          BillingMode: "PAY_PER_REQUEST",
          AttributeDefinitions: [{ AttributeName: "other", AttributeType: "S" }],
          KeySchema: keySchema("pk"),
        }),
      ),
    );
    expect(error.name).toBe("ValidationException");
  }),

  check("tables are listed in the order of their names, page by page", async (engine) => {
    const names = [await engine.table(simpleTable), await engine.table(simpleTable)].sort();
    const listed: string[] = [];
    let start: string | undefined;
    do {
      const page = await engine.client.send(
        new ListTablesCommand({
          Limit: 1,
          ...(start === undefined ? {} : { ExclusiveStartTableName: start }),
        }),
      );
      listed.push(...(page.TableNames ?? []));
      start = page.LastEvaluatedTableName;
    } while (start !== undefined);
    expect(listed).toEqual(listed.toSorted());
    expect(listed).toEqual(expect.arrayContaining(names));
  }),

  check("an index added to a table has the items that were there, and new ones", async (engine) => {
    const name = await engine.table();
    const put = (pk: string, color: unknown = "red") =>
      engine.doc.send(new PutCommand({ TableName: name, Item: { pk, sk: "1", color } }));
    await put("before");
    await put("no text", 5);
    await engine.client.send(
      new UpdateTableCommand({
        TableName: name,
        AttributeDefinitions: [{ AttributeName: "color", AttributeType: "S" }],
        GlobalSecondaryIndexUpdates: [
          {
            Create: {
              IndexName: "by-color",
              KeySchema: keySchema("color"),
              Projection: { ProjectionType: "ALL" },
            },
          },
        ],
      }),
    );
    await activeTable(engine.client, name);
    await put("after");
    const query = new QueryCommand({
      TableName: name,
      IndexName: "by-color",
      KeyConditionExpression: "color = :red",
      ExpressionAttributeValues: { ":red": "red" },
    });
    const found = await engine.doc.send(query);
    expect(found.Items?.map(({ pk }) => pk).sort()).toEqual(["after", "before"]);
    await engine.client.send(
      new UpdateTableCommand({
        TableName: name,
        GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: "by-color" } }],
      }),
    );
    expect((await refusal(engine.doc.send(query))).name).toBe("ValidationException");
  }),

  check("a stream is turned on and off, once each", async (engine) => {
    const name = await engine.table({ StreamSpecification: undefined });
    const turn = (StreamEnabled: boolean) =>
      engine.client.send(
        new UpdateTableCommand({
          TableName: name,
          StreamSpecification: StreamEnabled
            ? { StreamEnabled, StreamViewType: "NEW_IMAGE" }
            : { StreamEnabled },
        }),
      );
    expect((await refusal(turn(false))).name).toBe("ValidationException");
    await turn(true);
    const { LatestStreamArn } = await activeTable(engine.client, name);
    expect(LatestStreamArn).toContain("/stream/");
    expect((await refusal(turn(true))).name).toBe("ValidationException");
    await turn(false);
    const table = await activeTable(engine.client, name);
    expect(table.StreamSpecification?.StreamEnabled ?? false).toBe(false);
  }),

  check("time to live is turned on once, and told", async (engine) => {
    const name = await engine.table(simpleTable);
    const turn = (Enabled: boolean) =>
      engine.client.send(
        new UpdateTimeToLiveCommand({
          TableName: name,
          TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled },
        }),
      );
    const describe = () => engine.client.send(new DescribeTimeToLiveCommand({ TableName: name }));
    expect((await describe()).TimeToLiveDescription).toEqual({ TimeToLiveStatus: "DISABLED" });
    await turn(true);
    expect((await describe()).TimeToLiveDescription).toEqual({
      TimeToLiveStatus: "ENABLED",
      AttributeName: "expiresAt",
    });
    expect((await refusal(turn(true))).message).toBe("TimeToLive is already enabled");
  }),

  check("point-in-time recovery is turned on, and told", async (engine) => {
    const name = await engine.table(simpleTable);
    const before = await engine.client.send(
      new DescribeContinuousBackupsCommand({ TableName: name }),
    );
    await engine.client.send(
      new UpdateContinuousBackupsCommand({
        TableName: name,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      }),
    );
    const after = await engine.client.send(
      new DescribeContinuousBackupsCommand({ TableName: name }),
    );
    const status = ({ ContinuousBackupsDescription: told }: typeof before) =>
      told?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus;
    expect([status(before), status(after)]).toEqual(["DISABLED", "ENABLED"]);
  }),

  check("a table that is not there is not found", async (engine) => {
    const call = new GetItemCommand({ TableName: "nowhere", Key: { pk: { S: "a" } } });
    expect((await refusal(engine.client.send(call))).name).toBe("ResourceNotFoundException");
  }),

  check("PartiQL is refused by name", async (engine) => {
    const name = await engine.table(simpleTable);
    const call = new ExecuteStatementCommand({ Statement: `SELECT * FROM "${name}"` });
    expect((await refusal(engine.client.send(call))).message).toContain("ExecuteStatement");
  }),
];
