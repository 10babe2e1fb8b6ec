/** What is read to judge, draw and sign a letter: its people, posts, agency, and who acts on that day. */
import type { Agencies } from "#shared/agency/agencies.ts";
import { type Agency, zoneOf } from "#shared/agency/agency.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { actingIn, mostAbove, type Post, type PostId, withoutLeavers } from "#shared/post/post.ts";
import type { Posts } from "#shared/post/posts.ts";
import { signatureLines } from "#shared/post/signature-block.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { FieldProblem } from "#shared/runtime/errors.ts";
import { dayIn, type Zone } from "#shared/runtime/zone.ts";
import { type LetterContext, letterFindings } from "./check-letter.ts";
import type { Letter, LetterFace, LetterWords } from "./letter.ts";
import { numberText } from "./letter-number.ts";
import { type LetterProfile, patternOf } from "./letter-profile.ts";
import type { LetterProfiles } from "./letters.ts";
import { inOrder, personOnLetter } from "./people-on-letter.ts";

export interface ReadLetterWorld {
  readonly posts: Pick<Posts, "findAll">;
  readonly employees: Pick<Employees, "findAll">;
  readonly agencies: Pick<Agencies, "find">;
  readonly profiles: Pick<LetterProfiles, "find">;
  readonly clock: Clock;
}

export interface LetterWorld extends LetterContext {
  readonly agency: Agency | undefined;
  readonly profile: LetterProfile | undefined;
  readonly zone: Zone;
  /** Today, by the agency's clock. */
  readonly day: string;
}

/** Of a letter as it is now. */
export async function letterWorld(
  api: ReadLetterWorld,
  { words, instansiId }: Pick<Letter, "words" | "instansiId">,
): Promise<LetterWorld> {
  const now = api.clock.now();
  const [agency, profile, posts] = await Promise.all([
    api.agencies.find(instansiId),
    api.profiles.find(instansiId),
    postsWithAbove(api, [words.post, ...words.onBehalf]),
  ]);
  const post = posts.get(words.post);
  const named = post ? [post.holder, ...post.standIns.map(({ person }) => person)] : [];
  const wanted = [...words.people, ...named.filter((each) => each !== undefined)];
  const people = await api.employees.findAll([...new Set(wanted)]);
  const zone = zoneOf(agency);
  const day = dayIn(zone, now);
  const acting = post && actingIn(withoutLeavers(post, people, now), day);
  return { instansiId, agency, profile, zone, day, now, posts, people, acting };
}

/** Posts and all above the first of them. */
async function postsWithAbove(
  { posts }: Pick<ReadLetterWorld, "posts">,
  ids: readonly PostId[],
): Promise<ReadonlyMap<PostId, Post>> {
  const found = new Map(await posts.findAll(ids));
  const [first] = ids;
  let next = first && found.get(first)?.above;
  for (let steps = 0; next !== undefined && steps < mostAbove; steps += 1) {
    const known = found.get(next) ?? (await posts.findAll([next])).get(next);
    if (known) found.set(known.id, known);
    next = known?.above;
  }
  return found;
}

/** Everything that keeps a letter from its signer: an agency that has not said how it writes letters, too. */
export function letterProblems(words: LetterWords, world: LetterWorld): FieldProblem[] {
  const missing: FieldProblem[] = world.profile ? [] : [{ field: "profile", code: "required" }];
  return [...missing, ...letterFindings(words, world)];
}

/** What a number looks like that has no place yet. */
const unknownNumber = "…";

/** What the letter says if it is signed now. @throws when nobody acts in its post */
export function faceOf(
  { words, number }: Pick<Letter, "words" | "number">,
  world: LetterWorld,
): LetterFace | undefined {
  const { acting, agency, profile, people, posts, instansiId } = world;
  const signer = acting && people.get(acting.person);
  const day = number?.day ?? world.day;
  const named = words.people.flatMap((id) => people.get(id) ?? []);
  const titleOf = (id: PostId) => posts.get(id)?.title ?? "";
  if (!signer || named.some((each) => each.instansiId !== instansiId)) return undefined;
  const form = acting.form;
  const { kind, secrecy, classification, onBehalf, post } = words;
  const parts = { kind, secrecy, classification, day, unit: profile?.unit ?? "" };
  return {
    number:
      number && profile
        ? numberText(patternOf(profile, kind), { ...parts, ...number })
        : unknownNumber,
    day,
    kop: {
      ...{ sender: agency?.name ?? signer.instansi, place: profile?.place ?? "" },
      ...{ emblem: agency?.emblem ?? "" },
      ...(agency?.address !== undefined && { office: agency.address }),
    },
    people: inOrder(named, words).map(personOnLetter),
    signer: {
      ...{ ...personOnLetter(signer), ...(form && { form }) },
      lines: signatureLines({
        ...{ title: titleOf(post), onBehalf: onBehalf.map(titleOf), ...(form && { form }) },
      }),
    },
  };
}
