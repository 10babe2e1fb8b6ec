import type { DeviceTable } from "#shared/session/device-table.ts";

/** The device table without DynamoDB; runs the same contract test (device-table-contract.ts). */
export class DevicesInMemory implements Pick<DeviceTable, keyof DeviceTable> {
  readonly #known = new Map<string, Date>();

  get ids(): string[] {
    return [...this.#known.keys()];
  }

  async keep(id: string, endsAt: Date): Promise<void> {
    this.#known.set(id, endsAt);
  }

  async isKnown(id: string, now: Date): Promise<boolean> {
    const endsAt = this.#known.get(id);
    return endsAt !== undefined && endsAt > now;
  }
}
