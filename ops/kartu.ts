/** `npx kartu COMMAND …`: what operators do by hand, with their own credentials. See docs/operations.md. */
import * as z from "zod";
import { type Command, UsageError } from "./command.ts";

interface Listed {
  readonly does: string;
  /** A command is loaded only when it is called, because it imports much. */
  readonly load: () => Promise<Command>;
}

const commands: Readonly<Record<string, Listed>> = {
  akun: {
    does: "memperlihatkan keadaan akun seorang pegawai, dan membuka kuncinya",
    load: async () => (await import("./akun.ts")).akun,
  },
  "audit-verifikasi": {
    does: "memeriksa bahwa riwayat masih seperti ketika ditulis",
    load: async () => (await import("./audit-verifikasi.ts")).auditVerifikasi,
  },
  backfill: {
    does: "menggambar ulang semua kartu dengan rupa yang baru",
    load: async () => (await import("./backfill.ts")).backfill,
  },
  daftar: {
    does: "menulis ulang baris pencarian semua pegawai",
    load: async () => (await import("./daftar.ts")).daftar,
  },
  hapus: {
    does: "memperlihatkan siapa yang datanya akan dihapus, dan menahan penghapusan",
    load: async () => (await import("./hapus.ts")).hapus,
  },
  impor: {
    does: "memeriksa berkas pegawai sebuah instansi sebelum diimpor",
    load: async () => (await import("./impor.ts")).impor,
  },
  init: {
    does: "membuat instansi pertama dan orang-orang pertamanya",
    load: async () => (await import("./init.ts")).init,
  },
  instansi: {
    does: "mengatur nama, zona waktu, lambang, dan kontak instansi",
    load: async () => (await import("./instansi.ts")).instansi,
  },
  kalender: {
    does: "memperlihatkan dan memuat hari libur nasional dan cuti bersama",
    load: async () => (await import("./kalender.ts")).kalender,
  },
  kunci: {
    does: "mengganti kunci antara CloudFront dan API",
    load: async () => (await import("./kunci.ts")).kunci,
  },
  "kunci-kartu": {
    does: "membuat kunci akar dan menerbitkan daftar kunci kartu",
    load: async () => (await import("./kunci-kartu.ts")).kunciKartu,
  },
  pemeliharaan: {
    does: "menutup situs untuk pemeliharaan, dan membukanya lagi",
    load: async () => (await import("./pemeliharaan.ts")).pemeliharaan,
  },
  peran: {
    does: "memberi, mencabut, dan memperlihatkan peran",
    load: async () => (await import("./peran.ts")).peran,
  },
  "periksa-foto": {
    does: "memeriksa berkas foto dengan aturan yang sama seperti halaman «Ubah Foto»",
    load: async () => (await import("./periksa-foto.ts")).periksaFoto,
  },
  "putar-kunci": {
    does: "menandatangani semua kartu yang perlu, dan mencabut kunci yang dicuri",
    load: async () => (await import("./putar-kunci.ts")).putarKunci,
  },
  rujukan: {
    does: "mencari permintaan di balik kode rujukan",
    load: async () => (await import("./rujukan.ts")).rujukan,
  },
  verifikasi: {
    does: "memeriksa tanda tangan pada QR kartu tanpa jaringan",
    load: async () => (await import("./verifikasi.ts")).verifikasi,
  },
};

const commandList = [
  "Perintah operator. Cara memakai salah satunya: npx kartu PERINTAH --help",
  ...Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(18)}${does}`),
].join("\n");

/** @throws UsageError saying which commands there are, or how the one is called */
export async function runCommand(
  [name, ...args]: readonly string[],
  print: (line: string) => void,
): Promise<void> {
  if (name === "--help") return print(commandList);
  const listed = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!listed) throw new UsageError(commandList);
  const command = await listed.load();
  if (args.includes("--help")) return print(command.usage);
  try {
    await command.run(args, print);
  } catch (error) {
    const refusal = error instanceof UsageError ? error.message : parseRefusal(error);
    if (refusal === undefined) throw error;
    throw new UsageError(`${refusal}\nCara memakainya: npx kartu ${name} --help`);
  }
}

/** What Node's parseArgs refuses, in Indonesian; its own message has the option in quotes. */
function parseRefusal(error: unknown): string | undefined {
  if (!(error instanceof Error && "code" in error)) return undefined;
  const [, said = ""] = /'([^']*)'/.exec(error.message) ?? [];
  if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return `Opsi ${said} tidak dikenal.`;
  if (error.code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL") return `«${said}» tidak dikenal.`;
  if (error.code !== "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") return undefined;
  return `Opsi ${said}: nilainya kurang atau tidak diterima.`;
}

if (import.meta.main) {
  z.config(z.locales.id());
  try {
    await runCommand(process.argv.slice(2), console.log);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
