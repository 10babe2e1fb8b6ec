import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import { judgeFile } from "#shared/import/judge-file.ts";
import { madeFile } from "../../bench/import/made-files.ts";
import { siasnFile } from "../shared/import/siasn-files.ts";
import { unreadableFiles, zipBomb } from "../shared/import/unreadable-files.ts";
import { judgedInBrowser } from "./support/import-worker.ts";
import { phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

describe("an officer brings in a file of an agency's people", () => {
  let world: World;
  let officer: Visitor;
  let tour: Tour;
  let english: Tour;
  let folder: string;
  let nip: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kartu-import-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  test.beforeAll(async ({ world: given }) => {
    world = given;
    const { employee } = await world.newcomer({
      like: "Budi Petugasanto",
      name: "Bagas Imporsanto",
    });
    officer = await world.visitor(phone);
    tour = new Tour("id", officer, world.cloud.siteUrl);
    english = new Tour("en", officer, world.cloud.siteUrl);
    nip = employee.nip;
  });
  beforeEach(() => pictureFailures([officer], "import-"));

  const written = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const choose = (path: string) =>
    officer.page.locator("main input[type=file]").setInputFiles(path);

  /** A file that the page makes. */
  const saved = async (button: string) => {
    const [download] = await Promise.all([
      officer.page.waitForEvent("download"),
      officer.press(button),
    ]);
    const bytes = new Uint8Array(readFileSync(await download.path()));
    return { name: download.suggestedFilename(), bytes };
  };

  test("the browser's worker finds in every file what the function finds", async () => {
    const names = [
      "faults.csv",
      "columns-reordered.csv",
      "utf16.csv",
      "windows1252.csv",
      "workbook.xlsx",
    ];
    const files = [
      ...names.map((name) => siasnFile(`siasn-${name}`)),
      madeFile("CSV", 300),
      madeFile("Excel", 300),
      ...unreadableFiles.map(([, bytes]) => bytes()).filter(({ length }) => length < 1_000_000),
    ];
    await officer.signIn(nip);
    await tour.shows("main table");
    await tour.open("/petugas/impor", "main button:enabled");
    const paths = files.map((bytes, i) => written(`berkas-${i}`, bytes));
    const judged = await judgedInBrowser(officer.page, paths);
    const year = new Date().getFullYear();
    const right = await Promise.all(
      files.map(async (bytes) => {
        const { rows, people, problems } = await judgeFile(bytes, { year });
        return { rows, people: people.length, problems };
      }),
    );
    expect(judged).toEqual(right);
    expect(right.flatMap(({ problems }) => problems).length).toBeGreaterThan(40);
  });

  test("a file that cannot be read is told in one sentence, and the page goes on", async () => {
    const tooLarge = written("besar.csv", new Uint8Array());
    truncateSync(tooLarge, 200_000_000);
    const columns = written("kolom.csv", new TextEncoder().encode("a;".repeat(1_000_000)));
    const bomb = written("bom.xlsx", zipBomb());
    await tour.open("/petugas/impor", "main button:enabled");
    await tour.look("impor");
    for (const [path, words] of [
      [tooLarge, "lebih besar dari 64 MB"],
      [columns, "lebih dari 500 kolom"],
      [bomb, "mengembang tidak wajar"],
    ] as const) {
      await choose(path);
      await officer.sees(new RegExp(words));
    }
    await tour.look("impor-tidak-terbaca");
  });

  test("a faulty file: each row with its fault, what stands there and what would be right, by code", async () => {
    const faults = written("siasn-faults.csv", siasnFile("siasn-faults.csv"));
    for (const each of [english, tour]) {
      await each.open("/petugas/impor", "main button:enabled");
      await choose(faults);
      await each.shows("main table");
      await each.look("impor-kesalahan");
    }
    const rows = officer.page.locator("main tbody tr");
    expect(await rows.count()).toBe(16);
    await tour.choose("code", "nip-scientific");
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.textContent()).toContain("nip-scientific");
    // The same file back: each fault stands at its row, and the file is judged as before.
    const marked = await saved("Unduh berkas ini dengan kolom MASALAH");
    expect(marked.name).toBe("siasn-faults (masalah).csv");
    const again = await judgeFile(marked.bytes, { year: new Date().getFullYear() });
    expect(again.problems.map(({ row, code }) => `${row} ${code}`)).toContain("8 nip-scientific");
    expect(again.problems).toHaveLength(16);
    expect(new TextDecoder().decode(marked.bytes)).toContain("angka NIP sudah hilang");
  });

  test("a template is downloaded as a workbook and as CSV: nobody stands in it, and all its headings are known", async () => {
    await tour.open("/petugas/impor", "main button:enabled");
    for (const format of ["Excel", "CSV"]) {
      const { name, bytes } = await saved(`Unduh templat ${format}`);
      expect(name).toMatch(/^templat-impor-pegawai\.(xlsx|csv)$/);
      expect(await judgeFile(bytes, { year: 2026 })).toMatchObject({ rows: 0, problems: [] });
    }
  });

  test("20,000 rows are on screen within five seconds, and the page is never blocked", async () => {
    for (const kind of ["CSV", "Excel"] as const) {
      const path = written(`dua-puluh-ribu ${kind}`, madeFile(kind, 20_000));
      await tour.open("/petugas/impor", "main button:enabled");
      await officer.page.evaluate(watchBlocks);
      const from = performance.now();
      await choose(path);
      await tour.shows("main table");
      const ms = performance.now() - from;
      const blocked: number = await officer.page.evaluate(longestBlock);
      process.stdout.write(`${kind}: 20,000 rows in ${Math.round(ms)} ms, blocked ${blocked} ms\n`);
      await officer.sees("1 sampai 50 dari 400");
      expect(ms).toBeLessThan(5000);
      expect(blocked).toBeLessThanOrEqual(50);
    }
  });

  test("the security policy stopped nothing, and no page complained", () => {
    expect(officer.complaints).toEqual([]);
  });
});

/** Tasks of more than 50 ms (W3C, «Long Tasks API»). */
const watchBlocks = `(() => {
  globalThis.blocks = [];
  new PerformanceObserver((list) =>
    globalThis.blocks.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({ entryTypes: ["longtask"] });
})()`;
const longestBlock = "Math.max(0, ...globalThis.blocks)";
