import type { AskedLetter } from "#shared/letter-request/letter-request-answers.ts";
import type { NewPhotoWhy } from "#shared/new-photo/new-photo-whys.ts";

/** What is said of each kind of request, beside changes of data. */
export const id = {
  photo: {
    title: "Foto kartu diperiksa petugas",
    when: "bila foto tidak mirip lagi, atau foto Anda terus ditolak",
    hint: "Petugas melihat foto Anda, lalu memutuskan. Tanda * wajib diisi.",
    direct: "Mau mengganti foto saja? Tidak perlu pengajuan:",
    toStudio: "kirim foto baru",
    why: "Alasan",
    whys: {
      unlike: "Foto tidak mirip lagi",
      refused: "Foto terus ditolak",
    } satisfies Record<NewPhotoWhy, string>,
    note: "Keterangan",
    noteHint: "Apa yang berubah, atau apa yang disebut setiap kali foto ditolak.",
    approved: "Foto sudah diganti, atau petugas meminta foto baru: lihat halaman foto",
    replaced: "Foto di data pegawai sudah lain sejak diajukan. Setuju berarti selesai.",
    howTo: {
      unlike:
        "Setuju berarti Anda meminta foto baru dalam 14 hari. Foto lama tetap di kartu, dan foto penggantinya masuk antrean foto.",
      refused:
        "Lihat hasil foto terakhir di data pegawai. Bila wajahnya memang tidak lolos, minta datang lewat klarifikasi, lalu bawa fotonya dari loket: dua orang memutuskan. Setuju baru bisa setelah fotonya lain.",
    } satisfies Record<NewPhotoWhy, string>,
    open: "Buka foto di data pegawai",
  },
  leave: {
    title: "Cuti",
    when: "tahunan, sakit, melahirkan, dan lainnya; diputuskan atasan dan pejabat yang berwenang",
    approved: "Cuti disetujui",
    permit: "Unduh Surat Izin Cuti",
  },
  letter: {
    title: "Surat keterangan",
    when: "aktif bekerja, penghasilan, atau keperluan lain; ditulis petugas, ditandatangani pejabat",
    hint: "Petugas instansi Anda menulis suratnya, pejabat menandatanganinya. Tanda * wajib diisi.",
    letter: "Surat",
    kinds: {
      "keterangan-aktif": "Surat keterangan aktif bekerja",
      "keterangan-penghasilan": "Surat keterangan penghasilan",
      keterangan: "Surat keterangan untuk keperluan lain",
    } satisfies Record<AskedLetter["letter"], string>,
    purpose: "Keperluan",
    purposeHint: "Misalnya pengajuan KPR. Ditulis di surat: Surat keterangan ini dibuat untuk …",
    note: "Catatan untuk petugas",
    noteHint: "Wajib untuk keperluan lain: apa yang perlu diterangkan.",
    approved:
      "Petugas menulis suratnya. Anda diberi tahu setelah ditandatangani: lihat «Surat saya»",
    howTo:
      "Setuju membuat konsep suratnya di «Naskah dinas». Lengkapi di sana, lalu kirim ke penanda tangan.",
    draft: "Buka suratnya",
  },
  attendance: {
    title: "Koreksi presensi",
    when: "bila mesin tidak membaca Anda",
    approved: "Koreksi tercatat di presensi Anda",
  },
  claim: {
    title: "Sertifikat luar",
    when: "pelatihan yang tidak diselenggarakan instansi Anda; JP dihitung setelah petugas setuju",
    about: (name: string): string => (name === "" ? "Sertifikat luar" : `Sertifikat luar: ${name}`),
    approved: "JP sudah dihitung: lihat «Pelatihan»",
  },
  report: {
    title: "Laporkan data yang salah",
    when: "data di kartu atau di «Data saya» tidak benar",
    hint: "Instansi Anda memperbaikinya atau menjawab dalam 3×24 jam (UU 27/2022, pasal 30). Tanda * wajib diisi.",
    field: "Data yang salah",
    stands: "Tertulis sekarang",
    right: "Yang benar",
    noteHint: "Tidak wajib, misalnya nomor SK atau ijazah.",
    proposed: "Data ini dapat diusulkan perubahannya, dengan berkas bukti.",
    propose: "Ajukan perubahannya",
    about: (field: string): string => `Data salah: ${field}`,
    approved: "Data sudah diperbaiki; kartu mengikuti sendiri",
    mended: "Data ini sudah lain sejak dilaporkan. Setuju berarti sudah diperbaiki.",
    howTo: "Perbaiki datanya dulu; Setuju baru bisa setelah datanya lain.",
    mend: "Ubah data pegawai",
  },
};

export type RequestKindTexts = typeof id;
