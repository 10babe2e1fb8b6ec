import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { KMSClient } from "@aws-sdk/client-kms";
import { SQSClient } from "@aws-sdk/client-sqs";
import { BackfillTable } from "#shared/card/backfill-table.ts";
import { RedrawQueue } from "#shared/card/redraw-queue.ts";
import type { RevokedKeys } from "#shared/card/revoked-keys.ts";
import { RevokedKeysTable } from "#shared/card/revoked-keys-table.ts";
import { signAllCards } from "#shared/card/sign-all.ts";
import { SigningKey } from "#shared/card/signing-key.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { type Command, UsageError } from "./command.ts";
import { publishList } from "./publish-list.ts";
import { readOutputs } from "./stack-outputs.ts";
import { readMaxDepth, reportWalk, walkOptions } from "./walk.ts";

export const putarKunci: Command = {
  usage: `kartu putar-kunci [--cabut KID --akar BERKAS] [--outputs cdk-outputs.json] [--max-waiting 1000]

Menandatangani semua kartu yang belum bertanda tangan, atau yang tanda tangannya dari kunci yang dicabut, dengan kunci yang kini
menandatangani (setelan signingKey). Tempat kartu dalam daftar status tetap. Selesai bila tidak ada lagi kartu yang seperti itu.
Ctrl+C menghentikannya; perintah yang sama melanjutkan dari halaman terakhir.
--cabut: kunci yang tidak lagi dipercaya, dan semua yang ditandatanganinya: dicabut dalam daftar yang terbit, dan tanda
tangannya tidak digambar lagi. --akar: berkas kunci akar; tidak perlu lagi setelah pencabutan itu terbit.`,

  run: (args, print) => turnKeys(args, print, sleep),
};

/** @param sleeping for tests, which do not wait as long as SQS may take to count. Long: two steps and what each needs. */
export async function turnKeys(
  args: readonly string[],
  print: (line: string) => void,
  sleeping: (milliseconds: number) => Promise<unknown>,
): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { ...walkOptions, cabut: { type: "string" }, akar: { type: "string" } },
  });
  const { cabut, akar, outputs } = values;
  if (akar !== undefined && cabut === undefined)
    throw new UsageError("--akar hanya untuk --cabut.");
  const maxDepth = readMaxDepth(values["max-waiting"]);
  const names = readOutputs(outputs, [
    ...(["SigningKey", "SecondSigningKey", "SigningKeyInUse", "StatusKey"] as const),
    ...(["CardTable", "EmployeeTable", "RedrawQueue"] as const),
  ]);
  const db = documentClient();
  const revokedKeys = new RevokedKeysTable(db, names.CardTable);
  if (cabut !== undefined) await refuseStatusKey(names.StatusKey, cabut);
  await demandOtherSigner(names, [...(await revokedKeys.all()), ...(cabut ? [cabut] : [])]);
  if (cabut !== undefined) await revoke({ kid: cabut, file: akar, outputs, revokedKeys }, print);
  const cards = {
    table: new BackfillTable(db, names.CardTable, "backfill-signatures"),
    redrawQueue: new RedrawQueue(new SQSClient(), names.RedrawQueue),
    employees: new EmployeeTable(db, names.EmployeeTable),
    ...{ revokedKeys, maxDepth, sleep: sleeping, clock: systemClock },
  };
  const end = await reportWalk(cards, signAllCards(cards), print);
  if (end?.state !== "done") return print("Dilanjutkan oleh proses lain.");
  if (end.asked > 0)
    throw new Error(
      `${end.asked} kartu belum dapat ditandatangani: lihat log card-renderer, lalu ulangi.`,
    );
  print("Semua kartu bertanda tangan, tidak satu pun dari kunci yang dicabut.");
}

/** There is one key of the status list: without it no card could be checked offline. @throws UsageError when it is the one */
async function refuseStatusKey(id: string, kid: string): Promise<void> {
  if ((await new SigningKey(new KMSClient(), id).kid()) === kid)
    throw new UsageError(
      `Kunci ${kid} menandatangani daftar status, bukan kartu, dan hanya ada satu: lihat docs/stolen-key.md.`,
    );
}

const otherKey = { first: "second", second: "first" } as const;

/** @throws UsageError when no key signs, or the one that does is revoked: the renderer would draw without signatures */
async function demandOtherSigner(
  {
    SigningKeyInUse: inUse,
    ...keys
  }: Record<"SigningKeyInUse" | "SigningKey" | "SecondSigningKey", string>,
  revoked: readonly string[],
): Promise<void> {
  if (inUse !== "first" && inUse !== "second")
    throw new UsageError(
      "Kartu tidak ditandatangani: atur signingKey ke first atau second, lalu terapkan.",
    );
  const signing = new SigningKey(
    new KMSClient(),
    { first: keys.SigningKey, second: keys.SecondSigningKey }[inUse],
  );
  const kid = await signing.kid();
  if (revoked.includes(kid))
    throw new UsageError(
      `Kunci ${kid} masih menandatangani: atur signingKey ke ${otherKey[inUse]}, terapkan, lalu ulangi.`,
    );
}

/** With the root key the list is published even so: what lies there now may be an older one. @throws UsageError without it, the first time */
async function revoke(
  {
    kid,
    file,
    outputs,
    revokedKeys,
  }: { kid: string; file: string | undefined; outputs: string; revokedKeys: RevokedKeys },
  print: (line: string) => void,
): Promise<void> {
  const isRevoked = (await revokedKeys.all()).has(kid);
  if (file === undefined && isRevoked) return;
  if (file === undefined)
    throw new UsageError(`Kunci ${kid} belum dicabut: sebut --akar BERKAS, kunci akar.`);
  await publishList({ file, outputs, revoke: kid }, print);
  await revokedKeys.add(kid);
}
