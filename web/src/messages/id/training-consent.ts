import type { ConsentsAnswer } from "#shared/training/training-answers.ts";

type Person = ConsentsAnswer["items"][number]["people"][number];

/** The direct superior's consent to places in a training. */
export const id = {
  waits: (count: number) => `${count} orang menunggu persetujuan Anda`,
  title: "Persetujuan atasan langsung",
  lead: "Kursi baru pasti dengan persetujuan Anda. Tanpa jawaban sampai batas waktunya, kursi ditawarkan kepada orang berikutnya.",
  none: "Tidak ada lagi yang menunggu persetujuan Anda untuk pelatihan ini.",
  states: {
    seated: "Kursi disisihkan",
    offered: "Ditawari kursi",
    waiting: "Daftar tunggu",
    out: "Tidak ikut",
  } satisfies Record<Person["state"], string>,
  waitingAt: (number: number) => `Daftar tunggu, urutan ke-${number}`,
  until: "Jawaban ditunggu sampai",
  decide: "Putuskan",
  decideOf: (name: string) => `Putuskan untuk ${name}`,
  verdict: "Keputusan",
  acts: { consent: "Setujui", refuse: "Tidak setujui" },
  reason: "Alasan",
  reasonHint: "Dibaca pegawai dan petugas pelatihan.",
  send: "Kirim keputusan",
  done: {
    consent: (name: string) => `${name}: disetujui.`,
    refuse: (name: string) => `${name}: tidak disetujui.`,
  },
  failures: {
    "record-changed": "Tempat ini baru berubah. Muat ulang halaman.",
  },
};

export type TrainingConsent = typeof id;
