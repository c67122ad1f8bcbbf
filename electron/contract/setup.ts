/** The steps of the first-run set-up, in order. */
export const setupSteps = ['find', 'sign-in', 'call', 'texting', 'message', 'hours', 'start'] as const
export type SetupStepName = (typeof setupSteps)[number]
