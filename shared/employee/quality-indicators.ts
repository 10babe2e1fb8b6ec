/**
 * BKN's indicators of data quality (SIASN, «Kualitas Data»; codes, weights and what each looks at are those of the table
 * taufiqurrohmansuwarto/rumahASN, docs/siasn/kualitas_data.csv). The pages read this file, so it imports nothing.
 */

/** How much each dimension weighs in BKN's index; together 1. */
const dimensions = {
  completeness: 0.28,
  timeliness: 0.31,
  accuracy: 0.3,
  consistency: 0.11,
} as const;
type QualityDimension = keyof typeof dimensions;

export interface QualityIndicator {
  readonly dimension: QualityDimension;
  /** Its weight within the dimension, percent. */
  readonly percent: number;
  /**
   * Whether the records say it: wholly; as far as they do («partly»: the page says how far); or not at all. What is not measured is
   * said, and never counts as good.
   */
  readonly measured: "wholly" | "partly" | "not";
}

const completeness = "completeness";
const timeliness = "timeliness";
const accuracy = "accuracy";
const consistency = "consistency";

/** In BKN's order. */
export const qualityIndicators = {
  COM_1: { dimension: completeness, percent: 20, measured: "not" },
  COM_2: { dimension: completeness, percent: 25, measured: "partly" },
  COM_3: { dimension: completeness, percent: 20, measured: "not" },
  COM_4: { dimension: completeness, percent: 12.5, measured: "wholly" },
  COM_5: { dimension: completeness, percent: 17.5, measured: "not" },
  COM_6: { dimension: completeness, percent: 2.5, measured: "wholly" },
  COM_7: { dimension: completeness, percent: 2.5, measured: "wholly" },
  TIM_1: { dimension: timeliness, percent: 22.73, measured: "not" },
  TIM_2: { dimension: timeliness, percent: 18.18, measured: "not" },
  TIM_3: { dimension: timeliness, percent: 13.64, measured: "wholly" },
  TIM_4: { dimension: timeliness, percent: 15.91, measured: "not" },
  TIM_5: { dimension: timeliness, percent: 15.91, measured: "wholly" },
  TIM_6: { dimension: timeliness, percent: 13.64, measured: "not" },
  ACC_1: { dimension: accuracy, percent: 9.52, measured: "wholly" },
  ACC_2: { dimension: accuracy, percent: 21.43, measured: "not" },
  ACC_3: { dimension: accuracy, percent: 7.14, measured: "wholly" },
  ACC_4: { dimension: accuracy, percent: 9.52, measured: "wholly" },
  ACC_5: { dimension: accuracy, percent: 4.76, measured: "partly" },
  ACC_6: { dimension: accuracy, percent: 11.9, measured: "not" },
  ACC_7: { dimension: accuracy, percent: 7.14, measured: "wholly" },
  ACC_8: { dimension: accuracy, percent: 14.29, measured: "not" },
  ACC_9: { dimension: accuracy, percent: 4.76, measured: "partly" },
  ACC_10: { dimension: accuracy, percent: 9.52, measured: "not" },
  CON_1: { dimension: consistency, percent: 25, measured: "wholly" },
  CON_2: { dimension: consistency, percent: 25, measured: "wholly" },
  CON_3: { dimension: consistency, percent: 25, measured: "wholly" },
  CON_4: { dimension: consistency, percent: 25, measured: "wholly" },
} as const satisfies Readonly<Record<string, QualityIndicator>>;
export type QualityCode = keyof typeof qualityIndicators;
/** Those that are measured, wholly or partly. */
export type MeasuredCode = {
  [Code in QualityCode]: (typeof qualityIndicators)[Code]["measured"] extends "not" ? never : Code;
}[QualityCode];

export const measuredCodes = [
  ...(["COM_2", "COM_4", "COM_6", "COM_7", "TIM_3", "TIM_5", "ACC_1", "ACC_3", "ACC_4"] as const),
  ...(["ACC_5", "ACC_7", "ACC_9", "CON_1", "CON_2", "CON_3", "CON_4"] as const),
] as const satisfies readonly MeasuredCode[];

/** What an indicator weighs in the whole index, from 0 to 1. */
export function weightOf(code: QualityCode): number {
  const { dimension, percent } = qualityIndicators[code];
  return (dimensions[dimension] * percent) / 100;
}
