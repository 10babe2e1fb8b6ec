import { globSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";

/** The import table of docs/architecture.md: what a file may import from the repository. */
const mayImport: Readonly<Record<string, (unit: string) => readonly string[]>> = {
  shared: () => ["shared/"],
  functions: (unit) =>
    unit === "every-route.ts"
      ? ["functions/", "shared/"]
      : [`functions/${unit}/`, "shared/", ...ofPages],
  infra: () => ["infra/", "scripts/licences/"],
  web: (unit) => ["web/", "scripts/licences/", ...(unit === "build" ? ofBuild : []), ...pureRules],
  local: (unit) =>
    unit === "cloud"
      ? ["local/cloud/"]
      : ["local/", "shared/", "functions/", "infra/", "web/build.ts", "web/build/"],
  ops: () => ["ops/", "shared/", "infra/", "web/src/messages/id/"],
  bench: () => [
    ...["bench/", "local/", "shared/", "functions/", "infra/", "ops/", "web/build"],
    ...["support", "functions/session-api", "shared/card/drawing"].map((n) => `test/${n}/`),
  ],
};

/** What of shared/ a browser may run: rules without AWS or Node. */
const pureRules = [
  "shared/audit/account-actions.ts",
  ...["new-photo/new-photo-whys", "suspect-card/suspicions"].map((n) => `shared/${n}.ts`),
  ...["state-words", "reason-codes", "request-states"].map((n) => `shared/request/${n}.ts`),
  "shared/wrong-data/reportable-fields.ts",
  "shared/letter-request/statement-kinds.ts",
  "shared/employee/nip.ts",
  "shared/employee/photo-faults.ts",
  ...["mask-email", "golongan", "nik"].map((n) => `shared/employee/${n}.ts`),
  "shared/decree/decree-fields.ts",
  "shared/employee/jabatan-kind.ts",
  "shared/employee/kind-name.ts",
  "shared/employee/bkn-checks.ts",
  "shared/employee/quality-indicators.ts",
  "shared/employee/contract-term.ts",
  "shared/employee/background-fields.ts",
  "shared/employee/kedudukan-hukum.ts",
  "shared/employee/employee-rules.ts",
  "shared/employee/fields.ts",
  "shared/employee/entry.ts",
  "shared/employee/record-change.ts",
  ...["visible-text", "zone", "keyed", "clock"].map((n) => `shared/runtime/${n}.ts`),
  "shared/workday/calendar-years.ts",
  ...["recap", "statuses", "survey-machine-file"].map((n) => `shared/attendance/${n}.ts`),
  ...["leave-kinds", "leave-reasons"].map((n) => `shared/leave/${n}.ts`),
  ...["letter-kinds", "letter-number", "letter-rules", "usual-profile"].map(
    (n) => `shared/letter/${n}.ts`,
  ),
  "shared/card/printed-numbers.ts",
  "shared/account/account-lists.ts",
  "shared/desk/home-items.ts",
  "shared/employee/tag-names.ts",
  ...["agency/agency-rules", "post/leave-kinds", "training/training-forms"].map(
    (n) => `shared/${n}.ts`,
  ),
  "shared/account/password-rules.ts",
  "shared/account/recovery-code-shape.ts",
  "shared/session/auth-challenge-life.ts",
  "shared/notification/catalogue.ts",
  "shared/photo/photo-limits.ts",
  "shared/photo/finding-in.ts",
  "shared/photo/cutting/",
  ...["judge-picture", "light", "face-rules", "pixels", "tone"].map((n) => `shared/photo/${n}.ts`),
  "shared/vision/find-",
  "shared/evidence/evidence-limits.ts",
  "shared/import/file-with-errors.ts",
  "shared/import/import-codes.ts",
  "shared/import/import-template.ts",
  "shared/import/judge-file.ts",
  "shared/import/sentence-in.ts",
  "shared/import/table.ts",
  "shared/import/csv-line.ts",
  "shared/signed-qr/",
  "shared/presence/",
];
const typesOfPages = ["shared/", "functions/every-route.ts"]; // Where types of the pages may come from.
const texts =
  "import-problems leave-words record-fields request-kinds requests request-queue".split(" ");
const words = texts.map((of) => `messages/id/${of}`);
const ofPages = ["clock-words", "verify/plain-pages", ...words].map((of) => `web/src/${of}.ts`); // What functions draw with.
const ofBuild = ["shared/vision/", "shared/render/", "infra/edge/content-security-policy.ts"]; // Models, and the guide's PDF, are files of the site; a policy is cached with one.

/** The floors of shared/, lowest first: an import only goes down, or stays in its own concept. */
const floors = [
  ["runtime", "render", "vision"],
  ["audit", "rate-limit", "mail", "sms", "document"],
  ["captcha"],
  ["http"],
  ["access"],
  ["bulk"],
  ["employee"],
  ["evidence", "signed-qr"],
  ["agency", "presence"],
  ["account", "post", "workday"],
  ["decree", "request"],
  ["wrong-data", "suspect-card", "leave", "letter"],
  ["training"],
  ["import", "transfer", "bulk-change", "data-change", "campaign", "letter-request"],
  ["session", "attendance"],
  ["photo", "notification", "join", "gate"],
  ["card", "new-photo"],
  ["request-kinds"],
  ["verification", "print", "export", "own-data", "desk", "erasure"],
];

/** Adapters: named after the AWS thing they own. Nothing else in shared/ knows that AWS exists, nor them (decision 0025). */
const ownsResource =
  /(-(table|bucket|queue|mailer|directory|signer|key|function)|account\/cognito-refusals|runtime\/(document-client|conditional-write))\.ts$/;

interface Import {
  readonly path: string;
  readonly isType: boolean;
}

const files = globSync("{shared,functions,infra,web,local,ops,bench}/**/*.{ts,tsx}", {
  exclude: ["**/node_modules/**"],
}).map((file) => file.replaceAll("\\", "/"));

test("there is something to hold to the rules", () => {
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => ownsResource.test(file)).length).toBeGreaterThan(30);
});

