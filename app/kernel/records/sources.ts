/**
 * How it stands with a register that an application is to be filled in from. `open`: the applicant has not been asked yet;
 * `declined`: they would rather give the values themselves; the rest is what came of reading it.
 */
export const sourceStandings = ['open', 'declined', 'read', 'no_answer', 'wrong_answer', 'no_agreement'] as const
export type SourceStanding = (typeof sourceStandings)[number]

/** By register. */
export type Sources = Readonly<Record<string, SourceStanding>>

/** The applicant agreed that it is read, whatever came of it. */
export const isAgreed = (standing: SourceStanding | undefined): boolean => standing !== undefined && standing !== 'open' && standing !== 'declined'
