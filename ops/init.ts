import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import * as z from "zod";
import { emblemNames } from "#shared/card/design/template.ts";
import { jakartaDay } from "#shared/runtime/clock.ts";
import { demandNewOrSame } from "./agencies.ts";
import { askBeginning, listOf, Questions } from "./ask-beginning.ts";
import { begin, connect, preview } from "./begin.ts";
import { type Command, UsageError } from "./command.ts";
import { type Beginning, beginning, newcomersOf } from "./first-people.ts";
import { operatorWhoDecides } from "./operators.ts";
import { outputsOption } from "./stack-outputs.ts";

export const init: Command = {
  usage: `kartu init                      bertanya satu per satu
kartu init --file awal.json
kartu init --instansi ID --nama-instansi NAMA [--zona WIB|WITA|WIT] [--lambang L] [--kontak TEKS] --alasan "SK …"
           --orang "nip=…; name=…; email=…; golongan=…; jabatan=…; unitKerja=…; tmt=YYYY-MM-DD; peran=petugas,operator" --orang "…"
           [--oleh NIP] [--dry-run] [--outputs cdk-outputs.json]

Membuat sebuah instansi, data dan akun orang-orang pertamanya, dan peran mereka: petugas, penyetuju, dan dua operator, paling
sedikit dua orang. Instansi berikutnya tidak perlu operator sendiri: sebut operator yang memutuskan dengan --oleh. Aman diulang: yang sudah ada tidak
diubah. Tidak ada kata sandi yang dibuat untuk siapa pun; setiap orang memulai dengan «Lupa Password / Aktivasi». --dry-run
memeriksa saja.`,

  async run(args, print) {
    const { values } = parseArgs({ args: [...args], options });
    const world = connect(values.outputs);
    const today = jakartaDay(world.clock.now());
    const input = createInterface({ input: process.stdin });
    try {
      const questions = new Questions(input, print);
      const { oleh: by } = values;
      const decider = by === undefined ? undefined : await operatorWhoDecides(world, { nip: by });
      const circumstances = { today, hasOperator: decider !== undefined };
      const { file, orang } = values;
      const isAsked = file === undefined && orang === undefined;
      const wanted = isAsked
        ? await askBeginning(questions, {
            emblems: emblemNames,
            ...circumstances,
            demandAgency: (agency) => demandNewOrSame(world, agency),
          })
        : parse(file === undefined ? saidBy(values) : readJson(file));
      await demandNewOrSame(world, wanted.instansi);
      const { newcomers, problems } = newcomersOf(wanted, circumstances);
      if (problems.length > 0) throw new UsageError(problems.join("\n"));
      await preview(world, newcomers, print);
      if (values["dry-run"]) return;
      if (isAsked && !(await questions.confirm("Lanjutkan?"))) return;
      await begin(world, { wanted, newcomers, decider }, print);
    } finally {
      input.close();
    }
  },
};

const options = {
  file: { type: "string" },
  instansi: { type: "string" },
  "nama-instansi": { type: "string" },
  zona: { type: "string" },
  lambang: { type: "string" },
  kontak: { type: "string" },
  orang: { type: "string", multiple: true },
  alasan: { type: "string" },
  oleh: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  outputs: outputsOption,
} as const;

interface Said {
  readonly instansi?: string | undefined;
  readonly "nama-instansi"?: string | undefined;
  readonly zona?: string | undefined;
  readonly lambang?: string | undefined;
  readonly kontak?: string | undefined;
  readonly orang?: readonly string[] | undefined;
  readonly alasan?: string | undefined;
}

function saidBy({
  instansi: id,
  zona,
  lambang,
  kontak,
  orang = [],
  alasan,
  ...others
}: Said): unknown {
  return {
    instansi: { id, nama: others["nama-instansi"], zona, lambang, kontak },
    orang: orang.map(personOf),
    alasan,
  };
}

/** "nip=…; name=…; peran=petugas,operator" */
function personOf(text: string): Record<string, unknown> {
  const pairs = text.split(";").map((pair): [string, unknown] => {
    const [key = "", ...value] = pair.split("=");
    const said = value.join("=").trim();
    return key.trim() === "peran" ? ["peran", listOf(said)] : [key.trim(), said];
  });
  return Object.fromEntries(pairs);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new UsageError(`${file} bukan berkas JSON yang dapat dibaca.`);
  }
}

function parse(said: unknown): Beginning {
  const result = beginning.safeParse(said);
  if (!result.success) throw new UsageError(z.prettifyError(result.error));
  return result.data;
}
