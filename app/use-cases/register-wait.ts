/** Nobody, and no page, waits longer for registers than this (ms): within two seconds a page has to be there. */
export const MOST_WAIT_MS = 1_700
