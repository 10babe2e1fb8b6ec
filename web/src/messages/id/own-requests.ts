import type { RequestState } from "#shared/request/request-states.ts";
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";

/** One's own requests: where each lies, and what its holder does with it. */
export const id = {
  lead: "Ajukan atau laporkan di sini, dan lihat siapa yang sedang memegang tiap pengajuan.",
  begin: "Buat pengajuan",
  none: "Belum ada pengajuan.",
  list: "Daftar pengajuan",
  back: "Kembali ke daftar pengajuan",
  changes: "Yang diajukan",
  holder: "Dipegang oleh",
  holders: {
    asker: "Anda",
    petugas: "Petugas instansi Anda",
    penyetuju: "Penyetuju instansi Anda",
    superior: "Atasan langsung Anda",
    authority: "Pejabat yang berwenang",
  } satisfies Record<Exclude<OwnRequest["turn"], "nobody">, string>,
  taken: "sedang diperiksa",
  widened: "Batas waktunya terlewat, jadi dibuka untuk semua petugas di instansi Anda.",
  due: "Langkah ini paling lambat",
  keptUntil: "Disimpan sampai",
  next: "Berikutnya",
  nexts: {
    draft: "Anda melengkapi dan mengirimnya",
    verify: "Petugas memverifikasi, lalu penyetuju memutuskan",
    decide: "Petugas memutuskan",
    approve: "Penyetuju memutuskan",
    advise: "Atasan memberi pertimbangan, lalu pejabat yang berwenang memutuskan",
    grant: "Pejabat yang berwenang memutuskan",
    clarifying: "Anda menjawab pertanyaan petugas",
    approved: "Data sudah diubah",
    drawn: "Data sudah diubah; kartu mengikuti sendiri",
    rejected: "Perbaiki sesuai alasannya, lalu ajukan lagi",
    withdrawn: "Tidak ada",
    expired: "Ajukan lagi bila masih perlu",
  } satisfies Record<
    | Exclude<RequestState, "submitted" | "verifying" | "revised">
    | "verify"
    | "decide"
    | "approve"
    | "advise"
    | "grant"
    | "drawn",
    string
  >,
  by: {
    asker: "Anda",
    petugas: "petugas instansi",
    penyetuju: "penyetuju instansi",
    superior: "atasan langsung",
    authority: "pejabat yang berwenang",
    officer: "petugas instansi",
    nobody: "sistem",
  } satisfies Record<OwnRequest["trail"][number]["by"], string>,
  answer: "Jawab pertanyaan ini",
  again: "Ajukan lagi",
  resume: "Lanjutkan mengisi",
  proof: "Unduh bukti pengajuan (PDF)",
  proofRevoked: "Bukti ini dicabut pada",
  withdraw: "Tarik pengajuan",
  discard: "Buang draf",
  withdrawSure: "Pengajuan yang ditarik tidak diputuskan lagi. Anda dapat mengajukan yang baru.",
  withdrawn: "Pengajuan ditarik.",
  discarded: "Draf dibuang.",
  question: "Pertanyaan petugas",
};

export type OwnRequests = typeof id;
