export const id = {
  notDownloaded: "Berkas belum diunduh.",
  notDownloadedOffline: "Tidak ada sambungan internet. Periksa jaringan Anda, lalu coba lagi.",
  loginInNewTabLink: "Masuk lagi di tab baru, lalu unduh di sini",
};

export type Download = typeof id;
