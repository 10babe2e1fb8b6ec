import type { CodeOutcome } from "#shared/gate/gate-answers.ts";
import type { GateRefusal } from "#shared/presence/gate.ts";

/** The page of a gate that reads «Kode hadir». */
export const id = {
  title: "Gerbang Kode hadir",
  lead: "Baca Kode hadir dari ponsel pegawai yang lewat. Yang tercatat hanya jamnya; nama tidak ditampilkan.",
  hint: "Tanpa jaringan gerbang tetap membaca selama satu jam, dan mengirim catatannya saat jaringan kembali. Jangan tinggalkan perangkat ini: halaman ini terbuka atas nama Anda. Lihat siapa yang menunjukkan ponsel.",
  camera: "Nyalakan kamera",
  stop: "Matikan kamera",
  back: "Kembali ke mesin presensi",
  taken: (clock: string) => `Tercatat ${clock}`,
  refusals: {
    "not-ours": "Bukan Kode hadir.",
    "list-old": "Daftar ponsel sudah lebih dari satu jam. Sambungkan gerbang ke jaringan.",
    unknown: "Ponsel tidak dikenal. Buka lagi Kode hadir di ponsel yang terakhir masuk.",
    "off-time": "Kode dari waktu lain. Tunjukkan kode yang sedang tampil; periksa jam perangkat.",
    "bad-signature": "Kode tidak sah.",
    replay: "Kode ini sudah dibaca. Tunggu kode berikutnya.",
  } satisfies Record<GateRefusal, string>,
  notKept: "Peramban ini tidak dapat menyimpan catatan, jadi belum tercatat.",
  listFor: (phones: number, minutes: number) =>
    `${phones} ponsel dikenal; daftar berlaku ${minutes} menit lagi.`,
  noList: "Belum ada daftar ponsel yang berlaku.",
  counts: (taken: number, told: number, waiting: number) =>
    `Dibaca ${taken}, tersimpan ${told}, menunggu dikirim ${waiting}.`,
  flagged: "Perlu diperiksa",
  outcomes: {
    elsewhere: "kode yang sama dibaca lebih dulu di gerbang lain; tidak dihitung",
    "not-ours": "bukan Kode hadir",
    unknown: "ponsel bukan yang terakhir menampilkan kode",
    "signed-out": "pegawai sudah keluar dari ponselnya sebelum catatan terkirim; tidak dihitung",
    "off-time": "jam gerbang salah; tidak dihitung",
    "bad-signature": "kode tidak sah",
    "month-closed": "bulan pegawai ini sudah dikunci",
    "month-full": "terlalu banyak catatan dalam satu bulan",
  } satisfies Record<Exclude<CodeOutcome, "recorded">, string>,
  signIn: "Sesi Anda berakhir. Masuk lagi di tab lain; catatan di perangkat ini tetap ada.",
  noGate: "Instansi Anda tidak memiliki gerbang ini, atau Anda tidak mengelolanya.",
  refused: "Layanan menolak gerbang ini. Muat ulang halaman ini.",
  needsNetwork: "Gerbang perlu jaringan untuk mulai. Sambungkan perangkat ini.",
  cameraRefused: "Kamera tidak diizinkan. Izinkan kamera untuk alamat ini di pengaturan peramban.",
  noCamera: "Tidak ada kamera yang dapat dipakai di perangkat ini.",
  noReader: "Pembaca kode belum sampai. Sambungkan perangkat ke jaringan sekali, lalu coba lagi.",
};

export type GateText = typeof id;
