/** Of forms with a password, while work is done or a lock is waited for. */
export const id = {
  checking: (percent: number) => `Memeriksa keamanan … ${percent}%`,
  waiting: (seconds: number) => `Menunggu ${seconds} detik, lalu dilanjutkan otomatis …`,
};

export type Delay = typeof id;
