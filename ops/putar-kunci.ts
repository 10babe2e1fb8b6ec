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
tangannya tidak digambar lagi. Kunci daftar status dicabut begitu saja, setelah setelan statusKey menyebut yang lain. --akar: berkas kunci akar; tidak perlu lagi setelah pencabutan itu terbit.`,

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
    ...(["SigningKey", "SecondSigningKey", "SigningKeyInUse"] as const),
    ...(["StatusKey", "SecondStatusKey", "StatusKeyInUse"] as const),
    ...(["CardTable", "EmployeeTable", "RedrawQueue"] as const),
  ]);
  const db = documentClient();
  const revokedKeys = new RevokedKeysTable(db, names.CardTable);
  if (cabut !== undefined && (await demandOtherStatusKey(names, cabut))) {
    await revoke({ kid: cabut, file: akar, outputs, revokedKeys }, print);
    return print(
      "Kunci itu menandatangani daftar status, bukan kartu. Bagian yang ditandatanganinya segera diterbitkan ulang dengan kunci lain.",
    );
  }
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

const otherKey = { first: "second", second: "first" } as const;

/**
 * @returns whether the key is one of the status lists', by which no card is signed
 * @throws UsageError when it still signs them: nobody could check a card offline
 */
async function demandOtherStatusKey(
  {
    StatusKey,
    SecondStatusKey,
    StatusKeyInUse: inUse,
  }: Record<"StatusKey" | "SecondStatusKey" | "StatusKeyInUse", string>,
  kid: string,
): Promise<boolean> {
  const kms = new KMSClient();
  const [first, second] = await Promise.all(
    [StatusKey, SecondStatusKey].map((id) => new SigningKey(kms, id).kid()),
  );
  if (kid !== first && kid !== second) return false;
  if (inUse !== "first" && inUse !== "second")
    throw new UsageError("cdk-outputs.json tidak menyebut StatusKeyInUse: terapkan Kartu-Web.");
  if (kid === { first, second }[inUse])
    throw new UsageError(
      `Kunci ${kid} masih menandatangani daftar status: atur statusKey ke ${otherKey[inUse]}, terapkan, lalu ulangi.`,
    );
  return true;
}

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
