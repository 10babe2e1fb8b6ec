/**
 * Long enough for the page: reading a code, installing an app, waiting for an e-mail (Cognito's code lives an hour).
 * The first two must not exceed the app client's AuthSessionValidity, 15 minutes.
 */
export const authChallengeMinutes = { code: 5, enrolment: 15, reset: 60 } as const;
