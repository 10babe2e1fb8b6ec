/** Point-in-time recovery as a setting: it can be turned on and asked for. There is no restoring here. */
import type { Caller } from "../kernel/service.ts";
import type { Dynamodb } from "./dynamodb.ts";
import { onlyKnown } from "./request.ts";
import { invalid, type Table } from "./table.ts";

interface UpdateRequest {
  readonly TableName: string;
  readonly PointInTimeRecoverySpecification?: {
    readonly PointInTimeRecoveryEnabled?: boolean;
    readonly RecoveryPeriodInDays?: number;
  };
}

const daySeconds = 24 * 60 * 60;
/** AWS's lag between a write and the point it can be restored to. */
const lagSeconds = 5 * 60;

/** Long: a closure, of which each function fits a screen. */
export function backupOperations({ access, context, tables }: Dynamodb) {
  function update(input: UpdateRequest, caller: Caller): unknown {
    onlyKnown("UpdateContinuousBackups", input, ["TableName", "PointInTimeRecoverySpecification"]);
    access.table(caller, "UpdateContinuousBackups", input.TableName);
    const { recovery: current, ...table } = tables.get(input.TableName);
    const { PointInTimeRecoveryEnabled: enabled, RecoveryPeriodInDays: periodInDays = 35 } =
      input.PointInTimeRecoverySpecification ?? {};
    if (enabled === undefined) {
      throw invalid(
        "1 validation error detected: Value null at 'pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled' failed to satisfy constraint: Member must not be null",
      );
    }
    if (!(periodInDays >= 1 && periodInDays <= 35)) {
      throw invalid("RecoveryPeriodInDays must be between 1 and 35");
    }
    const since = current?.since ?? now();
    const changed: Table = { ...table, recovery: enabled ? { periodInDays, since } : undefined };
    tables.save(changed);
    return { ContinuousBackupsDescription: describe(changed) };
  }

  function describeBackups(input: { readonly TableName: string }, caller: Caller): unknown {
    onlyKnown("DescribeContinuousBackups", input, ["TableName"]);
    access.table(caller, "DescribeContinuousBackups", input.TableName);
    return { ContinuousBackupsDescription: describe(tables.get(input.TableName)) };
  }

  function describe({ recovery }: Table): object {
    const latest = now() - lagSeconds;
    return {
      ContinuousBackupsStatus: "ENABLED",
      PointInTimeRecoveryDescription: recovery
        ? {
            PointInTimeRecoveryStatus: "ENABLED",
            RecoveryPeriodInDays: recovery.periodInDays,
            EarliestRestorableDateTime: Math.max(
              recovery.since,
              now() - recovery.periodInDays * daySeconds,
            ),
            LatestRestorableDateTime: Math.max(recovery.since, latest),
          }
        : { PointInTimeRecoveryStatus: "DISABLED" },
    };
  }

  function now(): number {
    return Math.floor(context.clock.millis() / 1000);
  }

  return { UpdateContinuousBackups: update, DescribeContinuousBackups: describeBackups };
}
