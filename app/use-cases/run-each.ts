/** What one item came to when it failed. */
export type Failure<Item> = { item: Item; error: unknown }

/**
 * Deals with one item after the other, each at most once in a round. One that fails or can't go on yet is put off, and
 * delays no other. @param act says whether the item went on; throws when it failed
 */
export async function runEach<Item>(items: readonly Item[], act: (item: Item) => Promise<boolean>, putOff: (item: Item) => Promise<unknown>): Promise<{ done: number; failures: Failure<Item>[] }> {
  const failures: Failure<Item>[] = []
  let done = 0
  for (const item of items) {
    const went = await act(item).catch((error: unknown) => {
      failures.push({ item, error })
      return false
    })
    if (went) done += 1
    else await putOff(item)
  }
  return { done, failures }
}
