/** The steps after a lost phone, to read and to print. Words of pages stand in «»: a test finds each of them there. */
export const id = {
  print: "Cetak",
  deskTitle: "Ponsel hilang? Langkah petugas",
  holder: {
    lead: "Ponsel hilang, rusak, atau ganti? Kata sandi Anda tetap. Yang diganti hanya autentikator, aplikasi yang menampilkan kode 6 angka.",
    parts: [
      {
        title: "1. Coba dulu sendiri",
        steps: [
          "Autentikator yang sama juga terpasang di ponsel lain (kode QR yang sama pernah dipindai dua kali)? Pakai kode dari ponsel itu.",
          "Punya kode pemulihan? Buka situs ini, masuk dengan NIP dan kata sandi. Di halaman kode, pilih «Ponsel hilang? Pakai kode pemulihan», ketik satu kode, tekan «Cabut autentikator lama». Masuk sekali lagi dengan kata sandi, lalu pasang autentikator di ponsel baru.",
        ],
      },
      {
        title: "2. Tidak ada kode: datang ke loket kepegawaian (BKPSDM)",
        steps: [
          "Bawa identitas asli (KTP-el, kartu pegawai, SIM, atau paspor) dan ponsel yang dapat membuka surel Anda.",
          "Petugas mengirim kode 8 angka ke surel Anda. Bacakan kode itu kepada petugas. Petugas tidak pernah meminta kata sandi Anda.",
          "Setelah petugas kedua menyetujui, biasanya dalam beberapa menit, lanjut ke bagian 4. Untuk petugas, penyetuju, auditor, dan operator, juga bila alamat surel baru diganti, berlakunya 24 jam kemudian.",
        ],
      },
      {
        title: "3. Tidak dapat datang",
        steps: [
          "Hubungi loket. Petugas mengajukan reset tanpa kehadiran Anda.",
          "Anda menerima surel saat reset diajukan dan saat disetujui. 24 jam setelah disetujui, lanjut ke bagian 4.",
        ],
      },
      {
        title: "4. Pasang autentikator di ponsel baru",
        steps: [
          "Pasang aplikasi autentikator di ponsel baru, misalnya Google Authenticator atau Microsoft Authenticator.",
          "Buka situs ini, pilih «Login», masuk dengan NIP dan kata sandi. Lupa kata sandi? Pakai «Lupa Password / Aktivasi» dulu.",
          "Ketik kode 8 angka yang dikirim ke surel Anda, tekan «Lanjut ke autentikator».",
          "Pindai kode QR dengan aplikasi, ketik kode 6 angka yang muncul, beri nama perangkat, tekan «Submit».",
          "Simpan atau cetak sepuluh kode pemulihan yang baru, terpisah dari ponsel. Tekan «Sudah saya simpan, lanjut masuk», lalu masuk dengan kata sandi dan kode 6 angka berikutnya dari aplikasi.",
        ],
      },
      {
        title: "Ponsel dicuri, atau surel tentang reset yang tidak Anda minta",
        steps: [
          "Kartu tersimpan di ponsel itu, dan Anda masih masuk di komputer? Di «Data saya», tekan dulu «Jeda QR» atau «Ganti QR».",
          "Masih masuk di komputer? Buka «Akun» dan bekukan akun Anda. Kalau tidak, minta petugas membekukannya.",
          "Tautan di surel itu membatalkan reset. Tidak ada yang bisa masuk ke akun yang dibekukan sampai petugas bertemu dengan Anda.",
        ],
      },
    ],
    contact: "Loket kepegawaian instansi Anda (diisi instansi sebelum dibagikan)",
    fields: ["Alamat dan jam layanan", "Telepon", "Surel"],
  },
  desk: {
    lead: "Untuk petugas: dari pemegang di loket sampai autentikator barunya terpasang, paling lama 3 menit kerja. Satu orang mengajukan, orang lain menyetujui.",
    parts: [
      {
        title: "Pemegang hadir",
        steps: [
          "Periksa identitas asli. Cari pegawai di «Pegawai», buka datanya, lihat bagian «Akun».",
          "Tekan «Reset autentikator». Pilih «hadir di loket (langsung)», tekan «Kirim kode ke surel pemegang».",
          "Ketik kode 8 angka yang dibacakan pemegang, pilih identitas yang dilihat, ketik nomor tiket dan alasan. Tekan «Ajukan ke penyetuju».",
          "Minta penyetuju membuka «Persetujuan», memeriksa alasannya, dan menekan «Setujui». Anda tidak menyetujui pengajuan sendiri, dan tidak untuk akun sendiri.",
          "Dampingi pemegang: masuk dengan NIP dan kata sandi, kode dari surel, kode QR, kode 6 angka, simpan kode pemulihan. Jangan lihat kata sandinya.",
        ],
      },
      {
        title: "Pemegang tidak hadir, memegang peran, atau surelnya baru diganti",
        steps: [
          "Pilih «tidak hadir (24 jam)». Pemegang mendapat surel dengan tautan untuk membatalkan.",
          "24 jam setelah disetujui, masuk berikutnya dengan kata sandi memasang autentikator baru.",
        ],
      },
      {
        title: "Keadaan lain",
        steps: [
          "Kata sandi juga lupa: pemegang memakai «Lupa Password / Aktivasi» lebih dulu.",
          "Surel tidak dapat dibuka: sebelum mengajukan reset, ubah alamatnya di data pegawai; kode ke alamat baru baru dapat dikirim setelah 24 jam. Akun tanpa autentikator: «Betulkan alamat surel», berlaku begitu penyetuju setuju.",
          "Ponsel dicuri: tekan «Bekukan akun» dulu. Untuk pemegang peran, dua operator yang membekukan.",
          "Akun dibekukan: setelah bertemu pemegangnya, tekan «Cairkan akun». Bila pemegang sendiri atau operator yang membekukan, penyetuju ikut memutuskan. Autentikator baru dipasang sesudahnya.",
        ],
      },
    ],
    contact: "Di loket ini (diisi instansi)",
    fields: ["Penyetuju yang dihubungi", "Operator", "Tempat mencatat nomor tiket"],
  },
};

export type LostPhone = typeof id;
