/** What a page says without JavaScript. It stands in the HTML alone: no script needs its words. */
export const id =
  "Halaman ini memerlukan JavaScript. Nyalakan JavaScript di peramban Anda, lalu muat ulang.";
