/** Chapters of the guide: what the card is, how it is made, taken along and checked. Words of pages stand in «»: a test finds each of them there. */
export const id = {
  tujuan: {
    title: "Tujuan kartu",
    lead: "Kartu ASN Virtual adalah identitas PNS dan PPPK, yang digambar sendiri dari data kepegawaian dan satu foto.",
    sections: {
      kegunaan: {
        title: "Untuk apa",
        points: [
          "Kelengkapan administrasi kepegawaian, dan tanda pengenal bagi siapa pun yang memintanya. Surat Edaran Kepala BKN Nomor 16 Tahun 2022 memuat pedoman penerbitan dan penggunaannya.",
          "Kartu memuat nama, NIP atau NI PPPK, foto, Nomor Seri, Kode Periksa, dan kode QR. Kartu PNS berwarna merah ke ungu, kartu PPPK toska ke ungu.",
          "Kartu tidak perlu diusulkan: ia dibuat begitu foto Anda digunakan, dan dibuat lagi sendiri setiap kali data kepegawaian berubah.",
        ],
      },
      berlaku: {
        title: "Selama apa berlaku",
        points: [
          "Selama Anda PNS atau PPPK. Kartu berakhir sendiri bersama hubungan kerja, misalnya pada hari terakhir perjanjian kerja.",
          "Kartu yang hilang tidak perlu diganti dengan biaya: unduh atau cetak lagi.",
          "Mengunduh dan mencetak tidak wajib. Yang menentukan bukan gambarnya, tetapi jawaban saat kode QR-nya diperiksa.",
        ],
      },
    },
  },
  membuat: {
    title: "Membuat kartu",
    lead: "Yang Anda kerjakan hanya foto. Kartunya digambar sendiri.",
    sections: {
      foto: {
        title: "Mengganti foto",
        picture:
          "Studio foto di langkah «1. Bingkai»: foto di dalam bingkai, dengan garis untuk mata dan kepala.",
        steps: [
          "Masuk, lalu di halaman kartu pilih «Pilih foto»; bila sudah ada kartu, «Ubah Foto».",
          "Lihat «Contoh foto yang benar dan yang salah»: potret berwarna, terang, tidak buram; pakaian khaki, batik, atau putih polos dengan atribut ASN lengkap; badan sedikit serong ke kanan.",
          "Tekan «Pilih Foto» atau «Ambil Foto». JPEG, PNG, atau WebP dari mana pun boleh: studio foto mengubahnya menjadi PNG 450 × 575 piksel.",
          "Di «1. Bingkai», geser dan perbesar sampai mata ada pada garis putus-putus.",
          "Di «2. Latar», hapus latar belakang, lalu rapikan dengan kuas bila perlu.",
          "Di «3. Periksa», lihat syarat yang sudah dan belum terpenuhi, lalu tekan «Kirim untuk diperiksa».",
          "Setelah foto diterima, lihat pratinjau kartu, potret dan lanskap. Tidak ada yang berubah sampai Anda menekan «Gunakan foto ini».",
        ],
      },
      ditolak: {
        title: "Foto ditolak?",
        picture:
          "Foto yang ditolak: syarat yang belum lolos, nilai yang terukur, dan tombol «Perbaiki di studio foto».",
        text: [
          "Setiap syarat yang belum lolos disebut bersama nilai yang terukur dan cara memperbaikinya. Tekan «Perbaiki di studio foto», atau pilih foto lain.",
          "Foto yang terus ditolak dapat Anda mintakan dilihat petugas: lihat bab tentang pengajuan. Jangan mengunggah wajah Anda ke situs penghapus latar milik pihak lain; studio foto menghapus latar di perangkat Anda sendiri.",
        ],
      },
      data: {
        title: "Data pada kartu salah?",
        text: [
          "Kartu selalu mengikuti data kepegawaian. Ajukan perubahannya, atau laporkan yang salah, lewat «Ajukan atau laporkan» di halaman kartu. Setelah data diperbaiki, kartu baru tampil sendiri.",
        ],
      },
    },
  },
  unduh: {
    title: "Menunjukkan, mengunduh, dan mencetak",
    lead: "Tunjukkan kartu dari ponsel, atau bawa sebagai berkas dan cetakan.",
    sections: {
      tunjukkan: {
        title: "Menunjukkan kartu",
        picture:
          "Halaman kartu di ponsel: kartu potret, tombol untuk bentuk dan sisi, dan «Layar penuh».",
        steps: [
          "Buka halaman kartu. Pilih «Potret» atau «Lanskap», dan «Depan» atau «Belakang».",
          "Tekan «Layar penuh» saat kartu akan dipindai: kode QR-nya menjadi besar, dan layar tidak padam.",
          "Tanpa jaringan, kartu terakhir tetap tampil pada perangkat yang pernah membukanya, paling lama 30 hari, sampai Anda keluar.",
        ],
      },
      berkas: {
        title: "Mengunduh dan mencetak",
        picture: "Menu «Download atau print» yang terbuka, dengan empat berkas dan «Print».",
        steps: [
          "Di halaman kartu, buka «Download atau print».",
          "Pilih «Download depan (PNG)», «Download belakang (PNG)», «Download PDF (kartu)», atau «Download PDF (A4)» dengan kedua sisi dan garis potong.",
          "«Print» mencetak pada ukuran sebenarnya, 85,60 × 53,98 mm. Matikan pengubahan skala di kotak dialog cetak.",
        ],
      },
      hilang: {
        title: "Cetakan atau gambar kartu hilang?",
        text: [
          "Di «Data saya», tekan «Jeda QR» selama Anda mencari, atau «Ganti QR». Setelah diganti, semua cetakan dan berkas lama dijawab «Diganti» untuk selamanya, dan kartu baru dibuat sendiri.",
        ],
      },
    },
  },
  pindai: {
    title: "Memindai dan memeriksa kartu",
    lead: "Siapa pun dapat memeriksa kartu dengan ponselnya sendiri, tanpa akun dan tanpa aplikasi.",
    sections: {
      periksa: {
        title: "Memeriksa kartu",
        steps: [
          "Pindai kode QR pada kartu dengan kamera ponsel Anda.",
          "Bandingkan alamat di peramban dengan alamat resmi yang tercetak di sisi belakang kartu.",
          "Isi captcha, lalu tekan «Periksa».",
          "Bandingkan nama dan foto pada hasil dengan orang di depan Anda. Gambar kartu saja tidak membuktikan apa-apa.",
        ],
      },
      nomor: {
        title: "QR tidak terbaca, atau tanpa jaringan",
        text: [
          "Buka alamat resmi, tambahkan /periksa, lalu ketik «Nomor Seri» dan «Kode Periksa» dari sisi depan kartu.",
          "Halaman /pindai memeriksa tanda tangan kode QR juga tanpa jaringan, setelah Anda menekan «Siapkan sekarang» selagi ada jaringan. Hasil seperti itu tanpa foto.",
        ],
      },
      hasil: {
        title: "Arti hasilnya",
        picture: "Hasil pemeriksaan «Sah» dengan foto, nama, dan NIP yang disamarkan.",
        points: [
          "«Sah»: kartu berlaku saat itu. Terima bila wajahnya sama.",
          "«Ditangguhkan», «Belum berlaku», «Berakhir»: jangan terima sebagai identitas.",
          "«Diganti»: minta pemegangnya membuka kartu terbaru.",
          "«Tidak dikenal»: jangan terima, dan laporkan ke BKPSDM.",
        ],
      },
      jejak: {
        title: "Yang dilihat pemegang dan pemeriksa",
        text: [
          "Pemeriksa melihat NIP yang disamarkan. Bila suatu layanan memerlukan NIP lengkap, pemegang membukanya satu jam di «Data saya» dengan «Buka NIP satu jam».",
          "Pemegang melihat kapan dan dari daerah mana kartunya diperiksa selama 90 hari, di «Data saya», bagian «Jejak pindai». Siapa yang memeriksa tidak dicatat.",
        ],
      },
    },
  },
};

export type GuideCard = typeof id;
