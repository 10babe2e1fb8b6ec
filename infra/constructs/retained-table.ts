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
  /** Whether items are deleted by themselves after their `expiresAt` (seconds since 1970). */
  readonly expires?: boolean;
}

export const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });
export const number = (name: string): Attribute => ({ name, type: AttributeType.NUMBER });

/** A table that is paid per request up to a ceiling, can be restored to any second, and stays when its stack is deleted. */
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
      // It limits what a flood can cost. It is far above the need of 4.7 million holders.
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
