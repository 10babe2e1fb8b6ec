import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CloudClock } from "../kernel/clock.ts";
import { Endpoint } from "../kernel/endpoint.ts";
import type { CloudContext, Service } from "../kernel/service.ts";
import { Store } from "../kernel/store.ts";

/** Some services of the embedded cloud on a port of their own, with a key that may do everything. */
export interface ServicesUnderTest {
  readonly endpoint: string;
  readonly clock: CloudClock;
  readonly directory: string;
  /** What every SDK client under test is made with. */
  readonly client: {
    endpoint: string;
    region: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
    maxAttempts: number;
  };
  /** Stops; with `keep` the files stay, and `startServices({ directory })` finds them again. */
  stop(options?: { keep?: boolean }): Promise<void>;
}

export const testRegion = "ap-southeast-3";
export const testAccount = "000000000000";
const credentials = { accessKeyId: "TESTROOT", secretAccessKey: "test-secret" };

/**
 * @param create makes the services, in the order the endpoint asks them (S3 last)
 * @param authorize replaces "everything is allowed"
 */
export async function startServices(
  create: (context: CloudContext) => Promise<Service[]> | Service[],
  {
    directory = mkdtempSync(join(tmpdir(), "kartu-test-")),
    authorize = () => undefined,
  }: { directory?: string; authorize?: CloudContext["authorize"] } = {},
): Promise<ServicesUnderTest> {
  const clock = new CloudClock();
  const store = new Store(join(directory, "cloud.sqlite"));
  let address = "";
  const context: CloudContext = {
    region: testRegion,
    account: testAccount,
    clock,
    store,
    directory,
    endpoint: () => address,
    nameOf: () => undefined,
    secretOf: (id) => (id === credentials.accessKeyId ? credentials.secretAccessKey : undefined),
    authorize,
  };
  const endpoint = new Endpoint(await create(context));
  address = await endpoint.listen(0);
  return {
    endpoint: address,
    clock,
    directory,
    client: { endpoint: address, region: testRegion, credentials, maxAttempts: 1 },
    async stop({ keep = false } = {}) {
      await endpoint.close();
      store.close();
      if (!keep) rmSync(directory, { recursive: true, force: true });
    },
  };
}
