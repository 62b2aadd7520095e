/** How sure a provider is who somebody is, as the eIDAS regulation (EU 910/2014, art. 8) grades it; weakest first. */
export const assurances = ['low', 'substantial', 'high'] as const
export type Assurance = (typeof assurances)[number]

/** Is what was given as much as what is demanded? */
export const reaches = (given: Assurance, demanded: Assurance): boolean => assurances.indexOf(given) >= assurances.indexOf(demanded)

/** Those that are enough for what is demanded, weakest first. */
export const enoughFor = (demanded: Assurance): Assurance[] => assurances.filter((one) => reaches(one, demanded))
