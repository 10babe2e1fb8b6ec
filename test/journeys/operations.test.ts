/** docs/operations.md and docs/template.md, followed word by word: from an empty account to the first officer's login, and what comes after. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { samplePhotos } from "../../local/demo/sample-photos.ts";
import { launchBrowser } from "../support/browser.ts";
import { kartu } from "../support/kartu-process.ts";
import { nextCodeOf } from "../support/next-code.ts";
import { aws } from "./support/aws-command.ts";
import { codeOfShownKey, mailedCode } from "./support/codes.ts";
import { elsewhere } from "./support/elsewhere.ts";
import { EmbeddedAccount } from "./support/embedded-account.ts";
import { blocksOf, commandsOf, type DocCommand, wordsOf } from "./support/operations-doc.ts";
import { pictureFailures, Visitor } from "./support/visitor.ts";

const doc = ["operations.md", "template.md"]
  .map((name) => readFileSync(join("docs", name), "utf8"))
  .join("\n");
const commands = commandsOf(doc);
const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));

/** What the operator fills in. */
const settings = {
  domain: "kartu.kobar.go.id",
  mailFrom: "kartu@kobar.go.id",
  alarmEmail: "alarm@kobar.go.id",
  pageEmail: "piket@kobar.go.id",
  runbookUrl: "https://git.kobar.go.id/kartu/runbook.md",
  // As the document says, before `putar-kunci`.
  signingKey: "first",
  certificateArn:
    "arn:aws:acm:us-east-1:000000000000:certificate/5f6b1c1e-0000-4000-8000-000000000000",
};

const [siti, made] = peopleOf(blocksOf(doc, "json")[0] ?? "");
const password = "Kuda-Hitam-9-Berlari";

