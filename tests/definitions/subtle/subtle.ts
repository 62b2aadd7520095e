import type { Told } from '#tests/definitions/broken/broken.ts'

/** A text of a file, and what takes its place. */
export type Change = readonly [file: string, from: string, to: string]

/** What is wrong only at second sight; and its twin, which looks alike and is sound. */
export type Subtle = { title: string; changes: readonly Change[]; told: readonly Told[]; twin: { title: string; changes: readonly Change[] } }

export const subtle = (title: string, changes: readonly Change[], told: readonly Told[], twin: Subtle['twin']): Subtle => ({ title, changes, told, twin })

export const twin = (title: string, ...changes: readonly Change[]): Subtle['twin'] => ({ title, changes })
