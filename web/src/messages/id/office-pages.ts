/** Titles of pages that only officers open: the first views of everybody else have no room for them. */
export const id = {
  quality: "Mutu data",
  employee: "Data pegawai",
  newPerson: "Pegawai baru",
  accountLists: "Akun yang perlu ditangani",
  requests: "Pengajuan pegawai",
  leave: "Cuti pegawai",
  campaigns: "Pemutakhiran kontak",
  photos: "Pemeriksaan foto",
  imports: "Impor pegawai",
  units: "Unit kerja",
  agency: "Instansi",
  posts: "Pejabat penentu",
  calendar: "Kalender instansi",
  letters: "Naskah dinas",
  attendance: "Presensi",
  trainings: "Pelatihan",
  unitPrint: "Cetak kartu dan surat",
  exports: "Ekspor",
  decrees: "Keputusan",
};

export type OfficePages = typeof id;
