import { describe } from "vitest";
import { PhotoReviewTable } from "#shared/photo/photo-review-table.ts";
import { photoReviewsContract } from "../../support/photo-reviews-contract.ts";
import { dynamodbForThisFile, newEmployees } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

describe("PhotoReviewTable", () =>
  photoReviewsContract(async () => {
    const { employees, tableName } = await newEmployees(cloud);
    return { employees, queue: new PhotoReviewTable(cloud.db, tableName) };
  }));
