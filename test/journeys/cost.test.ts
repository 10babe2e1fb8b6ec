import { expect, test } from "vitest";
import { count } from "../../bench/cost/count.ts";
import { recordedCounts } from "../../bench/cost/document.ts";
import { type Flow, flows, type Unit, units } from "../../bench/cost/units.ts";
import { productOfAll } from "./support/product.ts";

/**
 * One more or less of anything, or a tenth: a line of the log has numbers of any length, a message is sent again. A day has 288 runs
 * of a schedule.
 */
const near = (flow: Flow, unit: Unit, recorded: number) =>
  isNever(unit, recorded) ? 0 : Math.max(flow === "idleDay" ? 288 : 1, recorded / 10);

/** A flow that asks no key asks none: one call in each would be the dearest thing of all of them. */
const isNever = (unit: Unit, recorded: number) => unit.startsWith("kms") && recorded === 0;

test("what the running product asks of AWS is what docs/cost.md was reckoned from", async () => {
  const counted = await count(await productOfAll());
  const recorded = recordedCounts();

  const others = flows.flatMap((flow) =>
    units
      .map((unit) => ({
        flow,
        unit,
        now: counted[flow][unit] ?? 0,
        before: recorded[flow][unit] ?? 0,
      }))
      .filter(({ unit, now, before }) => Math.abs(now - before) > near(flow, unit, before)),
  );
  // After a change that is meant: node bench/cost/record.ts
  expect(others).toEqual([]);
}, 240_000);
