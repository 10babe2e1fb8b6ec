export const id = {
  title: "Alamat surel",
  hint: "Kode untuk aktivasi dan kata sandi baru serta pemberitahuan dikirim ke alamat ini.",
  hintNew:
    "Alamat ini baru. Demi keamanan, kode untuk aktivasi dan kata sandi baru dikirim ke sini mulai",
  formerHears:
    "Pemberitahuan dikirim ke sini; yang tentang keamanan akun selama 7 hari juga ke alamat sebelumnya.",
  failed: "Surel ke alamat ini tidak sampai. Ganti alamatnya.",
  change: "Ganti alamat surel",
  changeHint:
    "Anda perlu kata sandi dan kode autentikator. Kode lain dikirim ke alamat yang baru, dan alamat lama diberi tahu.",
  email: "Alamat surel baru",
  send: "Kirim kode ke alamat baru",
  sentTo: "Kode 8 angka dikirim ke",
  sentHint:
    "Tidak ada surel setelah beberapa menit? Periksa folder spam. Mungkin alamatnya salah ketik atau sudah dipakai akun lain; kami tidak memberi tahu yang mana. Jika alamatnya benar, hubungi BKPSDM instansi Anda.",
  code: "Kode dari surel",
  codeHint: "8 angka, berlaku 15 menit. Hanya kode terakhir yang berlaku.",
  confirm: "Pakai alamat ini",
  again: "Kirim kode lagi",
  sentAgain: "Kode baru dikirim.",
  other: "Pakai alamat lain",
  waits: "Alamat baru",
  waitsFrom: "Mulai berlaku",
  waitsHint:
    "Sampai saat itu alamat lama tetap dipakai. Saat berlaku, semua sesi Anda berakhir dan Anda masuk lagi seperti biasa.",
  cancel: "Batalkan penggantian",
  cancelled: "Penggantian dibatalkan. Alamat lama tetap dipakai.",
  phone: {
    title: "Nomor telepon",
    none: "Belum ada nomor telepon.",
    hint: "Instansi Anda memakainya untuk menghubungi Anda. Kode tidak pernah dikirim ke nomor ini.",
    change: "Ganti nomor telepon",
    changeHint:
      "Anda perlu kata sandi dan kode autentikator. Nomor baru berlaku setelah 24 jam; pemberitahuan dikirim ke surel Anda.",
    number: "Nomor telepon baru",
    send: "Ganti nomor",
    asked: "Penggantian dicatat. Pemberitahuan dikirim ke surel Anda.",
    waits: "Nomor baru",
    waitsHint: "Sampai saat itu nomor lama tetap berlaku.",
    cancelled: "Penggantian dibatalkan. Nomor lama tetap berlaku.",
  },
};

export type Contact = typeof id;
