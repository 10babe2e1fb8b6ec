import type { RefusalCode } from "#shared/runtime/codes.ts";

export const id = {
  ended: "Sesi Anda sudah berakhir. Silakan masuk lagi.",
  loginInNewTab: "Masuk lagi di tab baru, lalu kirim ulang di sini. Isian Anda tidak hilang.",
  nip: "NIP",
  nipHint: "18 angka. Spasi, titik, dan tanda hubung boleh dipakai.",
  password: { show: "Tampilkan", hide: "Sembunyikan" },
  /** Refusals that only forms can meet: pages without one need not load them. */
  failures: {
    "login-refused": "NIP atau kata sandi salah. Periksa keduanya, lalu coba lagi.",
    "activation-needed":
      "Akun ini belum punya autentikator. Mulai dari «Lupa Password / Aktivasi» di peramban ini.",
    "address-too-new": "Alamat surel akun ini baru diganti. Coba lagi besok.",
    "account-frozen":
      "Akun ini dibekukan. Datang ke BKPSDM instansi Anda dengan kartu identitas; di sana akunnya diurus.",
    "request-mismatch": "Muat ulang halaman, lalu ulangi.",
    "own-record": "Data Anda sendiri diubah petugas lain.",
    "link-expired": "Tautan ini tidak berlaku lagi.",
    "code-refused":
      "Kode tidak cocok. Tunggu kode berikutnya di aplikasi, dan pastikan jam ponsel Anda otomatis.",
    "too-many-codes": "Kode sudah salah lima kali. Demi keamanan, mulai lagi dari awal.",
    "reset-code-refused":
      "Kode dari surel salah atau tidak berlaku lagi. Setelah beberapa kali salah, semua kode ditolak selama satu jam.",
  } satisfies Partial<Record<RefusalCode, string>>,
};

export type Session = typeof id;
