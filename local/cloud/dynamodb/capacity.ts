export interface ConsumedCapacity {
  readonly TableName: string;
  readonly CapacityUnits: number;
}

/** A transaction costs twice as much as its steps would alone; the answer has it by table. */
export function transactionCapacity(
  steps: readonly ConsumedCapacity[],
  kind: "Read" | "Write",
): object[] {
  const byTable = new Map<string, number>();
  for (const { TableName, CapacityUnits } of steps) {
    byTable.set(TableName, (byTable.get(TableName) ?? 0) + 2 * CapacityUnits);
  }
  return [...byTable].map(([TableName, CapacityUnits]) => ({
    TableName,
    CapacityUnits,
    [`${kind}CapacityUnits`]: CapacityUnits,
  }));
}
