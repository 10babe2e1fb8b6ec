import { describe } from "vitest";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { photoReviewsContract } from "../../support/photo-reviews-contract.ts";
import { PhotoReviewsOf } from "../../support/photo-reviews-in-memory.ts";

describe("the queue of photos in memory", () =>
  photoReviewsContract(() => {
    const employees = new EmployeesInMemory();
    return { employees, queue: new PhotoReviewsOf(employees) };
  }));
