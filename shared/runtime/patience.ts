/**
 * How long a call of AWS is waited for, milliseconds; then the SDK tries again, three times in all. Without it a call that hangs
 * lasts until its function is ended («the default timeout … is 0, which means no timeout», aws-sdk-js-v3 issue 6763), and nothing
 * says what it waited for. For tables and small objects of one region.
 */
export const patience = {
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 4_000, throwOnRequestTimeout: true },
} as const;
