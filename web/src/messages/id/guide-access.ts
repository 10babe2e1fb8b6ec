/** Chapters of the guide: the account, from its activation to its loss. Words of pages stand in «»: a test finds each of them there. */
export const id = {
  aktivasi: {
    title: "Mengaktifkan akun",
    lead: "Sekali saja, sebelum login pertama. Juga PPPK yang belum pernah masuk memulai di sini.",
    sections: {
      siapkan: {
        title: "Siapkan",
        points: [
          "NIP atau NI PPPK Anda, 18 angka.",
          "Alamat surel yang terdaftar di data kepegawaian (SIASN), dan yang dapat Anda buka.",
          "Ponsel dengan aplikasi autentikator: Google Authenticator, Microsoft Authenticator, atau aplikasi TOTP lain. Jam ponsel diatur otomatis; zona waktu mana pun boleh.",
        ],
      },
      sandi: {
        title: "Membuat kata sandi",
        picture:
          "Halaman «Lupa Password / Aktivasi» di ponsel: isian NIP, captcha, dan tombol «Check».",
        steps: [
          "Di halaman login pilih «Lupa Password / Aktivasi». Ketik NIP dan captcha, lalu tekan «Check».",
          "Ketik alamat surel persis seperti yang terdaftar, lalu tekan «Kirim».",
          "Buka surel Anda, juga folder spam. Ketik kode 6 angka dan kata sandi baru dua kali: paling sedikit 12 karakter dengan huruf besar, huruf kecil, angka, dan simbol. Tekan «Reset password».",
        ],
      },
      autentikator: {
        title: "Memasang autentikator",
        steps: [
          "Masuk dengan NIP dan kata sandi baru. Anda sampai di «Pasang autentikator di ponsel Anda» dengan sendirinya.",
          "Pindai kode QR dengan aplikasinya. Bila aplikasinya di perangkat yang sama, tekan «Buka di aplikasi autentikator» atau «Salin kunci».",
          "Ketik 6 angka yang muncul di «One-time code», beri nama di «Device Name», lalu tekan «Submit».",
          "Cetak atau simpan sepuluh kode pemulihan, terpisah dari ponsel: hanya ditampilkan sekali. Tekan «Sudah saya simpan, lanjut masuk».",
        ],
      },
      surel: {
        title: "Surel terdaftar salah atau belum ada",
        text: [
          "Tidak ada kode yang datang? Halaman itu sengaja menjawab sama untuk alamat yang benar dan yang salah. Datang ke bagian kepegawaian (BKPSDM) dengan kartu identitas: seorang petugas mengganti alamatnya, petugas lain menyetujuinya.",
          "Bila instansi Anda membuka «Pemutakhiran kontak», alamat dan nomor ponsel dapat diisi sendiri tanpa masuk, sampai hari terakhir yang disebut di sana.",
        ],
      },
    },
  },
  masuk: {
    title: "Login",
    lead: "Setiap kali masuk: NIP, kata sandi, dan kode dari ponsel.",
    sections: {
      login: {
        title: "Masuk dengan kata sandi",
        picture:
          "Halaman «Login dengan Akun» di ponsel: isian NIP dan kata sandi, «Ingat Saya», dan tombol «Login».",
        steps: [
          "Periksa alamat situs. Buka «Login dengan Akun», ketik NIP dan kata sandi, lalu tekan «Login». «Ingat Saya» hanya menyimpan NIP, di perangkat itu.",
          "Buka aplikasi autentikator, ketik 6 angka untuk akun ini, lalu tekan «Masuk».",
        ],
      },
      qr: {
        title: "Masuk di komputer dengan ponsel",
        steps: [
          "Di komputer pilih «Masuk dengan kode QR». Di ponsel, masuk dulu ke situs ini.",
          "Arahkan kamera ponsel ke kode QR di komputer, lalu buka tautannya.",
          "Ketik di ponsel angka yang tampil di komputer dan kode autentikator, lalu tekan «Izinkan masuk». Untuk pekerjaan petugas atau operator, masuk di komputer dengan kata sandi.",
        ],
      },
      gagal: {
        title: "Kode selalu ditolak?",
        points: [
          "Nyalakan waktu otomatis di pengaturan ponsel, tutup dan buka lagi aplikasi autentikator, lalu pakai kode berikutnya. Kode yang sudah dipakai tidak dapat dipakai lagi.",
          "Setelah lima kode yang salah, langkahnya dimulai lagi dari login.",
          "Setiap kegagalan menampilkan kode rujukan. Sebutkan kode itu saat meminta bantuan.",
        ],
      },
      keluar: {
        title: "Keluar",
        text: [
          "Tekan «Keluar» di perangkat yang dipakai orang lain juga. Sebelum sesi berakhir sendiri, halaman bertanya; tekan «Tetap masuk» bila masih bekerja.",
        ],
      },
    },
  },
  pemulihan: {
    title: "Lupa kata sandi, ponsel hilang",
    lead: "Kata sandi Anda pulihkan sendiri; autentikator dengan kode pemulihan, atau di loket.",
    sections: {
      sandi: {
        title: "Lupa kata sandi",
        text: [
          "Pakai «Lupa Password / Aktivasi» di halaman login, seperti pada aktivasi. Autentikator Anda tetap berlaku.",
        ],
      },
      ponsel: {
        title: "Ponsel hilang, rusak, atau diganti",
        steps: [
          "Masih ada ponsel lain dengan autentikator yang sama? Pakai kodenya.",
          "Punya kode pemulihan? Masuk dengan kata sandi, pilih «Ponsel hilang? Pakai kode pemulihan», ketik satu kode, lalu tekan «Cabut autentikator lama». Masuk sekali lagi dan pasang autentikator baru.",
          "Tidak punya? Datang ke BKPSDM dengan identitas asli. Dua petugas memeriksa permintaan Anda; setelah itu pasang autentikator di ponsel baru.",
        ],
      },
      dicuri: {
        title: "Akun mungkin dipakai orang lain",
        points: [
          "Masih masuk? Di «Akun», bagian «Bekukan akun», tekan «Bekukan akun saya». Tidak ada yang dapat masuk lagi, termasuk Anda, sampai BKPSDM membukanya.",
          "Surel tentang reset yang tidak Anda minta memuat tautan untuk membatalkannya.",
          "Petugas tidak pernah meminta kata sandi atau kode autentikator Anda.",
        ],
      },
    },
  },
  akun: {
    title: "Akun dan data Anda",
    lead: "Yang membuka akun Anda, dan semua data yang disimpan tentang Anda.",
    sections: {
      akun: {
        title: "Halaman «Akun»",
        picture: "Halaman «Akun»: kata sandi, autentikator, dan alamat surel.",
        points: [
          "Ganti kata sandi, surel, dan nomor telepon. Surel baru dibuktikan dengan kode; nomor baru berlaku setelah 24 jam.",
          "«Buat kode pemulihan baru» dan «Ganti autentikator», misalnya sebelum mengganti ponsel.",
          "«Perangkat» menunjukkan di mana akun Anda sedang masuk; «Keluarkan semua perangkat lain» mengakhiri yang lain.",
          "«Riwayat akun» mencatat setiap peristiwa, dan siapa yang melakukannya.",
        ],
      },
      data: {
        title: "Halaman «Data saya»",
        picture:
          "Halaman «Data saya» dengan data kepegawaian dan tombol untuk melaporkan yang salah.",
        points: [
          "Semua data kepegawaian Anda di sini. Menurut UU 27/2022 Anda berhak melihatnya, meminta perbaikannya, dan mendapat salinannya.",
          "«Minta salinan» membuat satu berkas dengan semua data Anda.",
          "«QR kartu Anda», «NIP saat kartu diperiksa», dan «Jejak pindai» mengatur dan menunjukkan pemeriksaan kartu.",
        ],
      },
    },
  },
};

export type GuideAccess = typeof id;
