import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wasmWorkerPolicy } from "../../infra/edge/content-security-policy.ts";
import { pagesFunction } from "../../infra/edge/viewer-functions.ts";
import { budgets, firstViewBytes, laterParts, sizeAsSent } from "../../web/budgets.ts";
import { bundleScript } from "../../web/build/bundle-script.ts";
import { buildWeb } from "../../web/build.ts";
import { edgeFunction } from "../support/edge-function.ts";

let site: string;

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), "kartu-site-"));
  await buildWeb(site);
}, 60_000);
afterAll(() => rm(site, { recursive: true, force: true }));

async function everyPage(): Promise<{ name: string; html: string }[]> {
  const files = await readdir(site, { recursive: true });
  return Promise.all(
    files
      .filter((file) => file.endsWith(".html"))
      .map(async (name) => ({ name, html: await readFile(join(site, name), "utf8") })),
  );
}

test.for(budgets)("the first view of /$page fits its budget in both languages", async (budget) => {
  const { page, limit } = budget;

  const sizes = await Promise.all([firstViewBytes(site, page), firstViewBytes(site, `en/${page}`)]);

  expect(Math.max(...sizes)).toBeLessThanOrEqual(limit);
});

test.for(laterParts)(
  "what comes after a first view, $name, fits its budget",
  async ({ name, limit }) => {
    const files = (await readdir(join(site, "assets"))).filter((file) => name.test(file));

    expect(files.length).toBeGreaterThan(0);
    for (const file of files)
      expect(sizeAsSent(await readFile(join(site, "assets", file))), file).toBeLessThanOrEqual(
        limit,
      );
  },
);

test("no script of the pages of who checks has the words of the other language", async () => {
  const files = (await readdir(site, { recursive: true })).filter((file) =>
    /(^|\/)(result|answers|scan|verify|by-hand|periksa|pindai)-[^/]*\.js$/.test(file),
  );
  const both = await Promise.all(
    files.map(async (file) => {
      const script = await readFile(join(site, file), "utf8");
      return /Ditangguhkan/.test(script) && /Suspended/.test(script) ? file : undefined;
    }),
  );

  expect(files.filter((file) => /result-|answers-/.test(file)).length).toBeGreaterThan(3);
  expect(both.filter((file) => file !== undefined)).toEqual([]);
});

test("every page is there in both languages", async () => {
  const names = (await everyPage()).map(({ name }) => name.replaceAll("\\", "/")).toSorted();
  const indonesian = names.filter((name) => !name.startsWith("en/"));

  expect(names.filter((name) => name.startsWith("en/"))).toEqual(
    indonesian.map((name) => `en/${name}`),
  );
  expect(indonesian).toContain("masuk/index.html");
  expect(indonesian).toContain("v/index.html");
  expect(indonesian).toContain("404.html");
});

test("every page of the application leads to its chapter of the guide, which is there", async () => {
  const pages = new Map((await everyPage()).map(({ name, html }) => [`/${name}`, html]));
  const application = [...pages].filter(([, html]) => html.includes('<div id="app">'));
  expect(application.length).toBeGreaterThan(70);
  for (const [name, html] of application) {
    const [, own] = html.match(/href="((?:\/en)?\/petunjuk\/dari[^"]*)"/) ?? [];
    const leading = pages.get(join(own ?? "", "index.html")) ?? "";
    const [, chapter = "", part] = leading.match(/content="0;url=([^"#]+)(?:#([^"]+))?"/) ?? [];
    const told = pages.get(`${chapter}index.html`);
    expect(told, name).toBeDefined();
    if (part) expect(told, name).toContain(`id="${part}"`);
  }
});

test("no page holds a style or script of its own: a strict policy needs no hash", async () => {
  for (const { html } of await everyPage())
    expect(html).not.toMatch(/<style|<script(?![^>]* src=)|\sstyle="|\son[a-z]+="/);
});

test("each page's stylesheets come before all else that is fetched, and their names hold a hash of their content", async () => {
  for (const { name, html } of await everyPage()) {
    const links = [...html.matchAll(/<(?:link|script)[^>]*? (?:href|src)="([^"]+)"/g)];
    const fetched = links.map(([, address = ""]) => address);
    const isStyle = (address: string) => address.endsWith(".css");
    const styles = fetched.filter(isStyle);
    expect(fetched.slice(0, styles.length), name).toEqual(styles);
    expect(styles.length, name).toBeGreaterThan(0);
    for (const address of styles) expect(address).toMatch(/^\/assets\/[a-z]+-[A-Z0-9]{8}\.css$/);
  }
});

test("the edge lets every file of the build through: it knows them by the shape of their names", async () => {
  const pathFor = edgeFunction<(event: object) => Promise<{ uri: string }>>(pagesFunction(site));
  const paths = (await readdir(join(site, "assets"))).map((file) => `/assets/${file}`);

  const served = await Promise.all(paths.map((uri) => pathFor({ request: { uri } })));
  expect(served.map(({ uri }) => uri)).toEqual(paths);
});

