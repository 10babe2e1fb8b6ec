import type { Device, KnownDevices } from "#shared/session/device.ts";

/** The device table without DynamoDB; runs the same contract test (device-table-contract.ts). */
export class DevicesInMemory implements KnownDevices {
  readonly #known = new Map<string, Device & { endsAt: Date }>();

  get ids(): string[] {
    return [...this.#known.keys()];
  }

  async keep(id: string, { keptAt }: Device, endsAt: Date): Promise<void> {
    this.#known.set(id, { keptAt, endsAt });
  }

  async find(id: string, now: Date): Promise<Device | undefined> {
    const device = this.#known.get(id);
    return device && device.endsAt > now ? { keptAt: device.keptAt } : undefined;
  }
}
