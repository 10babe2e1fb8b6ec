/** How a card is checked, on one screen, for who is no officer. Words of pages stand in «»: a test finds each of them there. */
export const id = {
  helpLead: "Untuk siapa pun yang diperlihatkan kartunya. Tanpa aplikasi, tanpa akun.",
  byHand: "Ketik Nomor Seri dan Kode Periksa",
  privacy: "Data pribadi",
  proofs: {
    title: "Apa membuktikan apa",
    steps: [
      "Gambar atau cetakan kartu tidak membuktikan apa-apa: siapa pun dapat menyalinnya.",
      "Pemindaian membuktikan datanya: kartu itu berlaku pada saat Anda memeriksanya.",
      "Wajah membuktikan orangnya: bandingkan dengan foto pada hasil, bukan pada kartu.",
    ],
  },
  parts: [
    {
      title: "Cara memeriksa",
      steps: [
        "Pindai QR di kartu dengan kamera ponsel Anda sendiri, bukan ponsel pemegangnya.",
        "Bandingkan alamat di peramban Anda dengan alamat resmi, yang tercetak di sisi belakang kartu dan diberitahukan instansi Anda. Berbeda satu huruf pun, berhenti: itu situs tiruan.",
        "Isi captcha, lalu tekan «Periksa».",
        "QR tidak terbaca? Buka alamat resmi, tambahkan /periksa, lalu ketik «Nomor Seri» dan «Kode Periksa» di sisi depan kartu.",
        "Bandingkan nama dan foto pada hasil dengan orang di depan Anda. Orang lain? Jangan terima, dan tekan «Foto tidak cocok dengan orangnya». Berlaku hanya untuk saat itu: lain waktu, periksa lagi.",
        "Tanpa jaringan? Pasang «Pindai kartu» dari alamat resmi selagi ada jaringan, lalu tekan «Siapkan sekarang». Ia memeriksa tanda tangan di kode QR dan daftar status, tanpa foto; dengan daftar yang sudah usang ia hanya menjawab «Belum bisa dicek».",
      ],
    },
    {
      title: "Arti hasilnya",
      steps: [
        "«Sah»: kartu berlaku. Terima bila wajahnya sama.",
        "«Ditangguhkan», «Belum berlaku», «Berakhir»: jangan terima sebagai identitas. Minta identitas lain.",
        "«Tanda tangan tidak sah»: kode itu bukan buatan penerbit kartu. Jangan terima, dan laporkan ke BKPSDM.",
        "«Diganti»: minta pemegangnya membuka kartu terbaru di ponselnya, lalu pindai lagi.",
        "«Tidak dikenal», «Ini contoh kartu, bukan kartu»: jangan terima, dan laporkan ke BKPSDM.",
        "Belum bisa dicek (V0), atau sibuk (V9): tidak ada jawaban. Itu bukan «Sah»: periksa sambungan internet, atau minta identitas lain.",
      ],
    },
  ],
  contact: "Alamat resmi dan bantuan",
  filledIn: "Diisi instansi sebelum dibagikan.",
  fields: ["Alamat resmi kartu", "Telepon BKPSDM", "Surel"],
};

export type Checking = typeof id;
