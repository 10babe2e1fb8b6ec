/** Chapters of the guide: what is asked for and decided. Words of pages stand in «»: a test finds each of them there. */
export const id = {
  pengajuan: {
    title: "Pengajuan dan pemberitahuan",
    lead: "Perubahan data diajukan, lalu diputuskan instansi Anda. Anda selalu melihat siapa yang memegangnya.",
    sections: {
      ajukan: {
        title: "Membuat pengajuan",
        picture: "Pilihan setelah «Buat pengajuan»: bagian data, laporan, foto, dan cuti.",
        steps: [
          "Buka «Pengajuan saya», lalu tekan «Buat pengajuan».",
          "Pilih bagian data yang akan diubah, «Laporkan data yang salah», «Foto kartu diperiksa petugas», atau «Cuti».",
          "Ubah isian yang salah saja; tanda * wajib diisi. Draf tersimpan sendiri.",
          "Lampirkan berkas bukti bila diminta: PDF atau JPG, paling besar 2 MB, paling banyak tiga.",
          "Tekan «Periksa jawaban Anda», baca lagi semuanya, lalu tekan «Kirim». Catat nomor pengajuan, atau pilih «Unduh bukti pengajuan (PDF)».",
        ],
      },
      keadaan: {
        title: "Mengikuti pengajuan",
        points: [
          "«Diajukan» dan «Dalam verifikasi»: di tangan instansi Anda, paling lambat 3×24 jam.",
          "«Perlu klarifikasi»: petugas bertanya. Pilih «Jawab pertanyaan ini» sebelum batas waktunya; tanpa jawaban pengajuan menjadi «Kedaluwarsa».",
          "«Disetujui»: data sudah diubah, dan kartu mengikuti sendiri.",
          "«Ditolak»: baca alasannya. «Ajukan lagi» membuka formulir dengan semua isian Anda.",
          "«Tarik pengajuan» mengakhiri pengajuan yang belum diputuskan.",
        ],
      },
      pemberitahuan: {
        title: "Pemberitahuan dan pengumuman",
        text: [
          "Di halaman kartu, «Menunggu Anda» menyebut apa yang hanya dapat Anda kerjakan, «Pengumuman» memuat surat edaran dan ketentuan instansi, dan «Pemberitahuan» apa yang terjadi dengan kartu, data, dan akun Anda.",
          "Pemberitahuan juga dikirim lewat surel. Tentang keamanan akun dikirim segera; yang lain dapat digabung dalam satu ringkasan sehari.",
        ],
      },
    },
  },
  cuti: {
    title: "Cuti",
    lead: "Sisa cuti tahunan, permintaan cuti, dan keputusannya (PP 11/2017 jo. PP 17/2020; Peraturan BKN 24/2017 jo. 7/2021).",
    sections: {
      sisa: {
        title: "Sisa cuti",
        picture: "Halaman «Cuti» dengan «Catatan Cuti»: sisa cuti tahunan menurut tahun.",
        text: [
          "Pilih «Cuti» di halaman kartu. Bagian «Catatan Cuti» menunjukkan hak tiap tahun, yang sedang diajukan, yang sudah diambil, dan yang akan hangus.",
        ],
      },
      minta: {
        title: "Mengajukan cuti",
        picture: "Formulir permintaan cuti: jenis, alasan, dan hari-harinya.",
        steps: [
          "Tekan «Ajukan cuti», lalu pilih jenis: «Cuti Tahunan», «Cuti Besar», «Cuti Sakit», «Cuti Melahirkan», «Cuti Karena Alasan Penting», atau «Cuti di Luar Tanggungan Negara». Yang ditawarkan sesuai status kepegawaian Anda.",
          "Isi alasan, hari pertama dan terakhir, alamat, dan telepon. Halaman menghitung hari kerjanya menurut kalender Anda, dan menyebut semua yang belum memenuhi aturan sekaligus.",
          "Lampirkan berkas bila jenis dan alasan itu memerlukannya, misalnya surat keterangan dokter.",
          "Periksa, lalu kirim. Harinya langsung dipesan dari sisa cuti Anda.",
        ],
      },
      keputusan: {
        title: "Keputusannya",
        points: [
          "Atasan langsung memberi pertimbangan, lalu pejabat yang berwenang memutuskan. Siapa mereka disebut sebelum Anda mengirim.",
          "«Perubahan» kembali ke Anda: ubah hari-harinya, lalu kirim lagi. «Ditangguhkan»: harinya dapat dipakai tahun depan. «Tidak disetujui»: harinya kembali ke sisa.",
        ],
      },
      memutuskan: {
        title: "Bila Anda yang memutuskan",
        steps: [
          "Siapa pun yang bertindak dalam jabatan penentu, juga sebagai Plh. atau Plt., membuka «Menunggu keputusan saya».",
          "Baca permintaannya: hari-harinya, sisa cuti, berkas, dan «Yang perlu diperhatikan».",
          "Pilih «Disetujui», «Perubahan», «Ditangguhkan», atau «Tidak disetujui»; tulis alasannya bila bukan «Disetujui».",
        ],
      },
    },
  },
  surat: {
    title: "Surat",
    lead: "Surat keterangan tentang Anda, dan surat yang menunggu tanda tangan Anda. Setiap surat dapat diperiksa siapa saja lewat QR-nya.",
    sections: {
      minta: {
        title: "Meminta surat keterangan",
        steps: [
          "Buka «Surat saya», lalu tekan «Minta surat keterangan».",
          "Pilih surat dan tulis keperluannya. Periksa, lalu kirim.",
          "Petugas menulisnya, pejabat menandatanganinya, dan Anda diberi tahu. «Surat saya» menyebut di mana suratnya: «Sedang ditulis petugas», «Menunggu tanda tangan», atau «Ditandatangani».",
        ],
      },
      tandatangan: {
        title: "Bila Anda yang menandatangani",
        steps: [
          "Surat untuk jabatan Anda, juga sebagai Plh. atau Plt., ada di «Menunggu keputusan saya».",
          "Baca suratnya, lalu pilih «Tanda tangani» atau «Kembalikan kepada petugas» dengan alasannya. Nomor dan tanggal tetap setelah ditandatangani.",
        ],
      },
    },
  },
  presensi: {
    title: "Presensi",
    lead: "Apa yang dicatat mesin, arti setiap hari, dan koreksinya (Perpres 21/2023; PP 94/2021).",
    sections: {
      baca: {
        title: "Membaca bulan Anda",
        text: [
          "Buka «Presensi saya». «Hari demi hari» menunjukkan jadwal, catatan mesin, dan artinya. Cuti yang disetujui terhitung sendiri, juga bila disetujui kemudian.",
        ],
      },
      koreksi: {
        title: "Bila ada yang salah",
        steps: [
          "Tekan «Ajukan koreksi», pilih tanggalnya, isi «Jam masuk», «Jam pulang», atau «Alasan tidak di kantor», dan alasannya. Surat dapat dilampirkan.",
          "Petugas memutuskan. Catatan mesin tetap seperti adanya; koreksi berdiri di sampingnya. Bulan yang sudah terkunci tidak dapat dikoreksi sebelum petugas membukanya.",
        ],
      },
      unit: {
        title: "Bagi petugas",
        points: [
          "«Rekap unit» menunjukkan sebulan satu unit, dapat diunduh, lalu dikunci. Ambang PP 94/2021 hanya ditampilkan; tidak ada hukuman yang berjalan sendiri.",
          "«Mesin dan impor» menerima berkas mesin; yang ditolak disebut menurut baris berkasnya. «Jadwal dan ketentuan» memuat sif dan angka instansi Anda.",
        ],
      },
    },
  },
  pelatihan: {
    title: "Pelatihan",
    lead: "Tawaran, kursi, sertifikat, dan jam pelajaran (JP) setahun (PP 11/2017 pasal 203).",
    sections: {
      daftar: {
        title: "Mendaftar",
        steps: [
          "Pilih pelatihan di «Pelatihan yang ditawarkan», lalu tekan «Daftar». Urutan pendaftaran menentukan kursi; bila habis, Anda masuk daftar tunggu.",
          "Kursi pasti setelah atasan langsung menyetujui. Bila kursi kosong ditawarkan kepada Anda, tekan «Ambil kursi» sebelum batas waktunya.",
        ],
      },
      hasil: {
        title: "Sertifikat dan JP",
        text: [
          "Sesudah selesai, «Sertifikat Anda» dapat diunduh dan diperiksa lewat QR-nya. «Jam pelajaran Anda» menunjukkan JP tiap tahun terhadap target.",
        ],
      },
      setuju: {
        title: "Bila Anda atasannya",
        text: [
          "Pendaftaran pegawai Anda ada di «Menunggu keputusan saya»: «Setujui» atau «Tidak setujui» dengan alasannya, sebelum batas waktunya.",
        ],
      },
    },
  },
  kalender: {
    title: "Kalender kerja",
    lead: "Hari kerja, hari libur, cuti bersama, dan jam kerja yang berlaku bagi Anda.",
    sections: {
      baca: {
        title: "Membaca kalender",
        picture: "Halaman «Kalender kerja»: hari ini, jam kerja, dan hari libur.",
        text: [
          "Pilih «Kalender kerja» di halaman kartu. Anda melihat hari kerja berikutnya, jam kerja (juga jam kerja Ramadan), dan hari libur tiap bulan: «Libur nasional», «Cuti bersama», dan «Libur daerah».",
          "Hari libur setahun dapat diunduh sebagai berkas .ics untuk aplikasi kalender Anda. Hari libur daerah dan lima atau enam hari kerja seminggu diisi instansi Anda.",
        ],
      },
    },
  },
};

export type GuideServices = typeof id;
