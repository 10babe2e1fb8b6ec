import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import { madeFile } from "../../bench/import/made-files.ts";
import { movingAgency } from "../shared/import/moving-agency.ts";
import { siasnFile } from "../shared/import/siasn-files.ts";
import { unreadableFiles, zipBomb } from "../shared/import/unreadable-files.ts";
import { judgeWhole } from "../support/whole-file.ts";
import { judgedInBrowser } from "./support/import-worker.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

describe("an officer brings in a file of an agency's people", () => {
  let world: World;
  let officer: Visitor;
  let tour: Tour;
  let english: Tour;
  let folder: string;
  let decider: Visitor;
  const nips: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kartu-import-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  test.beforeAll(async ({ world: given }) => {
    world = given;
    const instansiId = "ins_impor";
    const people = [
      { like: "Budi Petugasanto", name: "Bagas Imporsanto", instansiId },
      { like: "Rahayu Verifikasari", name: "Ratih Imporwati", instansiId },
    ];
    for (const each of people) nips.push((await world.newcomer(each)).employee.nip);
    officer = await world.visitor(phone);
    decider = await world.visitor(desktop);
    tour = new Tour("id", officer, world.cloud.siteUrl);
    english = new Tour("en", officer, world.cloud.siteUrl);
  });
  beforeEach(() => pictureFailures([officer, decider], "import-"));

  const written = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const choose = (path: string) =>
    officer.page.locator("main input[type=file]").setInputFiles(path);

  const figures = () => officer.page.locator(".record-facts dd").allTextContents();
  /** A file that the page makes. */
  const saved = async (name: string, role: "button" | "link" = "button") => {
    const [download] = await Promise.all([
      officer.page.waitForEvent("download"),
      officer.page.getByRole(role, { name }).click(),
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
      movingAgency(120).bytes,
      madeFile("CSV", 300),
      madeFile("Excel", 300),
      ...unreadableFiles.map(([, bytes]) => bytes()).filter(({ length }) => length < 1_000_000),
    ];
    await officer.signIn(nips[0] ?? "");
    await tour.shows("main nav");
    await tour.open("/petugas/impor", "main button:enabled");
    const paths = files.map((bytes, i) => written(`berkas-${i}`, bytes));
    const judged = await judgedInBrowser(officer.page, paths);
    const year = new Date().getFullYear();
    const right = await Promise.all(
      files.map(async (bytes) => {
        const { rows, people, problems } = await judgeWhole(bytes, year);
        return { rows, people: people.length, problems };
      }),
    );
    expect(judged).toEqual(right);
    expect(right.flatMap(({ problems }) => problems).length).toBeGreaterThan(100);
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
    const year = new Date().getFullYear();
    const { problems } = await judgeWhole(siasnFile("siasn-faults.csv"), year);
    // A phone shows ten at a time.
    expect(await rows.count()).toBe(10);
    await officer.sees(`1 sampai 10 dari ${problems.length}`);
    await tour.choose("code", "nip-scientific");
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.textContent()).toContain("nip-scientific");
    // The same file back: each fault stands at its row, and the file is judged as before.
    const marked = await saved("Unduh berkas ini dengan kolom MASALAH");
    expect(marked.name).toBe("siasn-faults (masalah).csv");
    const again = await judgeWhole(marked.bytes, year);
    const places = (each: typeof problems) => each.map(({ row, code }) => `${row} ${code}`);
    expect(places(again.problems)).toEqual(places(problems));
    expect(new TextDecoder().decode(marked.bytes)).toContain("angka NIP sudah hilang");
  });

  test("the connection breaks during the upload: the file is sent again, checked again and compared", async () => {
    await tour.open("/petugas/impor", "main button:enabled");
    await choose(written("siasn-faults.csv", siasnFile("siasn-faults.csv")));
    await tour.shows("main table");
    let uploads = 0;
    await officer.page.route(
      (url) => !url.pathname.startsWith("/api/"),
      async (route) => {
        const isFirst = route.request().method() === "POST" && uploads++ === 0;
        await (isFirst ? route.abort() : route.continue());
      },
    );
    await officer.press("Unggah dan bandingkan");
    await officer.sees(/^Sambungan terputus/);
    await tour.shows("#ask-title");
    await officer.page.unrouteAll({ behavior: "wait" });
    expect(uploads).toBe(2);
    expect(new URL(officer.page.url()).searchParams.get("id")).toMatch(/^imp_/);
    // New, changed, unchanged, not in the file, rows with errors.
    expect((await figures()).slice(0, 5)).toEqual(["16", "0", "0", "2", "14"]);
    await tour.look("impor-diperiksa");
  });

  test("what is new and who is not in the file is shown before anything is written", async () => {
    const rows = officer.page.locator("section:has(#difference-title) tbody tr");
    await expect.poll(() => rows.count()).toBe(10);
    const section = officer.page.locator("section:has(#difference-title)");
    await section.getByRole("button", { name: "Halaman berikutnya" }).click();
    await expect.poll(() => rows.count()).toBe(6);
    expect(await rows.first().textContent()).toMatch(/Jabatan/);
    await officer.page.getByRole("link", { name: "Tidak ada di berkas (2)" }).click();
    await expect.poll(() => rows.count()).toBe(2);
    expect((await rows.allTextContents()).join()).toContain("Bagas Imporsanto");
    await tour.look("impor-tidak-ada");
    const marked = await saved("Unduh berkas ini dengan kolom MASALAH", "link");
    expect(new TextDecoder().decode(marked.bytes)).toContain("angka NIP sudah hilang");
  });

  test("it is asked for with a choice and a reason, and a second person approves what is shown", async () => {
    await tour.submit();
    await tour.lookAtErrors("impor-ajukan-kosong");
    await officer.page.getByLabel("Hanya baris yang baik").check();
    await officer.type("Alasan perubahan", "Data awal dari SIASN");
    await tour.submit();
    await officer.sees(/^Menunggu keputusan/);
    await tour.look("impor-menunggu");

    const second = new Tour("id", decider, world.cloud.siteUrl);
    await decider.signIn(nips[1] ?? "");
    await second.shows("main nav");
    await second.open("/petugas/persetujuan", "main li.panel");
    await second.look("persetujuan-impor");
    await second.press("Setujui…");
    await second.shows("dialog[open]");
    await second.submit();
    await second.shows("main [role=status] .notice-good:focus");
  });

  test("the officer's page follows by itself until all are there, and finds the import again", async () => {
    await officer.sees("Selesai: 16 orang diterapkan.");
    await tour.look("impor-selesai");
    await officer.follow("Ke semua impor");
    await officer.follow("siasn-faults.csv");
    await officer.sees("Selesai: 16 orang diterapkan.");
  });

  test("a template is downloaded as a workbook and as CSV: nobody stands in it, and all its headings are known", async () => {
    await tour.open("/petugas/impor", "main button:enabled");
    for (const format of ["Excel", "CSV"]) {
      const { name, bytes } = await saved(`Unduh templat ${format}`);
      expect(name).toMatch(/^templat-impor-pegawai\.(xlsx|csv)$/);
      expect(await judgeWhole(bytes)).toMatchObject({ rows: 0, problems: [] });
    }
  });

  test("20,000 rows are judged beside the page, which shows a page of their problems", async () => {
    for (const kind of ["CSV", "Excel"] as const) {
      const path = written(`dua-puluh-ribu ${kind}`, madeFile(kind, 20_000));
      await tour.open("/petugas/impor", "main button:enabled");
      await officer.page.evaluate(watchBlocks);
      const from = performance.now();
      await choose(path);
      await tour.shows("main table");
      const ms = Math.round(performance.now() - from);
      const blocked: number = await officer.page.evaluate(longestBlock);
      process.stdout.write(
        `${kind}: 20,000 rows in ${ms} ms, the page blocked for ${blocked} ms at most\n`,
      );
      await officer.sees(/^1 sampai 10 dari /);
      expect(await officer.page.locator("main tbody tr").count()).toBe(10);
      // How long anything takes depends on what else the machine does: docs/performance.md has figures of a quiet one.
      expect(blocked / ms).toBeLessThan(0.1);
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
