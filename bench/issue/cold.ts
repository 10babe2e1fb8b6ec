/** What a new card-renderer needs before it can draw, and for its first file: each in a process of its own. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { CardTypesetter } from "#shared/card/pdf/card-typesetter.ts";
import { warmUp } from "#shared/card/warm-up.ts";
import { portraitPng } from "../../local/demo/portrait.ts";
import { timed } from "../measure.ts";
import { content } from "../pdf/content.ts";

const run = promisify(execFile);

/** Settings that it starts with; it asks nobody while it starts. */
const settings = {
  SITE_URL: "https://kartu-asn.example",
  EMPLOYEE_TABLE: "t",
  CARD_TABLE: "t",
  OPEN_CHANGE_TABLE: "t",
  CARD_BUCKET: "b",
  PHOTO_BUCKET: "b",
  TOKEN_KEY: "k",
  CHECK_KEY: "k",
  SIGNING_KEY: "none",
  FIRST_SIGNING_KEY: "k",
  SECOND_SIGNING_KEY: "k",
  AWS_REGION: "ap-southeast-3",
};

/** @param bundle of functions/card-renderer @returns milliseconds of processor time until its handler can be called, Node's own start included */
export async function startCpuMs(bundle: string): Promise<number> {
  const script = `
    require(${JSON.stringify(bundle)});
    const { user, system } = process.cpuUsage();
    console.log((user + system) / 1000);
    process.exit(0);`;
  return await measured(["--eval", script]);
}

/** @returns milliseconds of processor time of the first PDF that a process draws once it has started */
export async function firstPdfCpuMs(): Promise<number> {
  return await measured([fileURLToPath(import.meta.url)]);
}

async function measured(args: readonly string[]): Promise<number> {
  const env = { ...process.env, ...settings, NODE_PATH: join(process.cwd(), "node_modules") };
  const { stdout } = await run(process.execPath, [...args], { env });
  return Number(stdout.trim().split("\n").at(-1));
}

/** Starts as card-renderer does, and draws one PDF. */
async function drawFirstPdf(): Promise<number> {
  const templates = new CheckedTemplates();
  const [painter, typesetter] = [new CardPainter(templates), new CardTypesetter(templates)];
  const photo = await portraitPng(1);
  warmUp(painter, settings.SITE_URL);
  const name = { shape: "portrait", sheet: "card" } as const;
  return (await timed(() => typesetter.setDocument(content, photo, name))).cpuMs;
}

if (import.meta.main) console.log(await drawFirstPdf());
