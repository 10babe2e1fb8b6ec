/** Asks for what `kartu init` needs, one field after the other, each checked by the rules of every record. */
import type { Interface } from "node:readline";
import { grantedRoles, isGrantedRole } from "#shared/access/role.ts";
import { kindOfNip, parseNip } from "#shared/employee/nip.ts";
import { usualZone, zones } from "#shared/runtime/zone.ts";
import { id as fieldNames } from "../web/src/messages/id/record-fields.ts";
import { type SaidAgency, saidAgency } from "./agencies.ts";
import { UsageError } from "./command.ts";
import {
  aheadSentence,
  type Beginning,
  beginning,
  type Circumstances,
  type FirstPerson,
  fieldSentence,
  firstPerson,
  missingRoles,
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
      this.tell(problem);
    }
  }

  tell(text: string): void {
    this.#print(`  ${text}`);
  }

  async confirm(text: string): Promise<boolean> {
    const wrong = (answer: string) => (/^(ya|tidak)$/i.test(answer) ? "" : "Jawab ya atau tidak.");
    return /^ya$/i.test(await this.ask(`${text} (ya/tidak)`, { wrong }));
  }
}

/**
 * @param emblems that the template has
 * @param demandAgency throws when the agency cannot be written, before people are asked for
 */
export async function askBeginning(
  questions: Questions,
  {
    emblems,
    today,
    hasOperator,
    demandAgency,
  }: Circumstances & {
    readonly emblems: readonly string[];
    readonly demandAgency: (agency: SaidAgency) => Promise<void>;
  },
): Promise<Beginning> {
  const instansi = saidAgency.parse(await askAgency(questions, emblems));
  await demandAgency(instansi);
  const orang: FirstPerson[] = [];
  do {
    orang.push(await askPerson(questions, orang, today));
  } while (await needsAnother(questions, orang, hasOperator));
  const alasan = await questions.ask("Dasar penunjukan (nomor SK)", { wrong: needed });
  return beginning.parse({ instansi, orang, alasan });
}

async function askAgency(questions: Questions, emblems: readonly string[]) {
  const field = (name: "id" | "nama" | "zona" | "kontak") => (answer: string) => {
    const result = saidAgency.shape[name].safeParse(answer || undefined);
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

/** While a role is missing nobody is asked: all answers would be refused at the end. */
async function needsAnother(
  questions: Questions,
  orang: readonly FirstPerson[],
  hasOperator: boolean,
): Promise<boolean> {
  if (orang.length < 2) return true;
  const missing = missingRoles(orang, hasOperator);
  for (const sentence of missing) questions.tell(`${sentence} Tambah satu orang lagi.`);
  return missing.length > 0 || (await questions.confirm("Tambah satu orang lagi?"));
}

async function askPerson(
  questions: Questions,
  earlier: readonly FirstPerson[],
  today: string,
): Promise<FirstPerson> {
  const number = earlier.length + 1;
  const answers: Partial<Record<SaidField, string>> = {};
  for (const field of saidFields) {
    const nip = parseNip(answers.nip ?? "");
    if (field === "contractEnd" && nip && kindOfNip(nip) === "PNS") continue;
    const answer = await questions.ask(`Orang ke-${number}, ${fieldNames[field]}`, {
      usual: field === "tmt" && nip ? appointedOn(nip) : "",
      wrong: (text) =>
        fieldSentence(field, text, answers) ||
        takenSentence(field, text, earlier) ||
        (field === "tmt" ? aheadSentence(text, today) : ""),
    });
    if (answer) answers[field] = answer;
  }
  const peran = await questions.ask(`Orang ke-${number}, peran (${grantedRoles.join(", ")})`, {
    wrong: (text) =>
      listOf(text).every(isGrantedRole) && text ? "" : "Pilih dari daftar, pisahkan dengan koma.",
  });
  return firstPerson.parse({ ...answers, peran: listOf(peran) });
}

/** What only one person may have; "" when nobody before has it. */
function takenSentence(field: SaidField, text: string, earlier: readonly FirstPerson[]): string {
  const key = (value: string) =>
    field === "nip" ? (parseNip(value) ?? value) : value.trim().toLowerCase();
  const isOwn = field === "nip" || field === "email";
  const isTaken = isOwn && earlier.some((person) => key(person[field]) === key(text));
  return isTaken ? `${fieldNames[field]}: sudah ditulis untuk orang lain.` : "";
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
