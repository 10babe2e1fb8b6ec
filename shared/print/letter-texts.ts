/** The words of an activation letter. Letters of Indonesian offices are in Indonesian. */
import type { ActivationLetter } from "./activation-letter.ts";

export const letterTitle = "Surat aktivasi Kartu ASN Virtual";

export const letterTexts = {
  lead: "Kartu ASN Virtual adalah kartu identitas ASN Anda di ponsel. Aktifkan akun Anda sekali saja, dengan ponsel dan surel Anda, dalam waktu sekitar sepuluh menit.",
  facts: { name: "Nama", nip: "NIP", unitKerja: "Unit kerja" },
  counterTitle: "Sebelum mulai: datang ke petugas kepegawaian",
  counter:
    "Di data Anda belum ada alamat surel, padahal kode aktivasi dikirim ke sana. Datanglah ke petugas kepegawaian dengan kartu identitas dan sebutkan alamat surel Anda sendiri. Setelah alamat itu disetujui, ikuti langkah berikut.",
  stepsTitle: "Langkah aktivasi",
  safetyTitle: "Jaga keamanan akun Anda",
  safety: [
    "Surat ini tidak memuat kata sandi atau kode. Keduanya hanya Anda sendiri yang tahu.",
    "Petugas tidak pernah meminta kata sandi atau kode Anda, baik lewat telepon, pesan, maupun surat.",
    "Alamat surel di data Anda salah atau tidak dipakai lagi? Hubungi petugas kepegawaian sebelum mulai.",
  ],
  qr: (site: string) => `Kode QR menuju ${site}`,
};

/** The steps, in the words that the site's own buttons have. */
export function stepsOf({ nip, email, site }: ActivationLetter): readonly string[] {
  return [
    `Buka ${site} di peramban: ketik alamatnya, atau pindai kode QR di kanan atas. Lalu pilih «Masuk».`,
    `Pilih «Lupa Password / Aktivasi», ketik NIP Anda ${nip}, lalu pilih «Check».`,
    email === undefined
      ? "Ketik alamat surel Anda yang sudah dicatat petugas, lalu pilih «Kirim»."
      : `Ketik alamat surel Anda yang tercatat, ${email}, lalu pilih «Kirim».`,
    "Buka surel Anda dan salin kode yang dikirim, lalu buat kata sandi baru. Periksa juga folder spam.",
    "Pasang aplikasi autentikator di ponsel, misalnya Google Authenticator atau Microsoft Authenticator, dan pindai kode QR di layar. Simpan kode pemulihan di tempat yang aman.",
    "Masuk dengan NIP, kata sandi, dan kode dari aplikasi itu, lalu unggah foto Anda. Kartu dibuat dengan sendirinya.",
  ];
}