test.each(files)("%s imports only what its folder may", (file) => {
  const [folder = "", unit = ""] = file.split("/");
  const allowed = mayImport[folder]?.(unit) ?? [];
  const strangers = ours(file).filter(
    ({ path, isType }) =>
      !allowed.some((home) => path.startsWith(home)) &&
      !(folder === "web" && isType && typesOfPages.some((home) => path.startsWith(home))),
  );

  expect(strangers).toEqual([]);
});

test.each(files.filter((file) => file.startsWith("shared/")))(
  "%s imports only downwards",
  (file) => {
    const floor = floorOf(file);
    const upwards = ours(file).filter(
      ({ path }) => conceptOf(path) !== conceptOf(file) && floorOf(path) >= floor,
    );

    expect(floor, "its concept has a floor").toBeGreaterThanOrEqual(0);
    expect(upwards).toEqual([]);
  },
);

test.each(files.filter((file) => file.startsWith("shared/") && !ownsResource.test(file)))(
  "%s does not know AWS",
  (file) => {
    const aws = importsOf(file).filter(({ path }) => path.startsWith("@aws-sdk/"));

    expect(aws).toEqual([]);
  },
);

test.each(files.filter((file) => file.startsWith("shared/") && !ownsResource.test(file)))(
  "%s imports no adapter, its types neither",
  (file) => {
    const adapters = ours(file).filter(({ path }) => ownsResource.test(path));

    expect(adapters).toEqual([]);
  },
);

test("module constants are named in camelCase; in capitals only components and what a test hands to AWS by its name", () => {
  const files = globSync(
    "{shared,functions,infra,web,local,ops,bench,test,scripts}/**/*.{ts,tsx}",
    {
      exclude: ["**/node_modules/**"],
    },
  );
  const named = (file: string) =>
    [...readFileSync(file, "utf8").matchAll(/^(?:export )?const ([A-Z]\w*)/gm)].map(
      ([, name]) => name,
    );
  const isCapitalAllowed = (file: string) =>
    file.endsWith(".tsx") || /(^|[\\/])test[\\/]/.test(file);
  const wrong = files.flatMap((file) =>
    named(file)
      .filter((name = "") => /^[A-Z][A-Z\d_]*$/.test(name) || !isCapitalAllowed(file))
      .map((name) => `${file}: ${name}`),
  );

  expect(wrong).toEqual([]);
});

test("nothing in the product asks where it runs", () => {
  const asking = files
    .filter((file) => /^(shared|functions|web\/src)\//.test(file))
    .filter((file) =>
      /\b(isLocal|NODE_ENV|AWS_ENDPOINT_URL|MODE DEMO)\b/.test(readFileSync(file, "utf8")),
    );

  expect(asking).toEqual([]);
});

/** All that people write; what programs write (lock files, the API's description, the stored samples) is JSON. */
const written = globSync(
  [
    "{bench,docs,functions,infra,local,ops,scripts,shared,test,web}/**/*.{ts,tsx,js,mjs,css,html,md}",
    "*.{ts,md}",
  ],
  { exclude: ["**/node_modules/**", "**/cdk.out/**", "**/dist/**"] },
);

test("no file is longer than 250 lines", () => {
  const long = written
    .map((file) => ({ file, lines: readFileSync(file, "utf8").trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > 250);

  expect(written).toContain("test/architecture.test.ts");
  expect(long).toEqual([]);
});

function conceptOf(file: string): string {
  return file.split("/")[1] ?? "";
}

function floorOf(file: string): number {
  return floors.findIndex((concepts) => concepts.includes(conceptOf(file)));
}

function ours(file: string): Import[] {
  return importsOf(file).filter(({ path }) =>
    /^(shared|functions|infra|web|local|ops|bench|test)\//.test(path),
  );
}

function importsOf(file: string): Import[] {
  const source = readFileSync(file, "utf8");
  const found = source.matchAll(
    /(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"|import\(\s*"([^"]+)"\s*\)/g,
  );
  return [...found].map(([, type, from, dynamic]) => ({
    path: resolve(file, from ?? dynamic ?? ""),
    isType: Boolean(type),
  }));
}

function resolve(file: string, name: string): string {
  if (name.startsWith("#")) return name.slice(1);
  return name.startsWith(".") ? posix.join(posix.dirname(file), name) : name;
}
