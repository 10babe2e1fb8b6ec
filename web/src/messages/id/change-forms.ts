/** What officers read where they change a person, and where it is decided: no first view needs it. */
export const id = {
  died: {
    option: "Meninggal dunia",
    day: "Tanggal meninggal",
    effect:
      "Hubungan kerja berakhir karena meninggal dunia: kartu tidak berlaku lagi, akunnya dibekukan, dan tidak ada surel yang dikirim kepadanya.",
    undone:
      "Tanggal meninggal dihapus. Akunnya tetap beku sampai dua petugas mencairkannya; sesudah itu foto, QR, dan kartunya kembali seperti sebelumnya.",
  },
  /** When somebody comes back who was not active. */
  comesBack:
    "Yang kembali: kartunya berlaku lagi dengan foto yang sama, dan ia dapat masuk lagi dengan kata sandi dan autentikatornya. Peran yang sudah dicabut tidak kembali.",
  ask: {
    submit: "Ajukan untuk disetujui",
    hint: (fields: string) =>
      `${fields}: diubah dua orang. Penyetuju instansi Anda memutuskannya dalam 7 hari di «Persetujuan»; sampai itu tidak ada isian ini yang berubah.`,
    done: "Perubahan sudah diajukan. Penyetuju memutuskannya dalam 7 hari; sampai itu datanya tetap.",
  },
  urgent:
    "Mendesak? Bekukan akunnya dan ganti kode QR kartunya: itu dapat Anda lakukan sendiri, dan kartu yang beredar langsung tidak berlaku.",
  source: {
    title: "Dasar perubahan",
    number: "Nomor SK atau surat",
    hint: "Kosongkan bila tidak ada; wajib bila ada tanggal atau berkas",
    filed: "dengan berkas",
    day: "Tanggal SK atau surat",
  },
  conflict: {
    which: (field: string) => `${field}: isian siapa yang dipakai? *`,
    mine: "Isian Anda",
    theirs: "Data terbaru",
  },
  decide: {
    source: "Dasar perubahan",
    question: (name: string) => `Setujui perubahan data ${name}?`,
    effect: {
      other:
        "Datanya langsung berubah, dan kartu digambar ulang bila yang berubah tampil di kartu. Bila surelnya diganti, alamat lama dan baru diberi tahu.",
      active: "Datanya langsung berubah, dan semua perangkat pemegang keluar. Kartunya aktif.",
      suspended: "Kartunya langsung ditangguhkan, dan semua perangkat pemegang keluar.",
      died: "Hubungan kerjanya berakhir karena meninggal dunia: kartunya langsung tidak berlaku, akunnya dibekukan, dan surel kepadanya berhenti.",
      ended:
        "Hubungan kerjanya berakhir: kartunya langsung tidak berlaku, dan semua perangkat pemegang keluar.",
    },
  },
};

export type ChangeForms = typeof id;
