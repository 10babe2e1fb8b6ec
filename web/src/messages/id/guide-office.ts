/** Chapters of the guide for officers and operators. Words of pages stand in «»: a test finds each of them there. */
export const id = {
  petugas: {
    title: "Untuk petugas kepegawaian",
    lead: "Petugas mengubah data, penyetuju memutuskan, auditor membaca. Tidak ada yang memutuskan pengajuannya sendiri.",
    sections: {
      beranda: {
        title: "Yang menunggu Anda",
        picture: "«Beranda» petugas: yang menunggu, dan mutu data.",
        text: [
          "«Beranda» menyebut semua yang menunggu, yang paling mendesak lebih dulu, dan «Papan mutu data» menunjukkan di mana data paling banyak kurang. Halaman lain ada di bawah «Lainnya».",
        ],
      },
      pegawai: {
        title: "Mencari dan mengubah data",
        picture: "Perubahan data sebelum disimpan: lama dan baru bersebelahan.",
        steps: [
          "Di «Pegawai», cari nama, NIP, unit kerja, atau saringan lain, lalu buka datanya.",
          "Ubah isian, sebut dasarnya (SK), lihat lama dan baru bersebelahan, lalu simpan. Perubahan yang menentukan kartu dan status diputuskan orang kedua.",
          "Perubahan dengan TMT yang akan datang dicatat sebagai keputusan: ia berlaku sendiri pada pukul 00.00 TMT-nya.",
          "Bila petugas lain mengubah data itu lebih dulu, perubahannya ditampilkan; isian Anda tidak hilang.",
        ],
      },
      antrean: {
        title: "Pengajuan, foto, dan persetujuan",
        points: [
          "«Pengajuan pegawai»: baca yang diajukan dan berkasnya, lalu setujui, tolak dengan alasan, atau minta klarifikasi. Batasnya 3×24 jam.",
          "«Pemeriksaan foto»: foto yang pakaian, pose, atau kemiripannya hanya dapat dinilai orang.",
          "«Persetujuan»: yang diajukan petugas lain dan menunggu orang kedua.",
        ],
      },
      akun: {
        title: "Akun pegawai",
        text: [
          "Ponsel hilang, surel salah, akun dibekukan: langkah di loket ada di data pegawai, bagian akun, dan di halaman «Ponsel hilang? Langkah petugas». «Akun yang perlu ditangani» mengumpulkan akun yang belum aktif atau surelnya tidak sampai.",
        ],
      },
      banyak: {
        title: "Banyak pegawai sekaligus",
        points: [
          "«Impor pegawai»: berkas Excel atau CSV diperiksa dulu di perangkat Anda, baris demi baris, sebelum dikirim.",
          "«Ekspor»: pegawai yang ditemukan saringan, dalam satu berkas.",
          "«Cetak kartu dan surat»: kartu atau surat aktivasi satu unit kerja sebagai PDF.",
          "«Unit kerja»: tambah, ganti nama, gabungkan, pindahkan, atau tutup unit; pegawainya ikut.",
        ],
      },
      layanan: {
        title: "Jabatan yang memutuskan, kalender, pengumuman",
        points: [
          "«Pejabat penentu»: jabatan mana yang memberi pertimbangan dan keputusan, siapa yang bertindak di dalamnya, juga Plh. dan Plt.",
          "«Kalender instansi»: hari libur daerah dan hari kerja seminggu.",
          "«Pengumuman»: surat edaran, jadwal, ketentuan, dan hasil, dengan satu PDF bila perlu.",
          "«Pemutakhiran kontak»: meminta surel dan nomor ponsel dari sekelompok pegawai sampai hari terakhir yang Anda tentukan.",
        ],
      },
    },
  },
  operator: {
    title: "Untuk operator",
    lead: "Operator menjaga instansi, peran, dan rupa kartu; data pegawai tidak diubahnya.",
    sections: {
      peran: {
        title: "Peran dan instansi",
        picture: "Halaman peran: pengajuan operator lain yang menunggu keputusan.",
        points: [
          "Peran diberikan dan dicabut oleh dua operator: yang satu mengajukan, yang lain menyetujui. Begitu disetujui, langsung berlaku.",
          "Di halaman instansi: nama, zona waktu, dan lambangnya.",
          "Pratinjau template menunjukkan kartu dengan nama dan jabatan yang paling sulit.",
        ],
      },
      bantuan: {
        title: "Saat pengguna melapor",
        text: [
          "Minta kode rujukan yang tampil bersama pesannya: dengan kode itu catatan layanan ditemukan tanpa menyebut nama atau NIP.",
        ],
      },
    },
  },
};

export type GuideOffice = typeof id;
