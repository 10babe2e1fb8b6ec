/** `npm start`: the whole product on the embedded cloud, with demo data. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoPeople } from "./demo/people.ts";
import { demoPassword } from "./demo/seed.ts";
import { startDemoCloud, writeSamplePhotos } from "./start/demo-cloud.ts";
import { explain, readOptions, type StartOptions } from "./start/options.ts";
import { buildProduct } from "./start/product.ts";

const home = ".kartu";
const photos = join(home, "contoh-foto");

async function start({ reset, ephemeral, port }: StartOptions): Promise<void> {
  const started = performance.now();
  const directory = ephemeral ? mkdtempSync(join(tmpdir(), "kartu-")) : join(home, "cloud");
  if (reset) rmSync(directory, { recursive: true, force: true });
  const assembly = await buildProduct(home);
  const cloud = await startDemoCloud({ directory, assembly, sitePort: port, extraPort: port + 1 });
  await writeSamplePhotos(photos);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(welcome(cloud.siteUrl, cloud.extraUrl ?? "", seconds));
  const stop = async (): Promise<void> => {
    await cloud.stop();
    if (ephemeral) rmSync(directory, { recursive: true, force: true });
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
}

function welcome(site: string, desk: string, seconds: string): string {
  const accounts = demoPeople()
    .filter(({ role }) => role)
    .map(
      ({ employee, role }) =>
        `  ${employee.nip}  ${role}${role?.startsWith("Baru") ? `, surel ${employee.email}` : ""}`,
    );
  return `
Kartu ASN Virtual, siap dalam ${seconds} s (MODE DEMO)

  Situs          ${site}/masuk
  Kotak surat    ${desk}/mailbox
  Kode TOTP      ${desk}/codes
  Contoh foto    ${photos}

Akun demo, kata sandi ${demoPassword}
${accounts.join("\n")}

Ctrl+C menghentikan; keadaan tersimpan di ${home}. Mulai baru: npm start -- --reset
`;
}

try {
  await start(readOptions(process.argv.slice(2)));
} catch (error) {
  const port = Number(/--port[= ](\d+)/.exec(process.argv.join(" "))?.[1] ?? 3000);
  console.error(explain(error, { port }));
  process.exit(1);
}
