/** Builds the front end into dist/web: static HTML per page and language, hashed assets. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { packagesOf } from "../scripts/licences/packages.ts";
import { passOnLicences } from "../scripts/licences/third-party.ts";
import { bundleForBrowsers, renderPages } from "./build/bundle-app.ts";
import { bundleCardOffline } from "./build/bundle-card-offline.ts";
import { bundleGatePage } from "./build/bundle-gate.ts";
import { bundleGuide } from "./build/bundle-guide.ts";
import { bundleScanPage, bundleScanParts } from "./build/bundle-scan.ts";
import { bundleScript } from "./build/bundle-script.ts";
import { bundleStudioWorker } from "./build/bundle-studio-worker.ts";
import { bundleVerifyPages } from "./build/bundle-verify.ts";
import { type BuiltPage, htmlDocument } from "./build/document.ts";
import { maintenancePage } from "./build/maintenance-page.ts";
import { copyModels } from "./build/models.ts";
import { bundleStyles } from "./build/styles.ts";
import { inLanguage, type Language } from "./src/addresses.ts";
import { isMemberPage, stylesOf } from "./src/member-pages.ts";

export const webOutput = resolve(import.meta.dirname, "..", "dist", "web");

const languages = ["id", "en"] as const satisfies readonly Language[];

/** What members' pages load besides their own module. */
const memberModule = "session/member-bar.tsx";

/**
 * Builds everything anew into a folder, relative to where the process was started. What was in it before is gone.
 * @param options.sboms where what the pages are made of is written down
 */
export async function buildWeb(
  folder = webOutput,
  { sboms }: { readonly sboms?: string } = {},
): Promise<void> {
  // Absolute, because the bundler resolves a relative folder against its own root.
  const out = resolve(folder);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const workDirectory = await mkdtemp(join(tmpdir(), "kartu-web-"));
  try {
    const built = await Promise.all([
      ...languages.map((language) => bundleVerifyPages(language, out)),
      ...languages.map((language) => bundleGuide(language, out)),
      buildApp(out, { workDirectory, sboms }),
    ]);
    const pages = built.flat();
    await Promise.all(pages.map((page) => writePage(out, page)));
  } finally {
    await rm(workDirectory, { recursive: true, force: true });
  }
}

interface AppBuild {
  readonly workDirectory: string;
  readonly sboms: string | undefined;
}

async function buildApp(out: string, { workDirectory, sboms }: AppBuild): Promise<BuiltPage[]> {
  const [styles, early, { ofStudio, ofImport, models }, scan] = await Promise.all([
    buildStyles(out),
    bundleScript("card/early.ts", out),
    bundleWorkers(out),
    bundleScan(out),
  ]);
  const [rendered, ...bundles] = await Promise.all([
    Promise.all(languages.map((language) => renderPages(language, workDirectory))),
    ...languages.map((language, i) => {
      const workers = { import: ofImport[i]?.address ?? "", studio: ofStudio.address };
      return bundleForBrowsers(language, { out, styles, models, workers });
    }),
  ]);
  const built = [...bundles, ...ofImport, ofStudio, models, scan.parts, ...scan.pages];
  const packages = packagesOf(built.flatMap(({ sources }) => sources));
  await passOnLicences({ name: "web", folder: out, sboms }, packages);
  const open = languages.flatMap((language, index) => {
    const [bundle, pages] = [bundles[index], rendered[index]];
    if (!bundle || !pages) throw new Error(`Nothing was built for ${language}.`);
    return pages.map(({ route, title, description, body }) => {
      const isMember = isMemberPage(route.path);
      return {
        file: fileOf(language, route.path),
        html: htmlDocument({
          language,
          title,
          description,
          styles: styles[stylesOf(route.path)],
          body: `<div id="app">${body}</div>`,
          early: route.path === "/kartu" ? early.address : undefined,
          script: bundle.script,
          preloads: bundle.modulesOf([route.module, ...(isMember ? [memberModule] : [])]),
          indexed: !isMember && route.path !== "/404",
        }),
      };
    });
  });
  return [...open, ...scan.pages, ...(await besideTheApp(out, styles))];
}

/** What reads codes, and the pages of who scans and of gates, in each language. */
async function bundleScan(out: string) {
  const parts = await bundleScanParts(out);
  const pages = languages.map(async (language) => {
    const page = await bundleScanPage(language, { out, parts });
    return [page, await bundleGatePage(language, { out, qrWorker: page.qrWorker })];
  });
  return { parts, pages: (await Promise.all(pages)).flat() };
}

/** Pages that have the application's styles, and work without it. */
async function besideTheApp(out: string, { guest, member }: Record<"guest" | "member", string>) {
  const offline = languages.map((language) => bundleCardOffline(language, { out, styles: member }));
  const closed = languages.map((language) => maintenancePage(language, guest));
  return [...closed, ...(await Promise.all(offline))];
}

/** The scripts of the workers, and what they load. */
async function bundleWorkers(out: string) {
  const [ofStudio, models, ...ofImport] = await Promise.all([
    bundleStudioWorker(out),
    copyModels(out),
    ...languages.map((language) =>
      bundleScript("import/import-worker.ts", out, { constants: { LANGUAGE: language } }),
    ),
  ]);
  return { ofStudio, ofImport, models };
}

/** The address of the stylesheet of each kind of pages, of the studio where it stands on a page of officers, of the menu of services, and of attendance. */
async function buildStyles(out: string) {
  const [home, guest, member, own, office, studio, services, attendance] = await Promise.all([
    bundleStyles("src/styles/home.css", out),
    bundleStyles("src/styles/guest.css", out),
    bundleStyles("src/styles/member.css", out),
    bundleStyles("src/styles/own.css", out),
    bundleStyles("src/styles/office.css", out),
    bundleStyles("src/styles/studio.css", out),
    bundleStyles("src/styles/services.css", out),
    bundleStyles("src/styles/attendance.css", out),
  ]);
  return { home, guest, member, own, office, studio, services, attendance };
}

/** "/masuk" is masuk/index.html; the page for unknown addresses is the file the edge expects, 404.html. */
function fileOf(language: Language, path: string): string {
  const address = inLanguage(language, path).slice(1);
  return path === "/404" ? `${address}.html` : join(address, "index.html");
}

async function writePage(out: string, { file, html }: BuiltPage): Promise<void> {
  const path = join(out, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, html);
}

if (import.meta.main) await buildWeb(webOutput, { sboms: join(dirname(webOutput), "sbom") });
