/** Looks for malware in a file; `no_answer`: it could not say. */
export type Scanner = (content: Uint8Array) => Promise<'clean' | 'infected' | 'no_answer'>
