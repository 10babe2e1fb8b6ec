/** «Naskah dinas», for officers: the list, a new letter, one letter, the register of numbers, and how the agency writes letters. */
import { letterKinds } from "#shared/letter/letter-kinds.ts";
import { Loading } from "../components/page-lost.tsx";
import { lazyPart } from "../lazy-page.ts";
import type { PageQuery } from "../officer/page-query.ts";
import { offerIn } from "../training/offer-in.ts";
import { letterIn } from "./letter-in.ts";
import { LetterList } from "./letter-list.tsx";

const NewLetter = lazyPart(
  () => import("./write-letter.tsx").then((part) => part.NewLetter),
  Loading,
);
const ChangeLetter = lazyPart(
  () => import("./write-letter.tsx").then((part) => part.ChangeLetter),
  Loading,
);
const OneLetter = lazyPart(
  () => import("./one-letter.tsx").then((part) => part.OneLetter),
  Loading,
);
const Numbers = lazyPart(() => import("./numbers.tsx").then((part) => part.Numbers), Loading);
const Profile = lazyPart(() => import("./profile.tsx").then((part) => part.Profile), Loading);

export function Letters({ query }: { readonly query: PageQuery }) {
  const { id, baru, ubah, lihat, tahun, pelatihan } = query;
  const one = letterIn(id);
  const kind = letterKinds.find((each) => each === baru);
  if (lihat === "nomor") return <Numbers key={tahun} year={tahun} />;
  if (lihat === "tata") return <Profile />;
  if (kind) return <NewLetter key={kind} kind={kind} training={offerIn(pelatihan)} />;
  if (one && ubah !== undefined) return <ChangeLetter key={one} id={one} />;
  return one ? <OneLetter key={one} id={one} /> : <LetterList />;
}
