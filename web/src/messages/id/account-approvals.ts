/** What penyetuju read on the page where they decide changes of accounts. */
export const id = {
  noAddress: "(belum ada)",
  lead: "Perubahan diajukan petugas dan diputuskan penyetuju lain. Periksa isi dan alasannya sebelum memutuskan.",
  lists: {
    waiting: {
      title: "Menunggu keputusan",
      hint: "Diajukan oleh petugas lain di wilayah kerja Anda.",
      none: "Tidak ada yang menunggu keputusan Anda.",
    },
    own: {
      title: "Pengajuan saya",
      hint: "Dua puluh pengajuan terakhir Anda.",
      none: "Anda belum mengajukan apa pun.",
    },
  },
  aboutYou: "Ini tentang Anda sendiri, jadi orang lain yang memutuskan.",
  resetFrom: "Autentikator yang terpasang",
  resetTo: {
    counter:
      "Autentikator baru, langsung saat masuk berikutnya. Pemegang hadir dan sudah membacakan kode dari surelnya.",
    absent:
      "Autentikator baru, 24 jam setelah disetujui, kecuali dibatalkan. Pemegang tidak hadir.",
  },
  unfreezeFrom: "Akun dibekukan, tidak ada yang bisa masuk",
  unfreezeTo: "Pemegang dapat masuk dengan kata sandi dan autentikatornya",
  emailChanged: "Alamat surel diganti",
  emailChangedBy: (name: string, time: string) =>
    `${time}, oleh ${name} seorang diri. Pastikan bahwa alamat itu milik pemegang.`,
  approve: {
    question: {
      "mfa-reset": (name: string) => `Setujui reset autentikator ${name}?`,
      "email-correction": (name: string) => `Setujui alamat surel ${name}?`,
      "account-unfreeze": (name: string) => `Setujui pencairan akun ${name}?`,
    },
    effect: {
      counter:
        "Semua perangkat pemegang langsung keluar. Saat masuk berikutnya ia memasang autentikator baru.",
      absent:
        "Pemegang diberi tahu dan dapat membatalkannya. Setelah 24 jam ia memasang autentikator baru saat masuk.",
      "email-correction": "Kode langsung dapat dikirim ke alamat ini.",
      "account-unfreeze":
        "Pemegang langsung dapat masuk lagi. Pastikan petugas sudah bertemu dengan pemegangnya.",
    },
    done: (name: string) => `Pengajuan tentang ${name} disetujui.`,
  },
  decisions: {
    refuse: {
      question: (name: string) => `Tolak pengajuan tentang ${name}?`,
      effect: "Semuanya tetap seperti sekarang. Pengaju membaca alasan Anda.",
      done: (name: string) => `Pengajuan tentang ${name} ditolak.`,
    },
    withdraw: {
      question: (name: string) => `Tarik kembali pengajuan tentang ${name}?`,
      effect: "Semuanya tetap seperti sekarang.",
      done: (name: string) => `Pengajuan tentang ${name} ditarik kembali.`,
    },
  },
};

export type AccountApprovals = typeof id;
