import type { Employee } from "#shared/employee/employee.ts";
import { type DecideLeave, waitingLeaves } from "#shared/leave/decide-leave.ts";
import { leaveLeft } from "#shared/leave/leave-left.ts";
import type { OwnRequests } from "#shared/request-kinds/request-kind-answers.ts";

/** What the home has of every service: balances, and what waits for who decides. Another service adds its own here. */
export async function tellHome(
  api: DecideLeave,
  reader: Employee,
): Promise<Pick<OwnRequests, "balances" | "deciding">> {
  const [left, { posts, items }] = await Promise.all([
    leaveLeft(api, reader),
    waitingLeaves(api, reader),
  ]);
  return {
    balances: { leave: left },
    ...(posts.length > 0 && { deciding: { leave: items.length } }),
  };
}
