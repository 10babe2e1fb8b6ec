/** Of the login's page, for who is signed in. */
export const id = {
  signedInAs: "Anda sudah masuk sebagai",
  onward: "Lanjutkan",
  another: "Masuk dengan akun lain",
};

export type SignedInText = typeof id;
