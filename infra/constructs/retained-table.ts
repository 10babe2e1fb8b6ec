import { CfnOutput, RemovalPolicy, Stack } from "aws-cdk-lib";
import { MathExpression, Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import {
  type Attribute,
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  type StreamViewType,
  TableV2,
} from "aws-cdk-lib/aws-dynamodb";
import type { Construct, IConstruct } from "constructs";
import { type Alarms, alarmPeriod, mostOfAQuarterHour } from "./alarms.ts";

export interface RetainedTableProps {
  readonly partitionKey: Attribute;
  readonly sortKey?: Attribute;
  readonly indexes?: GlobalSecondaryIndexPropsV2[];
  readonly stream?: StreamViewType;
  /** Whether items are deleted by themselves after their `expiresAt` (seconds since 1970). */
  readonly expires?: boolean;
}

/** A second. What nothing needs: it limits what a flood can cost. It is far above the need of 4.7 million holders. */
const mostReads = 4000;
const mostWrites = 2000;

/** In a period of five minutes. The functions try again; DynamoDB splits a partition that is asked too often. */
const tolerableThrottles = 50;

/** How many indexes one alarm watches: it takes ten metrics, and each has its reads and its writes. */
const ofAnAlarm = 5;

export const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });
export const number = (name: string): Attribute => ({ name, type: AttributeType.NUMBER });

/** A table that is paid per request up to a ceiling, can be restored to any second, and stays when its stack is deleted. */
export class RetainedTable extends TableV2 {
  readonly #indexNames: readonly string[];

  /** @param outputName the stack's output with the table's name, for commands of operators that read the table; undefined: none does */
  constructor(
    scope: Construct,
    outputName: string | undefined,
    { partitionKey, sortKey, indexes = [], stream, expires = false }: RetainedTableProps,
  ) {
    super(scope, "table", {
      partitionKey,
      ...(sortKey && { sortKey }),
      ...(stream && { dynamoStream: stream }),
      ...(expires && { timeToLiveAttribute: "expiresAt" }),
      // An index has a ceiling of its own. Not for its writes: where an index takes no more of them, the table takes none.
      // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode-max-throughput.html
      globalSecondaryIndexes: indexes.map((index) => ({
        ...index,
        maxReadRequestUnits: mostReads,
      })),
      billing: Billing.onDemand({
        maxReadRequestUnits: mostReads,
        maxWriteRequestUnits: mostWrites,
      }),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.#indexNames = indexes.map(({ indexName }) => indexName);
    if (outputName) new CfnOutput(Stack.of(this), outputName, { value: this.tableName });
  }

  /**
   * Made of the name that the function is told anyway: `tableArn` would be another output of the stack, which has few left («Understand
   * CloudFormation quotas»).
   */
  arnFor(to: IConstruct): string {
    const resourceName = this.tableName;
    return Stack.of(to).formatArn({ service: "dynamodb", resource: "table", resourceName });
  }

  /**
   * An alarm when the table or an index refuses many reads or writes; a second one where there are more than one takes. Each
   * missing value is filled, because an alarm on a metric of DynamoDB stays as it is where none comes, whatever it says about
   * missing data.
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
   */
  watch(alarms: Alarms): void {
    const watched = ["", ...this.#indexNames];
    this.#watch(alarms, watched.slice(0, ofAnAlarm));
    if (watched.length > ofAnAlarm) this.#watch(alarms, watched.slice(ofAnAlarm), "-indexes");
  }

  /** @param watched the table ("") and indexes @param suffix of the second alarm's id */
  #watch(alarms: Alarms, watched: readonly string[], suffix = ""): void {
    const usingMetrics = Object.fromEntries(
      watched.flatMap((index, i) => [
        [`reads${i}`, this.#throttles("Read", index)],
        [`writes${i}`, this.#throttles("Write", index)],
      ]),
    );
    const filled = Object.keys(usingMetrics).map((id) => `FILL(${id}, 0)`);
    const metric = new MathExpression({
      expression: filled.join(" + "),
      usingMetrics,
      period: alarmPeriod,
    });
    const watch = {
      metric,
      severity: "mail",
      whenItFails: "A table refuses reads and writes, and people are told to try again",
      which: `${this.node.scope?.node.id ?? this.node.id}${suffix}`,
      threshold: { above: tolerableThrottles },
      periods: mostOfAQuarterHour,
    } as const;
    alarms.watch(this, watch, `alarm${suffix}`);
  }

  #throttles(kind: "Read" | "Write", index: string): Metric {
    return new Metric({
      namespace: "AWS/DynamoDB",
      metricName: `${kind}ThrottleEvents`,
      dimensionsMap: {
        TableName: this.tableName,
        ...(index && { GlobalSecondaryIndexName: index }),
      },
      statistic: Stats.SUM,
      period: alarmPeriod,
    });
  }

  indexArn(name: string): string {
    return `${this.tableArn}/index/${name}`;
  }
}

/** Makes the alarms of all tables in a stack. */
export function watchTables(stack: Stack, alarms: Alarms): void {
  for (const each of stack.node.findAll().filter(isTable)) each.watch(alarms);
}

const isTable = (each: IConstruct): each is RetainedTable => each instanceof RetainedTable;
