import { Stack } from "aws-cdk-lib";
import {
  Alarm,
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  Stats,
  TextWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import type { Construct, IConstruct } from "constructs";
import { alarmPeriod } from "./alarms.ts";
import type { Api } from "./api.ts";
import type { NodeFunction } from "./node-function.ts";
import type { QueueWithDeadLetters } from "./queues.ts";

export interface DashboardProps {
  readonly api: Api;
  /** By those who notice when they fail: a row for each. */
  readonly functions: Readonly<Record<string, readonly NodeFunction[]>>;
  /** What waits, by the name of the queue: how old the oldest message is. */
  readonly waiting: Readonly<Record<string, Pick<QueueWithDeadLetters, "oldest">>>;
  readonly runbookUrl: string;
}

/** Of 24 columns. */
const half = 12;

/** What holders, verifiers and officers experience now, and the stack's alarms, on one page. */
export class Dashboard extends CloudWatchDashboard {
  constructor(scope: Construct, { api, functions, waiting, runbookUrl }: DashboardProps) {
    super(scope, "dashboard", {
      dashboardName: "Kartu-ASN-Virtual",
      widgets: [
        [alarmsOf(Stack.of(scope))],
        [heading(`All requests; what an alarm means: ${runbookUrl}`)],
        [
          graph(
            "Requests and errors; on the right calls around the firewall",
            [api.requests, api.errors],
            [api.bypasses],
          ),
          graph("Milliseconds", [api.latency(50), api.latency(95)]),
        ],
        ...Object.entries(functions).flatMap(([who, theirs]) => experience(who, theirs)),
        [heading("What waits")],
        [
          graph(
            "Age of the oldest message, seconds",
            Object.entries(waiting).map(([label, { oldest }]) => oldest.with({ label })),
          ),
        ],
      ],
    });
  }
}

/** How often it was asked for, how often it failed, and how long the slow ones took. */
function experience(who: string, functions: readonly NodeFunction[]): IWidget[][] {
  const sum = { period: alarmPeriod, statistic: Stats.SUM };
  const slow = { period: alarmPeriod, statistic: Stats.percentile(95) };
  const calls = functions.map(({ lambda, node }) =>
    lambda.metricInvocations({ ...sum, label: node.id }),
  );
  const failures = functions.flatMap(({ lambda, node }) => [
    lambda.metricErrors({ ...sum, label: `${node.id} fails` }),
    lambda.metricThrottles({ ...sum, label: `${node.id} has no room` }),
  ]);
  const durations = functions.map(({ lambda, node }) =>
    lambda.metricDuration({ ...slow, label: node.id }),
  );
  return [
    [heading(who)],
    [
      graph("Calls, and on the right what failed", calls, failures),
      graph("Milliseconds of the slowest twentieth", durations),
    ],
  ];
}

function graph(title: string, left: IMetric[], right: IMetric[] = []): GraphWidget {
  return new GraphWidget({ title, left, right, width: half, period: alarmPeriod });
}

function heading(text: string): TextWidget {
  return new TextWidget({ markdown: `## ${text}`, width: 24, height: 1 });
}

function alarmsOf(stack: Stack): AlarmStatusWidget {
  const alarms = stack.node.findAll().filter(isAlarm);
  return new AlarmStatusWidget({ title: "Alarms", alarms, width: 24, height: 6 });
}

const isAlarm = (each: IConstruct): each is Alarm => each instanceof Alarm;