test("the models are files of the site under names with their digest", async () => {
  const files = await readdir(join(site, "assets"));
  const models = files.filter((file) => file.endsWith(".tflite")).toSorted();
  expect(models.map((file) => file.replace(/-.*/, ""))).toEqual(["face", "landmarks", "person"]);
  for (const file of models) {
    const digest = createHash("sha256")
      .update(await readFile(join(site, "assets", file)))
      .digest("hex");
    expect(file).toContain(`-${digest.slice(0, 8)}.`);
  }
});

test("the studio's worker asks for no built-in that an oldest browser lacks: it loads no replacements", async () => {
  const files = await readdir(join(site, "assets"));
  const name = files.find((file) => /^studio-worker-.+\.js$/.test(file)) ?? "";
  const worker = await readFile(join(site, "assets", name), "utf8");
  // Chrome 90, Firefox 100 and Safari 15 lack these, or one of them does.
  const lacking =
    /\.(?:at|toSorted|toReversed|toSpliced|findLast|findLastIndex|replaceAll|hasOwn|groupBy|fromAsync|randomUUID)\(|structuredClone|AbortSignal/;

  expect(worker.match(lacking)).toBeNull();
});

test("the worker's name changes with its policy, which browsers keep with it for a year", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kartu-worker-"));
  const nameUnder = async (servedWith: string) =>
    basename((await bundleScript("studio/studio-worker.ts", folder, { servedWith })).address);
  const policy = wasmWorkerPolicy();
  const [now, changed] = [await nameUnder(policy), await nameUnder(`${policy}; sandbox`)];
  await rm(folder, { recursive: true, force: true });

  expect(changed).not.toBe(now);
  expect(await readdir(join(site, "assets"))).toContain(now);
});

test("the oldest browsers understand every media query: no comparison, and no «not» before a bracket", async () => {
  // Media Queries Level 4: Chrome 104, Safari 16.4. The bundler turns a comparison into just such a «not».
  const files = await readdir(join(site, "assets"));
  const queries = await Promise.all(
    files
      .filter((file) => file.endsWith(".css"))
      .map(async (file) =>
        (await readFile(join(site, "assets", file), "utf8")).match(/@media[^{]+/g),
      ),
  );
  const found = queries.flatMap((each) => each ?? []);
  expect(found.length).toBeGreaterThan(10);
  expect(found.filter((query) => /[<>]|not *\(/.test(query))).toEqual([]);
});

test("a stylesheet carries the tokens that it uses, and no others", async () => {
  const files = await readdir(join(site, "assets"));
  const sheets = files.filter((file) => file.endsWith(".css"));
  expect(sheets.length).toBeGreaterThan(3);
  for (const file of sheets) {
    const css = await readFile(join(site, "assets", file), "utf8");
    const declared = new Set([...css.matchAll(/[{;](--[\w-]+):/g)].map(([, name]) => name));
    const asked = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
    expect([...declared].toSorted(), file).toEqual([...asked].toSorted());
  }
});

test("no page asks any other site for anything", async () => {
  for (const { html } of await everyPage())
    expect(html).not.toMatch(/(src|href|url\()="?(https?:)?\/\//);
});

test("each page says its language, and a form before its script arrives cannot put a password into the address", async () => {
  for (const { name, html } of await everyPage()) {
    expect(html).toContain(`<html lang="${name.startsWith("en") ? "en" : "id"}">`);
    const forms = html.match(/<form[^>]*>/g) ?? [];
    expect(forms.filter((form) => !form.includes('method="post"'))).toEqual([]);
  }
});

test("no number is taken for a telephone's", async () => {
  for (const { name, html } of await everyPage())
    expect(html, name).toContain('<meta name="format-detection" content="telephone=no">');
});

test("members' pages and the verify page stay out of search engines", async () => {
  const pages = await everyPage();
  const html = (page: string) =>
    pages.find(({ name }) => name === join(page, "index.html"))?.html ?? "";

  expect(html("kartu")).toContain('content="noindex"');
  expect(html("v")).toContain('content="noindex"');
  expect(html("masuk")).not.toContain("noindex");
});

test("a relative folder is one of where the build was started", async () => {
  const folder = relative(process.cwd(), await mkdtemp(join(tmpdir(), "kartu-web-")));
  await buildWeb(folder);

  expect((await readdir(join(folder, "assets"))).length).toBeGreaterThan(10);
  await rm(folder, { recursive: true, force: true });
});

test("every page is valid HTML", async () => {
  // What is off is a matter of taste: the shape of a doctype and of attributes, and how long a title may be.
  const off = [
    "doctype-style",
    "void-style",
    "attr-quotes",
    "attribute-boolean-style",
    "long-title",
  ];
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      root: true,
      extends: ["html-validate:recommended"],
      rules: Object.fromEntries(off.map((rule) => [rule, "off"])),
    }),
  );
  const faults: string[] = [];
  for (const { name, html } of await everyPage()) {
    const { results } = await validator.validateString(html, name);
    for (const { ruleId, message, selector } of results.flatMap(({ messages }) => messages))
      faults.push(`${name}: ${ruleId}: ${message} ${selector}`);
  }
  expect(faults).toEqual([]);
});
