export const id = {
  lead: "Dua belas kartu khayalan dengan nama, jabatan, dan instansi yang paling sulit ditata. QR-nya tidak membuka kartu siapa pun.",
  notices: "Teks pemberitahuan",
  home: {
    lead: "Pekerjaan operator: peran, instansi, dan tampilan kartu.",
    waiting: (count: number) => `${count} pengajuan menunggu keputusan Anda`,
    nothing: "Tidak ada yang menunggu keputusan Anda.",
    services: "Layanan operator",
    hints: {
      roles: "Beri dan cabut peran, bekukan akun; operator lain menyetujui.",
      agency: "Tambah atau ubah instansi, lambang, dan warnanya.",
      template: "Lihat templat dengan nama yang paling sulit ditata.",
      notices: "Baca kata-kata setiap pemberitahuan dalam dua bahasa.",
    },
  },
  version: (version: string) => `Versi templat: ${version}`,
  agency: "Instansi",
  usual: "Tampilan umum",
  faces: {
    "front-landscape": "depan, lanskap",
    "back-landscape": "belakang, lanskap",
    "front-portrait": "depan, potret",
    "back-portrait": "belakang, potret",
  },
  faceAlt: (title: string, face: string) => `${title}: ${face}`,
  /** By the id of the extreme card. */
  cards: {
    "pns-usual": "PNS biasa",
    "pppk-usual": "PPPK biasa",
    "many-degrees": "Banyak gelar",
    "one-letter": "Nama satu huruf",
    "one-word": "Nama satu kata",
    "one-long-word": "Nama satu kata panjang",
    apostrophes: "Apostrof",
    hyphens: "Tanda hubung",
    diacritics: "Huruf bertanda",
    capitals: "Huruf besar semua",
    longest: "Semua bidang sepanjang mungkin",
    preview: "Belum bernomor seri",
  },
};

export type Operator = typeof id;
