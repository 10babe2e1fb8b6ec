import {
  type DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/lib-dynamodb";

/**
 * The items of a query, as many as its `Limit` says, or all: however many pages they are on. A page ends after 1 MB, whatever the limit is, and
 * is cut before its filter («LastEvaluatedKey», "Query" in the DynamoDB API Reference).
 */
export async function queryAll(
  db: Pick<DynamoDBDocumentClient, "send">,
  query: QueryCommandInput,
): Promise<Record<string, unknown>[]> {
  const { Limit: most = Number.POSITIVE_INFINITY, FilterExpression } = query;
  const found: Record<string, unknown>[] = [];
  let from = query.ExclusiveStartKey;
  do {
    // What a filter leaves out counts for the limit of a page.
    const Limit = FilterExpression === undefined ? most - found.length : most;
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        ...query,
        ...(Number.isFinite(Limit) && { Limit }),
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    found.push(...Items);
    from = LastEvaluatedKey;
  } while (from && found.length < most);
  return found.slice(0, most);
}
