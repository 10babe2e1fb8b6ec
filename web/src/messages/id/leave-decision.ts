import type { Verdict } from "#shared/request/request.ts";
import type { OwnRequests } from "./own-requests.ts";

/** «Menunggu keputusan saya»: sections VII and VIII of the form of leave, for whoever acts in a post. */
export const id = {
  acting: (posts: string) => `Anda bertindak sebagai: ${posts}.`,
  noPost: "Anda tidak bertindak dalam jabatan yang memutuskan cuti.",
  none: "Tidak ada cuti yang menunggu keputusan Anda.",
  as: {
    superior: "Pertimbangan atasan langsung",
    authority: "Keputusan pejabat yang berwenang",
  },
  widened: "batas waktu pejabat di bawah Anda sudah lewat",
  submitted: "Diajukan",
  due: "Paling lambat",
  leftAfter: (days: number, year: number) => `Sisa ${year} bila disetujui: ${days} hari kerja`,
  away: "Siapa lagi yang tidak masuk di hari-hari itu",
  nobodyAway: "Tidak ada orang lain di unit ini.",
  given: "disetujui",
  askedFor: "masih diajukan",
  findings: "Yang perlu diperhatikan",
  outdated:
    "Pegawai ini sekarang punya pejabat pemutus yang lain. Minta perubahan agar diajukan ulang, atau tolak.",
  advise: "Pertimbangan Anda",
  adviseHint: "Apa pun pertimbangan Anda, pejabat yang berwenang yang memutuskan.",
  decide: "Keputusan Anda",
  decideHint: "Pegawai diberi tahu, dan alasan Anda dibacanya.",
  advices: {
    approved: "Cuti diberikan seperti diminta.",
    changed: "Sebaiknya di hari lain, atau lamanya lain.",
    postponed: "Sebaiknya ditunda.",
    refused: "Sebaiknya tidak diberikan.",
  } satisfies Record<Verdict, string>,
  meanings: {
    approved: "Cuti diberikan seperti diminta.",
    changed: "Kembali ke pegawai, yang mengubah hari-harinya lalu mengirim lagi.",
    postponed: "Tidak diberikan sekarang; harinya dapat dipakai utuh tahun depan.",
    refused: "Tidak diberikan; harinya kembali ke sisa cuti.",
  } satisfies Record<Verdict, string>,
  recall: {
    title: "Panggil kembali bekerja",
    hint: (from: string, to: string) =>
      `Hanya bila ada kepentingan dinas mendesak. Hari yang belum dijalani (cuti ini ${from} sampai ${to}) kembali menjadi hak pegawai, yang diberi tahu.`,
    from: "Bekerja lagi mulai",
    submit: "Panggil kembali",
    over: "Tidak ada lagi hari cuti yang dapat dikembalikan.",
    since: (day: string) => `Dipanggil kembali bekerja mulai ${day}.`,
  },
  calendar: {
    open: "Kalender cuti unit",
    title: (month: string) => `Cuti unit, ${month}`,
    none: "Tidak ada yang cuti di bulan ini.",
    unread: "Anda tidak memutuskan cuti suatu unit, dan tidak mengelola datanya.",
    before: "Bulan sebelumnya",
    after: "Bulan berikutnya",
    file: "Unduh .ics",
    most: (people: number, day: string) => `Terbanyak ${people} orang, ${day}`,
  },
  extension: "Ya, menyambung CLTN yang sudah diberikan",
  interim: "Sudah diberikan tertulis di tempat kerja; persetujuan Anda meratifikasinya",
  stopped:
    "Belum dapat disetujui: lihat «Yang perlu diperhatikan». Minta perubahan agar pegawai melengkapinya.",
  cltn: "Pada hari pertamanya kedudukan hukum menjadi CLTN dan kartu ditangguhkan dengan sendirinya; hanya keputusan pengaktifan kembali yang memulihkannya.",
  notPostponable: "Cuti ini tidak dapat ditangguhkan.",
  by: {
    asker: "pegawai",
    petugas: "petugas instansi",
    penyetuju: "penyetuju instansi",
    superior: "atasan langsung",
    authority: "pejabat yang berwenang",
    officer: "petugas instansi",
    nobody: "sistem",
  } satisfies OwnRequests["by"],
  choose: "Pilih",
  reason: "Alasan",
  reasonHint: "Wajib kecuali disetujui. Jangan menulis penyakit atau keadaan orang lain.",
  sendAdvice: "Kirim pertimbangan",
  sendDecision: "Kirim keputusan",
  done: (verdict: string) => `Tersimpan: ${verdict}.`,
};

export type LeaveDecision = typeof id;
