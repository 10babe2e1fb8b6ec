import { CfnOutput, RemovalPolicy, Stack } from "aws-cdk-lib";
import {
  type Attribute,
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  type StreamViewType,
  TableV2,
} from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";

export interface RetainedTableProps {
  readonly partitionKey: Attribute;
  readonly sortKey?: Attribute;
  readonly indexes?: GlobalSecondaryIndexPropsV2[];
  readonly stream?: StreamViewType;
  /** Whether items go by themselves when their `expiresAt` (seconds since 1970) has passed. */
  readonly expires?: boolean;
}

export const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });
export const number = (name: string): Attribute => ({ name, type: AttributeType.NUMBER });

/** A table paid per request up to a ceiling, that can be put back to any second, and outlives its stack. */
export class RetainedTable extends TableV2 {
  /** @param outputName the stack's output with the table's name */
  constructor(
    scope: Construct,
    outputName: string,
    { partitionKey, sortKey, indexes = [], stream, expires = false }: RetainedTableProps,
  ) {
    super(scope, "table", {
      partitionKey,
      ...(sortKey && { sortKey }),
      ...(stream && { dynamoStream: stream }),
      ...(expires && { timeToLiveAttribute: "expiresAt" }),
      globalSecondaryIndexes: indexes,
      // A ceiling on what a flood can cost, far above what 4.7 million holders ask for.
      billing: Billing.onDemand({ maxReadRequestUnits: 4000, maxWriteRequestUnits: 2000 }),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new CfnOutput(Stack.of(this), outputName, { value: this.tableName });
  }

  indexArn(name: string): string {
    return `${this.tableArn}/index/${name}`;
  }
}
