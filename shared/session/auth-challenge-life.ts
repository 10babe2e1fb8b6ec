/**
 * Long enough to read a code, to install an app, to wait for an e-mail (Cognito's code is valid for an hour).
 * The first two must not exceed the app client's AuthSessionValidity, 15 minutes.
 */
export const authChallengeMinutes = { code: 5, enrolment: 15, reset: 60 } as const;
