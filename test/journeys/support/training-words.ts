/** What the pages of a training say in the journey through them. */
export const trainingWalks = {
  id: {
    ...{ instansiId: "ins_latih", surname: "Latihwan", instansi: "Pemerintah Kota Latih" },
    ...{ draft: /Draf: hanya petugas/, offered: /Ditawarkan/, noSession: /tidak ada sesi pada/ },
    kept: /Kursi disisihkan untuk Anda/,
    waiting: /Daftar tunggu, urutan ke-1/,
    free: /Ada kursi untuk Anda/,
    certain: /Terdaftar: kursi Anda pasti/,
    cancelled: /Pendaftaran sudah dibatalkan/,
    consented: /: disetujui\./,
    ...{ entered: /Kehadiran sudah disimpan/, passed: /Hasil ujian sudah dicatat/ },
    ...{ issued: /Sertifikat sudah diterbitkan/, withdrawn: /Sertifikat sudah dicabut/ },
    ...{ enough: /20 dari 20 JP/, short: /: 0 dari 20 JP/ },
  },
  en: {
    ...{ instansiId: "ins_learn", surname: "Learnwan", instansi: "Pemerintah Kota Learn" },
    ...{ draft: /Draft: seen by officers/, offered: /Offered/, noSession: /no session on/ },
    kept: /A seat is kept for you/,
    waiting: /Waiting list, number 1/,
    free: /There is a seat for you/,
    certain: /Registered: your seat is certain/,
    cancelled: /The registration was cancelled/,
    consented: /: consented\./,
    ...{ entered: /The attendance was saved/, passed: /The assessment was noted/ },
    ...{ issued: /The certificate was issued/, withdrawn: /The certificate was withdrawn/ },
    ...{ enough: /20 of 20 JP/, short: /: 0 of 20 JP/ },
  },
} as const;
