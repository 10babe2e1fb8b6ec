import { parseArgs } from "node:util";
import { type Command, UsageError } from "./command.ts";
import { publishList } from "./publish-list.ts";
import { makeRoot, publicHalf } from "./root-key.ts";
import { outputsOption } from "./stack-outputs.ts";

export const kunciKartu: Command = {
  usage: `kartu kunci-kartu akar BERKAS
kartu kunci-kartu terbitkan BERKAS [--outputs cdk-outputs.json]

akar       membuat kunci akar dan menyimpannya di BERKAS, yang belum ada. Simpan di luar jaringan, dalam dua salinan: tanpa
           kunci ini tidak ada daftar baru, dan siapa yang memilikinya dapat memalsukan kartu
terbitkan  menerbitkan daftar kunci dan nama instansi, yang ditandatangani kunci akar di BERKAS. Ulangi setiap kali ada
           instansi baru. Kunci yang dicuri dicabut dengan kartu putar-kunci`,

  async run(args, print) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { outputs: outputsOption },
    });
    const [verb, file, ...others] = positionals;
    const isKnown = verb === "akar" || verb === "terbitkan";
    if (!isKnown || file === undefined || others.length > 0)
      throw new UsageError("Sebut akar atau terbitkan, dan satu berkas.");
    if (verb === "akar") {
      const { x, y } = publicHalf(makeRoot(file));
      // The last one is the setting by which the page that scans knows it.
      return print(JSON.stringify({ x, y, rootKey: `${x}.${y}` }));
    }
    await publishList({ file, outputs: values.outputs }, print);
  },
};