describe("an operator follows the document", () => {
  const account = new EmbeddedAccount(settings);
  let browser: Browser;
  let officer: Visitor;
  const file = (name: string) => join(account.directory, name);

  beforeAll(async () => {
    browser = await launchBrowser();
    writeFileSync(file("awal.json"), blocksOf(doc, "json")[0] ?? "");
    const [right] = (await samplePhotos()).filter(({ breaks }) => !breaks);
    writeFileSync(file("foto.png"), right?.bytes ?? "");
  });
  beforeEach(() => pictureFailures([officer].filter((visitor) => visitor !== undefined)));
  afterAll(async () => {
    await browser.close();
    await account.remove();
  });

  /** How the rest is run, by how it begins. */
  const here: readonly (readonly [RegExp, (command: string) => Promise<unknown>])[] = [
    [
      /^export AWS_REGION=ap-southeast-3$/,
      async () => expect(account.cloud.client.region).toBe("ap-southeast-3"),
    ],
    [
      /^npm run synth$/,
      async () => {
        expect(() => account.synthesizeAsShipped()).toThrow(
          /still hold examples: domain, mailFrom/,
        );
        await account.synthesize();
      },
    ],
    [/^npx cdk deploy /, deploy],
    [/^npx kartu /, runKartu],
    [/^aws /, runAws],
  ];

  async function deploy(command: string): Promise<void> {
    const words = wordsOf(command).slice(3);
    const outputs = words.indexOf("--outputs-file");
    await account.deploy(words.filter((word) => /^Kartu-/.test(word)));
    if (outputs >= 0) account.writeOutputs(words[outputs + 1] ?? "");
  }

  async function runKartu(command: string): Promise<void> {
    const code = command.includes("CODE") ? await referenceOfARefusal() : "";
    const [, , name = "", ...args] = wordsOf(filledIn(command.replace("CODE", code)));
    const isHelp = args.includes("--help");
    // The operator's outputs are in a folder of this test; these two ask for none.
    const isAlone = ["rujukan", "periksa-foto"].includes(name);
    const places = isAlone ? [] : ["--outputs", file("cdk-outputs.json")];
    const input = command === "npx kartu init" ? answersOf([siti, made]) : "";
    const all = [name, ...args.map((arg) => (arg === "awal.json" ? file(arg) : arg))];
    const { code: exitCode, printed } = await kartu([...all, ...(isHelp ? [] : places)], {
      cloud: account.cloud,
      input,
    });
    expect(printed, command).not.toMatch(/Error:|\n {4}at /);
    expect(exitCode, printed).toBe(0);
    if (name === "periksa-foto") expect(printed).toMatch(/diterima/i);
    if (name === "rujukan") expect(printed).toMatch(/request\.refused .*code=session-ended/);
  }

  /** What a page would show to somebody whose session has ended. */
  async function referenceOfARefusal(): Promise<string> {
    const answer = await fetch(`${account.cloud.siteUrl}/api/me/card`, {
      headers: { "x-kartu": "1" },
    });
    const { reference } = z.object({ reference: z.string() }).parse(await answer.json());
    // The line is written after the answer.
    await account.cloud.waitUntilIdle();
    return reference;
  }

  async function runAws(command: string): Promise<void> {
    const answer = await aws(filledIn(command), account.cloud.client);
    if (command.includes("get-email-identity"))
      expect(answer).toMatchObject({ VerifiedForSendingStatus: true });
  }

  function filledIn(command: string): string {
    const pool = String(account.cloud.outputs["Kartu-Data"]?.UserPool);
    return command
      .replace("MAIL-DOMAIN", "kobar.go.id")
      .replace("OFFICER-EMAIL", siti.email)
      .replace("--username NIP", `--username ${siti.nip}`)
      .replace("--oleh NIP", `--oleh ${siti.nip}`)
      .replace(/\bNIP\b/, made.nip)
      .replace(/\bPOOL\b/, pool)
      .replace(/(tambah|ubah|samakan|unit) ID\b/, "$1 kobar2")
      .replace(/\bFILE\b/, file("akar.pem"))
      .replace("BERKAS…", file("foto.png"))
      .replace(/(kalender \w+) BERKAS/, `$1 ${join("docs", "kalender-2026.csv")}`)
      .replace("BERKAS", join("test", "shared", "import", "files", "siasn-workbook.xlsx"))
      .replace(/\bNAMA\b/, '"Kabupaten Lain"')
      .replace(/\bTEKS\b/, '"Hubungi kami."');
  }

  async function follow({ text }: DocCommand): Promise<void> {
    const run = here.find(([matches]) => matches.test(text))?.[1];
    expect(run, `Nobody runs ${text}, and nobody says why not.`).toBeDefined();
    await run?.(text);
  }

  async function activate(): Promise<void> {
    await officer.goto("/masuk");
    await officer.follow("Lupa Password / Aktivasi");
    await officer.type("NIP", siti.nip);
    await officer.computeCaptcha();
    await officer.sees("Selesai. Lanjutkan dengan tombol di bawah.");
    await officer.press("Check");
    await officer.type("Alamat surel", siti.email);
    await officer.press("Kirim");
    await officer.sees("Cek surel Anda");
    await officer.type("Kode dari surel", await mailedCode(account, siti.email));
    await officer.type("Kata sandi baru", password);
    await officer.type("Ulangi kata sandi baru", password);
    await officer.press("Reset password");
  }

  async function registerPhone(): Promise<void> {
    await officer.isAt("/masuk/mfa");
    await officer.type("One-time code", await codeOfShownKey(account, officer.page));
    await officer.press("Submit");
    await officer.sees("Simpan kode pemulihan");
    await officer.signIn(siti.nip, password);
    await officer.isAt("/petugas/beranda");
  }

  const sections = [...new Set(commands.map(({ section }) => section))];
  const first = sections.slice(0, sections.indexOf("The first people") + 1);
  const isElsewhere = ({ text }: DocCommand) => elsewhere.some(([matches]) => matches.test(text));
  const run = commands.filter((command) => !isElsewhere(command));
  const isFirst = ({ section }: DocCommand) => first.includes(section);

  test("the document has commands, and every reason is for one of them", () => {
    expect(first).toContain("First deployment");
    expect(commands.length).toBeGreaterThan(40);
    const unused = elsewhere.filter(
      ([matches]) => !commands.some(({ text }) => matches.test(text)),
    );
    expect(unused.map(([, reason]) => reason)).toEqual([]);
    for (const { text } of commands) {
      const [program, name = "", script = ""] = wordsOf(text);
      if (program === "npm" && name === "run") expect(scripts).toHaveProperty(script);
      if (program === "node") expect(existsSync(name), text).toBe(true);
    }
  });

  test.each(run.filter(isFirst))("$text ($section)", follow, 240_000);

  test("the first officer activates the account and logs in with a code", async () => {
    const { siteUrl } = account.cloud;
    const context = await browser.newContext({ locale: "id-ID" });
    const nextCode = (nip: string) => nextCodeOf(account.cloud, nip);
    officer = new Visitor({ siteUrl, nextCode }, await context.newPage(), "id");
    await activate();
    await registerPhone();
    expect(officer.complaints).toEqual([]);
  });

  test.each(run.filter((command) => !isFirst(command)))("$text ($section)", follow, 240_000);

  test("who forgot the password resets it, and logs in with the same authenticator", async () => {
    await officer.page.context().clearCookies();
    await activate();
    await officer.page.locator('main a.button[href$="/masuk"]').waitFor();
    await officer.signIn(siti.nip, password);
    await officer.isAt("/petugas/beranda");
    expect(officer.complaints).toEqual([]);
  });
});

interface Person {
  readonly nip: string;
  readonly name: string;
  readonly email: string;
  readonly golongan: string;
  readonly jabatan: string;
  readonly unitKerja: string;
  readonly tmt: string;
  readonly peran: readonly string[];
}

function peopleOf(json: string): [Person, Person] {
  const { orang } = JSON.parse(json);
  return orang;
}

/** What the operator types when `kartu init` asks. */
function answersOf(people: readonly Person[]): string {
  const { instansi, alasan } = JSON.parse(blocksOf(doc, "json")[0] ?? "");
  const each = people.flatMap(({ nip, name, email, golongan, jabatan, unitKerja, tmt, peran }) => [
    nip,
    name,
    "",
    "",
    email,
    golongan,
    jabatan,
    unitKerja,
    tmt,
    peran.join(", "),
  ]);
  const { id, nama, zona, lambang, kontak } = instansi;
  return `${[id, nama, zona, lambang, kontak, ...each, "tidak", alasan, "ya"].join("\n")}\n`;
}
