/** Whoever acts in the post whose turn a leave has become is told, in the transaction of the move. */
import { entryBeside } from "#shared/account/account-event.ts";
import { actingIn } from "#shared/post/post.ts";
import type { Posts } from "#shared/post/posts.ts";
import { linkInTurn } from "#shared/request/request.ts";
import type { Move } from "#shared/request/requests.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { dayIn, usualZone } from "#shared/runtime/zone.ts";

export interface TellDecider {
  readonly posts: Pick<Posts, "findAll">;
  readonly clock: Clock;
}

/** @returns the move with a line for who decides now; the same one where the turn stays where it was */
export async function tellingDecider(api: TellDecider, move: Move): Promise<Move> {
  const { before, after } = move;
  const post = linkInTurn(after)?.post;
  if (post === undefined || post === (before && linkInTurn(before)?.post)) return move;
  const at = api.clock.now();
  const found = (await api.posts.findAll([post])).get(post);
  const acting = found && actingIn(found, dayIn(usualZone, at));
  if (!acting) return move;
  const actor = { role: "system" } as const;
  const event = { employeeId: acting.person, action: "leave-waiting", actor, at } as const;
  return { ...move, lines: [...move.lines, entryBeside(event, after.id)] };
}
