/** Letters of the demo's first agency: every kind in every state, written, signed and ended by the product's own use cases. All invented. */
import { cardStatus, type Employee, type EmployeeId } from "#shared/employee/employee.ts";
import { sendLetter } from "#shared/letter/draft-letter.ts";
import { cancelLetter, type EndLetters, withdrawLetter } from "#shared/letter/end-letter.ts";
import {
  type Letter,
  type LetterId,
  type LetterState,
  type LetterWords,
  letterStates,
} from "#shared/letter/letter.ts";
import { letterEntry } from "#shared/letter/letter-entry.ts";
import { type LetterKind, letterKindRules, letterKinds } from "#shared/letter/letter-kinds.ts";
import type { LetterProfiles } from "#shared/letter/letters.ts";
import { returnLetter, type SignLetters, signLetter } from "#shared/letter/sign-letter.ts";
import { changeProfile } from "#shared/letter/tell-letters.ts";
import { usualProfile } from "#shared/letter/usual-profile.ts";
import { actingIn, type Post } from "#shared/post/post.ts";
import type { Posts } from "#shared/post/posts.ts";
import { dayIn } from "#shared/runtime/zone.ts";
import { demoAgencies } from "./agencies.ts";
import { demoLetterWords } from "./letter-words.ts";
import type { DemoPerson } from "./people.ts";

type Candidate = DemoPerson & { readonly id: EmployeeId };

export interface LettersWorld extends SignLetters {
  readonly posts: SignLetters["posts"] & Pick<Posts, "list">;
  readonly employees: SignLetters["employees"] & {
    find(id: EmployeeId): Promise<Employee | undefined>;
  };
  readonly profiles: LetterProfiles;
  readonly documents: EndLetters["documents"];
}

const [{ id: instansiId, zone }] = demoAgencies;
/** Between two letters. */
const stepMs = 600_000;

/** How a letter comes from a draft to each state. */
const ways: Readonly<Record<LetterState, readonly LetterState[]>> = {
  draft: [],
  waiting: ["waiting"],
  returned: ["waiting", "returned"],
  signed: ["waiting", "signed"],
  withdrawn: ["waiting", "signed", "withdrawn"],
  cancelled: ["waiting", "cancelled"],
};

const reasons: Readonly<Partial<Record<LetterState, string>>> = {
  returned: "Dasar penugasan belum lengkap",
  withdrawn: "Diganti dengan surat yang baru",
  cancelled: "Kegiatan ditunda",
};

/** One letter of each kind in each state; what an earlier start made goes on where it stopped. */
export async function seedLetters(
  world: LettersWorld,
  people: readonly Candidate[],
): Promise<void> {
  const officer = people.find(
    ({ employee, roles }) => employee.instansiId === instansiId && roles.includes("petugas"),
  );
  const { items: posts } = await world.posts.list(instansiId, { limit: 50 });
  if (!officer) return;
  const by = { employeeId: officer.id, instansiId, units: undefined };
  if (!(await world.profiles.find(instansiId))) {
    const details = { ...usualProfile, place: "Contoh", unit: "BKPSDM", copies: ["Arsip"] };
    await changeProfile(world, { by, revision: 0, reason: "Data contoh", details });
  }
  const all = letterStates.flatMap((state) => letterKinds.map((kind) => ({ state, kind })));
  for (const [i, { state, kind }] of all.entries()) {
    // The earlier, the lower its number.
    const clock = { now: () => new Date(world.clock.now().getTime() - (all.length - i) * stepMs) };
    const then = { ...world, clock };
    const signing = posts.filter((each) => actorOf(then, each));
    const post = signing[i % signing.length];
    if (!post) continue;
    const words = wordsFor(then, { kind, state, post, posts, people });
    await seedLetter(then, { id: idOf(i), words, by, state });
  }
}

function idOf(i: number): LetterId {
  return `ltr_demo${String(i + 1).padStart(2, "0")}`;
}

function actorOf({ clock }: LettersWorld, post: Post): EmployeeId | undefined {
  return actingIn(post, dayIn(zone, clock.now()))?.person;
}

interface Wanted {
  readonly kind: LetterKind;
  readonly state: LetterState;
  readonly post: Post;
  readonly posts: readonly Post[];
  readonly people: readonly Candidate[];
}

/** A letter with an annex, and others of one or two. */
const manyPeople = 40;

function wordsFor(world: LettersWorld, { kind, state, post, posts, people }: Wanted): LetterWords {
  const { people: many } = letterKindRules[kind];
  const signer = actorOf(world, post);
  const present = people
    .filter(({ employee, id }) => employee.instansiId === instansiId && id !== signer)
    .filter(({ employee }) => cardStatus(employee, world.clock.now()) === "active")
    .map(({ id }) => id);
  const count = state === "signed" ? manyPeople : 2;
  const named = { none: [], one: present.slice(0, 1), many: present.slice(0, count) }[many];
  const above = posts.find(({ id }) => id === post.above);
  return {
    ...demoLetterWords(kind),
    ...{ people: named, post: post.id, onBehalf: above ? [above.id] : [] },
  };
}

interface Seeding {
  readonly id: LetterId;
  readonly words: LetterWords;
  readonly by: Parameters<typeof sendLetter>[1]["by"];
  readonly state: LetterState;
}

async function seedLetter(world: LettersWorld, { id, words, by, state }: Seeding): Promise<void> {
  if (!(await world.letters.find(id))) {
    const at = world.clock.now().toISOString();
    const made: Letter = {
      ...{ id, instansiId, words, state: "draft", revision: 1 },
      steps: [{ to: "draft", by: by.employeeId, at }],
    };
    await world.letters.save(made, letterEntry(made));
  }
  const way: readonly LetterState[] = ["draft", ...ways[state]];
  for (;;) {
    const letter = await world.letters.find(id);
    const to = letter && way[way.indexOf(letter.state) + 1];
    if (!letter || !way.includes(letter.state) || to === undefined) return;
    await go(world, { letter, by, to });
  }
}

async function go(
  world: LettersWorld,
  { letter, by, to }: Pick<Seeding, "by"> & { readonly letter: Letter; readonly to: LetterState },
): Promise<unknown> {
  const { id, revision, words } = letter;
  const seen = { id, revision, by, reason: reasons[to] ?? "" };
  if (to === "waiting") return await sendLetter(world, { id, revision, by });
  if (to === "cancelled") return await cancelLetter(world, seen);
  if (to === "withdrawn") return await withdrawLetter(world, seen);
  const post = (await world.posts.findAll([words.post])).get(words.post);
  const signer = post && actorOf(world, post);
  const person = signer && (await world.employees.find(signer));
  if (!person) throw new Error("Nobody signs the demo's letters.");
  const deciding = { id, revision, person };
  return to === "signed"
    ? await signLetter(world, deciding)
    : await returnLetter(world, { ...deciding, reason: seen.reason });
}
