/** A database that must not be served, in a sentence for the operator: its data is somewhere else, or not yet here. */
export class StoreElsewhere extends Error {}
