import type { AccountHistoryEntry } from "#shared/session/account-answers.ts";
import { accountActions } from "./account-actions.ts";

export const id = {
  lead: "Apa saja yang membuka akun Anda, dan apa yang terjadi dengannya.",
  ownData: {
    hint: "Lihat data Anda, laporkan yang salah, dan minta salinan semuanya.",
    open: "Buka data saya",
  },
  devices: {
    title: "Perangkat",
    hint: "Di sini akun Anda sedang masuk. Tempat hanya perkiraan, dari jaringan yang dipakai.",
    thisOne: "perangkat ini",
    byQr: "masuk dengan kode QR",
    began: "Masuk:",
    lastSeen: "Terakhir dipakai:",
    end: "Keluarkan",
    endOf: (device: string) => `Keluarkan ${device}`,
    endOthers: "Keluarkan semua perangkat lain",
    ended: (device: string) => `${device} sudah dikeluarkan.`,
    othersEnded: "Semua perangkat lain sudah dikeluarkan.",
  },
  history: {
    title: "Riwayat akun",
    hint: "Ada yang tidak Anda kenali? Segera ganti kata sandi Anda. Bila mungkin ada orang lain yang bisa masuk, bekukan akun di halaman ini, lalu hubungi BKPSDM instansi Anda.",
    older: "Tampilkan yang lebih lama",
    all: (count: number) => `Semua riwayat sudah ditampilkan (${count}).`,
    none: "Belum ada peristiwa.",
    by: {
      holder: "oleh Anda",
      officer: "oleh petugas",
      operator: "oleh operator",
      system: "oleh sistem",
      import: "oleh impor data",
    } satisfies Record<AccountHistoryEntry["by"], string>,
    actions: accountActions,
  },
};

export type Account = typeof id;
