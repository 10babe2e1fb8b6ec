/** Of a device whose clock is wrong. */
export const id = {
  slow: (by: string) => `Jam perangkat ini terlambat ${by}.`,
  fast: (by: string) => `Jam perangkat ini lebih cepat ${by}.`,
  advice:
    "Jika aplikasi autentikator ada di perangkat ini, kodenya akan ditolak: nyalakan waktu otomatis di pengaturan.",
  seconds: (n: number) => `${n} detik`,
  minutes: (n: number) => `${n} menit`,
  hours: (n: number) => `${n} jam`,
};

export type ClockText = typeof id;
