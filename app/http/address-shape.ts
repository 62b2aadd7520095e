const LONGEST_WORD = 24

/**
 * A path without what tells whose it is: numbers of cases, ids, codes. For logs: where something went wrong can be told
 * without saying to whom.
 */
export const addressShape = (pathname: string): string =>
  pathname
    .split('/')
    .map((part) => (/\d/.test(part) || part.length > LONGEST_WORD ? '…' : part))
    .join('/')
