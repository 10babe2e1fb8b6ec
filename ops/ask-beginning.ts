/** Asks for what `kartu init` needs, one field after the other, each checked by the rules of every record. */
import type { Interface } from "node:readline";
import { grantedRoles, isGrantedRole } from "#shared/access/role.ts";
import { kindOfNip, parseNip } from "#shared/employee/nip.ts";
import { usualZone, zones } from "#shared/runtime/zone.ts";
import { id as fieldNames } from "../web/src/messages/id/record-fields.ts";
import { agencyDetails } from "./agencies.ts";
import { UsageError } from "./command.ts";
import {
  type Beginning,
  beginning,
  fieldSentence,
  type SaidField,
  saidFields,
} from "./first-people.ts";

/** Reads one answer. `question` repeats it until nothing is wrong with the answer. */
export class Questions {
  readonly #lines: AsyncIterator<string>;
  readonly #print: (line: string) => void;

  constructor(input: Interface, print: (line: string) => void) {
    this.#lines = input[Symbol.asyncIterator]();
    this.#print = print;
  }

  /**
   * @param wrong what is wrong with an answer, "" when nothing is
   * @throws UsageError when there are no more answers
   */
  async ask(
    text: string,
    { wrong = () => "", usual = "" }: { wrong?: (answer: string) => string; usual?: string } = {},
  ): Promise<string> {
    for (;;) {
      this.#print(usual ? `${text} [${usual}]:` : `${text}:`);
      const { value, done } = await this.#lines.next();
      if (done) throw new UsageError("Jawaban berakhir sebelum pertanyaan selesai.");
      const answer = String(value).trim() || usual;
      const problem = wrong(answer);
      if (problem === "") return answer;
      this.#print(`  ${problem}`);
    }
  }

  async confirm(text: string): Promise<boolean> {
    const wrong = (answer: string) => (/^(ya|tidak)$/i.test(answer) ? "" : "Jawab ya atau tidak.");
    return /^ya$/i.test(await this.ask(`${text} (ya/tidak)`, { wrong }));
  }
}

/** @param emblems that the template has */
export async function askBeginning(
  questions: Questions,
  emblems: readonly string[],
): Promise<Beginning> {
  const instansi = await askAgency(questions, emblems);
  const orang: Record<string, unknown>[] = [];
  do {
    orang.push(await askPerson(questions, orang.length + 1));
  } while (orang.length < 2 || (await questions.confirm("Tambah satu orang lagi?")));
  const alasan = await questions.ask("Dasar penunjukan (nomor SK)", { wrong: needed });
  return beginning.parse({ instansi, orang, alasan });
}

async function askAgency(questions: Questions, emblems: readonly string[]) {
  const field = (name: "id" | "nama" | "zona" | "kontak") => (answer: string) => {
    const result = agencyDetails.shape[name].safeParse(answer || undefined);
    return result.success ? "" : (result.error.issues[0]?.message ?? "");
  };
  const id = await questions.ask("Kode instansi (mis. kobar)", { wrong: field("id") });
  const nama = await questions.ask("Nama instansi", { wrong: field("nama") });
  const zona = await questions.ask(`Zona waktu (${zones.join(", ")})`, {
    usual: usualZone,
    wrong: field("zona"),
  });
  const lambang = await questions.ask(`Lambang (${emblems.join(", ")})`, {
    usual: emblems[0] ?? "",
    wrong: (answer) => (emblems.includes(answer) ? "" : "Pilih satu dari daftar."),
  });
  const kontak = await questions.ask("Kontak di belakang kartu (boleh kosong)", {
    wrong: field("kontak"),
  });
  return { id, nama, zona, lambang, ...(kontak && { kontak }) };
}

async function askPerson(questions: Questions, number: number): Promise<Record<string, unknown>> {
  const answers: Partial<Record<SaidField, string>> = {};
  for (const field of saidFields) {
    const nip = parseNip(answers.nip ?? "");
    if (field === "contractEnd" && nip && kindOfNip(nip) === "PNS") continue;
    const answer = await questions.ask(`Orang ke-${number}, ${fieldNames[field]}`, {
      usual: field === "tmt" && nip ? appointedOn(nip) : "",
      wrong: (text) => fieldSentence(field, text, answers),
    });
    if (answer) answers[field] = answer;
  }
  const peran = await questions.ask(`Orang ke-${number}, peran (${grantedRoles.join(", ")})`, {
    wrong: (text) =>
      listOf(text).every(isGrantedRole) && text ? "" : "Pilih dari daftar, pisahkan dengan koma.",
  });
  return { ...answers, peran: listOf(peran) };
}

export function listOf(text: string): string[] {
  return text.split(",").map((each) => each.trim());
}

/** A PNS's NIP has the month of the appointment, which begins on its first day. */
function appointedOn(nip: string): string {
  const month = nip.slice(12, 14);
  return Number(month) <= 12 ? `${nip.slice(8, 12)}-${month}-01` : "";
}

function needed(answer: string): string {
  return answer ? "" : "wajib diisi.";
}
