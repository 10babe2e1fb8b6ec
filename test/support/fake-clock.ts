import type { Clock } from "#shared/runtime/clock.ts";

/** A clock that stands still until it is moved. */
export class FakeClock implements Clock {
  #now: number;

  constructor(at = "2026-11-21T03:00:00.000Z") {
    this.#now = Date.parse(at);
  }

  now(): Date {
    return new Date(this.#now);
  }

  advance({ seconds = 0, minutes = 0, hours = 0, days = 0 }): void {
    this.#now += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  }
}
