/** `npm start`: the whole product on the embedded cloud, with demo data. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CloudOptions } from "./cloud/cloud.ts";
import type { Lan } from "./cloud/cloudfront/site-server.ts";
import { Faults } from "./cloud/events/faults.ts";
import { type Failure, failures } from "./cloud/kernel/failure.ts";
import { whenCallerIsGone } from "./start/caller.ts";
import { removeCloudFile, writeCloudFile } from "./start/cloud-file.ts";
import type { RunningCloud } from "./start/demo-cloud.ts";
import { demandFree } from "./start/free-ports.ts";
import { demandWritable, lockState } from "./start/home.ts";
import { explain, portsOf, readOptions, type StartOptions, sentenceOf } from "./start/options.ts";
import { beginProduct, compiledIn } from "./start/product.ts";

async function start(options: StartOptions): Promise<void> {
  const { reset, ephemeral, port, home, host, watch } = options;
  const ports = portsOf({ port });
  // It is checked now, so that nothing is built for nothing.
  await demandFree(Object.values(ports));
  if (host) await demandFree([port], host);
  demandWritable(home);
  if (!ephemeral) lockState(home);
  const directory = ephemeral ? mkdtempSync(join(tmpdir(), "kartu-")) : join(home, "cloud");
  if (reset) rmSync(directory, { recursive: true, force: true });
  // A later start finds everything that is imported below already compiled.
  enableCompileCache(compiledIn(home));
  // Bundles with source maps have their own folder, because a deployment's have none.
  const built = watch ? join(home, "dev") : home;
  const building = beginProduct(built, { sourceMaps: watch });
  // They are loaded while the compilers work, mostly in other threads.
  const [{ assembly, bundled }, startCloud, { sampleFolders, writeSamples }, { welcome }] =
    await Promise.all([
      building,
      watch ? devCloud(built) : demoCloud(),
      import("./start/write-samples.ts"),
      import("./start/welcome.ts"),
    ]);
  const [cloud] = await Promise.all([
    startCloud({
      ...{ directory, assembly, codeReady: bundled, lan: await lanOf(host, directory), ...ports },
      faults: options.faults === undefined ? undefined : Faults.fromSeed(options.faults),
    }),
    bundled,
  ]);
  writeCloudFile(home, cloud);
  const stop = async (): Promise<void> => {
    removeCloudFile(home);
    await cloud.stop();
    if (ephemeral) rmSync(directory, { recursive: true, force: true });
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => void stop());
  whenCallerIsGone(() => void stop());
  const places = {
    site: cloud.siteUrl,
    console: cloud.extraUrl ?? "",
    photos: join(home, sampleFolders.photos),
    imports: join(home, sampleFolders.imports),
    home: ephemeral ? undefined : home,
    isOpen: !!host,
  };
  console.log(welcome(places, process.uptime()));
  if (options.faults !== undefined)
    console.log(
      `Faults are drawn by seed ${options.faults}: --seed ${options.faults} repeats them.`,
    );
  await Promise.all([writeSamples(home), cloud.seeded]);
}

type StartCloud = (options: CloudOptions) => Promise<RunningCloud>;

async function demoCloud(): Promise<StartCloud> {
  return (await import("./start/demo-cloud.ts")).startDemoCloud;
}

async function devCloud(built: string): Promise<StartCloud> {
  const { startDevCloud } = await import("./start/watch/dev-cloud.ts");
  return (options) => startDevCloud({ ...options, built });
}

/** Loaded only when it is needed, because certificates need a library. */
async function lanOf(host: string | undefined, directory: string): Promise<Lan | undefined> {
  if (!host) return undefined;
  const { certificateFor } = await import("./start/lan.ts");
  const certificate = await certificateFor(host, new Date());
  // The canary, a process of its own, trusts it as browsers do once their user has said so.
  const file = join(directory, "certificate.pem");
  mkdirSync(directory, { recursive: true });
  writeFileSync(file, certificate.cert);
  process.env.NODE_EXTRA_CA_CERTS = file;
  return { host, certificate };
}

/** After a full disk the tables' files cannot be written until they are opened again, so the process ends. */
failures.subscribe((message) => {
  const { where, error } = message as Failure;
  const sentence = sentenceOf(error, { port: 0 });
  console.error(sentence ?? `${where}: the embedded cloud failed`, sentence ? "" : error);
  if (sentence) process.exit(1);
});

try {
  await start(readOptions(process.argv.slice(2)));
} catch (error) {
  const port = Number(/--port[= ](\d+)/.exec(process.argv.join(" "))?.[1] ?? 3000);
  console.error(explain(error, { port }));
  process.exit(1);
}
