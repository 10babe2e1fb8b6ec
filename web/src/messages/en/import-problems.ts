import { kedudukanHukumNames } from "#shared/employee/kedudukan-hukum.ts";
import type { ImportProblems } from "../id/import-problems.ts";

const sexes = new Map<unknown, string>([
  ["M", "male"],
  ["F", "female"],
]);

export const en: ImportProblems = {
  "file-empty": "the file is empty.",
  "file-too-large": ({ max }) => `the file is larger than ${max ?? 64} MB. Split it by unit.`,
  "file-unknown": "neither CSV nor an Excel workbook. Save it as .xlsx or .csv.",
  "file-old-excel":
    "an old Excel workbook (.xls), or one with a password. Open it and save it as .xlsx without a password.",
  "file-damaged": "the Excel workbook is damaged. Open it in Excel and save it again as .xlsx.",
  "file-expands": "the file expands beyond reason when it is opened, so it is not read.",
  "file-macros": "the workbook has macros. Save it as .xlsx without macros.",
  "file-locked": "the file is locked with a password. Save it again without one.",
  "file-quotes": ({ row }) =>
    `the quotation marks in row ${row ?? ""} are not in pairs, so nobody can see where it ends.`,
  "file-too-many-columns": ({ max }) => `more than ${max ?? 500} columns.`,
  "file-too-many-rows": ({ max }) => `more than ${max ?? 200_000} rows. Split it by unit.`,
  "file-no-header": "the headings NIP and NAMA are not in the first rows.",
  "file-unjudged":
    "this file could not be checked. Save it again as .xlsx or .csv, or divide it by unit.",
  "file-links": "the workbook names other files. They are not opened.",
  "file-sheets": "only the first sheet is read; the others are passed over.",
  "column-missing": "this required column is missing.",
  "column-twice": "there are several columns with this heading. Delete what is not used.",
  "column-unknown": "an unknown heading, so its values are not read. Perhaps a misspelling?",
  "columns-shifted":
    "the row looks shifted by one column: a value stands under its neighbour's heading. Move the whole row back.",
  formula: "has a formula; a value may not begin with =. Paste it as a value.",
  "cell-error": "the formula in this cell has failed. Write its value.",
  required: "is required.",
  malformed: "this cannot be read.",
  "too-long": ({ max }) => `at most ${max ?? ""} characters.`,
  "nip-scientific":
    "a spreadsheet shortened the number, and its digits are gone. Copy it again from SIASN as text.",
  "nip-last-digits-zero":
    "there is no order number 000: a spreadsheet rounded the last three digits. Copy it again from SIASN as text.",
  "nip-as-number":
    "the NIP is kept as a number, and spreadsheets round numbers after 15 digits. Make the column text and copy it again from SIASN.",
  "nip-malformed": "must have 18 digits: birth date, TMT, sex, order.",
  "kind-unknown": "choose PNS, PPPK or PPPK Paruh Waktu.",
  "kind-differs": "the kind of employee differs from what the NIP says.",
  "name-with-degrees": "must have no comma. Degrees have columns of their own.",
  "characters-unsupported": ({ character, place }) =>
    `the character ${character ?? ""} (number ${place ?? ""}) cannot be printed on a card.`,
  "day-malformed": "is no date. Write day, month and a year of four digits.",
  "tmt-pns-missing":
    "TMT PNS is empty. Fill it in once appointed as PNS; a CPNS is imported after that, because the card is valid from TMT PNS on.",
  "day-too-late": ({ max }) => `at the latest ${max ?? ""}, when the employee is 70.`,
  "not-after-tmt": "must be after the TMT.",
  "not-for-pns": "only for PPPK.",
  "sex-unknown": "choose M or L (male), F or P (female).",
  "golongan-unknown": ({ list }) => `there is no such golongan. Choose from ${list ?? ""}.`,
  "golongan-or-kind":
    "a golongan is required of PNS and PPPK. Fill it in, or write PPPK Paruh Waktu under JENIS PEGAWAI if this person is one.",
  "kedudukan-hukum-unknown": `is no kedudukan hukum of BKN's. Choose ${kedudukanHukumNames}.`,
  "email-malformed": "must look like name@example.go.id.",
  "email-taken-in-file": ({ row }) =>
    `row ${row ?? ""} has this address, of another person. Everybody has an address of their own.`,
  "email-taken": "another registered employee has this address.",
  "person-twice-in-file": ({ row }) =>
    `the same as row ${row ?? ""}, so it counts once. Delete this row.`,
  "person-differs-in-file": ({ row }) =>
    `row ${row ?? ""} has this NIP too, with other values. Delete the wrong one.`,
  "nip-former":
    "this is a former NIP of a person who has the one shown beside it now. Write that one.",
  "nip-taken":
    "this NIP is registered: at another agency, as a former NIP, or just now; or its record cannot be read. Ask an operator.",
  "record-changed":
    "somebody has changed this record since the file was checked, so it was left alone. Import the row again.",
  "record-missing": "the record is not at this agency any more, or cannot be read.",
  "own-record":
    "this is the record of who asked for the import or approved it. Somebody else changes it.",
  "change-needs-operators":
    "this person has a role, and the change would end their sessions. Two operators take the role back first.",
  CON_1: ({ right }) =>
    `CON_1: the month of TMT CPNS differs from the NIP, which says ${String(right ?? "").slice(-7)}. Correct the wrong one.`,
  CON_2: ({ read, right }) =>
    `CON_2: read as ${read ?? ""}, but the NIP has the birth date ${right ?? ""}. Correct the wrong one.`,
  CON_3: ({ right }) => `CON_3: the NIP says ${sexes.get(right) ?? "…"}. Correct the wrong one.`,
  CON_4: ({ right }) =>
    `CON_4: the year of the PPPK's TMT differs from the NI PPPK, which says ${String(right ?? "").slice(-4)}. Correct the wrong one.`,
  ACC_1: ({ right }) =>
    `ACC_1: TMT PNS is before TMT CPNS (${right ?? ""}). Correct the wrong one.`,
  ACC_4: "ACC_4: this kedudukan hukum is not for this kind of employee.",
  ACC_7:
    "ACC_7: the NI PPPK has a year of appointment before there were PPPK, or that has not come.",
  "column-spare": ({ column }) =>
    `the column ${column ?? ""} is read for this already, so this one is passed over.`,
  "instansi-other":
    "the file names another agency than the one it is imported for, which stands beside it. Is it the right file?",
  "instansi-differs": ({ right }) =>
    `another agency than in the first row (${right ?? ""}). One file is for one agency.`,
  "tmt-day": ({ read }) =>
    `read as ${read ?? ""}, but a TMT is usually the first of a month: day and month exchanged?`,
  "signs-replaced": "signs that cannot be printed on a card are replaced as in the example.",
  "unit-former": "the former name of a unit; it is read as the present one, which is the example.",
  "nip-age":
    "by the NIP appointed before the age of 17, or in a year that has not come. Please check.",
  "jabatan-kind-unknown":
    "not one of SIASN's kinds of jabatan (Struktural, Fungsional Tertentu, Rangkap, Fungsional Umum), so it is left empty.",
  "bup-unknown": "not an age of retirement (58, 60, 65, 70), so it is left empty.",
  "nik-scientific": "a spreadsheet shortened the NIK, and its digits are gone: it is left empty.",
  "nik-malformed": "is no NIK (16 digits): it is left empty.",
  "nik-differs": "birth date or sex in the NIK differ from the NIP. Please check.",
  "phone-scientific":
    "a spreadsheet shortened the phone number, and its digits are gone: it is left empty.",
  "phone-malformed": "is no phone number (8 to 15 digits): it is left empty.",
  "contract-end-missing":
    "no end of the contract: the card does not end by itself, and an officer adds the day later.",
  "contract-term":
    "a contract of a PPPK Paruh Waktu usually lasts a year (KepmenPANRB 16/2025), so it ends about the day of the example. Please check.",
  "email-missing": "without an address: this person's account is activated at the counter.",
};
