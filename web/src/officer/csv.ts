/** Tables as files that a spreadsheet opens with a double click, wherever the computer's settings are Indonesian. */

/** What a spreadsheet would carry out («CSV Injection», OWASP), also behind blanks, and in its full-width forms. */
const carriedOut = /^\s*[=+\-@\t\r\n＝＋－＠]/;

/**
 * Rows for RFC 4180, but divided by semicolons: where the comma divides decimals, Excel divides columns by them. The mark of the
 * byte order tells Excel that it is UTF-8.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(";")}\r\n`).join("")}`;
}

/** Always in quotation marks, so that nothing in it ends the cell; an apostrophe makes what would be carried out a text. */
function cellOf(text: string): string {
  const harmless = carriedOut.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
