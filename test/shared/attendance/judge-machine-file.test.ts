import { expect, test } from "vitest";
import { judgeMachineFile } from "#shared/attendance/judge-machine-file.ts";
import { siti } from "../../support/attendance.ts";

const nip = "198502122010011004";
const importing = {
  machine: "pintu",
  who: {
    ofNip: (number: string) => (number === nip ? siti : undefined),
    ofPin: (pin: string) => (pin === "12" ? siti : undefined),
  },
  ...{ from: "2026-03-01", until: "2026-03-31", now: "2026-03-20T12:00:00" },
};
const judge = (text: string, change: Partial<typeof importing> = {}) =>
  judgeMachineFile(new Blob([text]), { ...importing, ...change });
const times = async (text: string) =>
  (await judge(text)).readings.map(({ reading }) => reading.time);

test("a machine's memory on a stick has no headings: number, time, and its own figures", async () => {
  const judged = await judge(
    "       12\t2026-03-02 07:29:11\t1\t0\t1\t0\r\n 12\t2026-03-02 16:01:00\t1\t1\t1\t0\r\n",
  );

  expect(judged).toEqual({
    lines: 2,
    findings: [],
    readings: ["2026-03-02T07:29:11", "2026-03-02T16:01:00"].map((time, i) => ({
      ...{ person: siti, line: i + 1 },
      reading: { machine: "pintu", time },
    })),
  });
});

test("an office's program writes headings; NIP, PIN, and a day apart from its time", async () => {
  expect(await times(`No;NIP;Tanggal;Jam\n1;'${nip};02/03/2026;07.29\n`)).toEqual([
    "2026-03-02T07:29:00",
  ]);
  expect(await times("AC-No.,Name,Date/Time\n13,S,02-03-2026 7:29\n")).toEqual([]);
  expect(await times("AC-No.,Name,Date Time\n00012,S,2-3-2026 7:29:05\n")).toEqual([
    "2026-03-02T07:29:05",
  ]);
});

test("what the button says is kept", async () => {
  const { readings } = await judge(
    "PIN;Waktu;Status\n12;2026-03-02 07:29;C/In\n12;2026-03-02 16:00;Pulang\n12;2026-03-02 17:00;?\n",
  );

  expect(readings.map(({ reading }) => reading.way)).toEqual(["in", "out", undefined]);
});

test("everything that is wrong is said at once, by its line; the other lines are read", async () => {
  const { readings, findings } = await judge(
    [
      "NIP;PIN;Tanggal Jam",
      "1.98502E+17;;02-03-2026 07:29",
      "198502122010011000;;02-03-2026 07:29",
      "1985;;31-02-2026 07:29",
      "198502122010011005;;02-03-2026 07:61",
      ";;",
      ";99;",
      ";;02-03-2026 07:29",
      ";12;02-03-2026 07:29+07:00",
      ";12;21-03-2026 07:29",
      ";12;28-02-2026 07:29",
      ";012;02-03-2026 07:29",
      `${nip};;2026/03/02 07:29:00`,
    ].join("\n"),
  );

  expect(findings.map(({ line, code }) => `${line} ${code}`)).toEqual([
    ...["2 nip-scientific", "3 nip-last-digits-zero", "4 nip-malformed", "4 time-malformed"],
    ...["5 nip-unknown", "5 time-malformed", "7 pin-unknown", "7 time-missing"],
    ...["8 person-missing", "9 time-has-zone", "10 time-future", "11 time-outside"],
    "13 line-twice",
  ]);
  expect(findings.map(({ severity }) => severity).at(-1)).toBe("warning");
  expect(readings).toHaveLength(2);
});

test("a file that writes the month first is told by a day above 12, and said so", async () => {
  const american = "PIN;Waktu\n12;3/2/2026 7:29:00 AM\n12;3/13/2026 4:01:00 PM\n";
  const { findings, readings } = await judge(american);

  expect(findings.map(({ line, code }) => `${line} ${code}`)).toEqual(["0 time-american"]);
  expect(readings.map(({ reading }) => reading.time)).toEqual([
    ...["2026-03-02T07:29:00", "2026-03-13T16:01:00"],
  ]);
});

test("where an American clock leaves it open, nothing is guessed", async () => {
  const { findings, readings } = await judge(
    "PIN;Waktu\n12;3/2/2026 7:29 AM\n12;3/3/2026 12:05 AM\n",
  );

  expect(findings.map(({ line, code }) => `${line} ${code}`)).toEqual(["2 time-ambiguous"]);
  expect(readings.map(({ reading }) => reading.time)).toEqual(["2026-03-03T00:05:00"]);
});

test("what is no such file is refused whole, with the reason", async () => {
  expect((await judge("")).findings).toMatchObject([{ line: 0, code: "columns-unknown" }]);
  expect((await judge("Nama;Gaji\nA;1\n")).findings).toMatchObject([{ code: "columns-unknown" }]);
  expect((await judge("<html>")).findings).toMatchObject([
    { line: 0, code: "file-refused", value: "file-unknown" },
  ]);
});
