import { describe } from "vitest";
import { deviceTableContract } from "../../support/device-table-contract.ts";
import { DevicesInMemory } from "../../support/devices-in-memory.ts";

describe("devices in memory", () => deviceTableContract(async () => new DevicesInMemory()));
