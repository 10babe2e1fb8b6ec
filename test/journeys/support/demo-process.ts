/** A demo cloud in a process of its own, for tests that end it: node demo-process.ts DIRECTORY ASSEMBLY PORT. */
import type { ClientOptions } from "../../../local/cloud/assembly/deployer.ts";
import { startDemoCloud } from "../../../local/start/demo-cloud.ts";
import { portsOf } from "../../../local/start/options.ts";
import { peopleInStories } from "../../support/people-in-stories.ts";

/** What it tells its parent once it is up. */
export interface DemoProcessReport {
  readonly client: ClientOptions;
  /** The functions' settings: names of tables and buckets. */
  readonly settings: Readonly<Record<string, string>>;
  readonly softwareTokens: readonly { readonly username: string; readonly secret: string }[];
}

const [directory = "", assembly = "", port] = process.argv.slice(2);
const ports = portsOf({ port: Number(port) });
const { client, services, seeded } = await startDemoCloud({
  ...{ directory, assembly, inAll: peopleInStories, ...ports },
  log: () => undefined,
});
// So that what is killed later is not the seeding.
await seeded;
const report: DemoProcessReport = {
  client,
  settings: services.functions.settings(),
  softwareTokens: services.cognito.softwareTokens(),
};
process.send?.(report);
