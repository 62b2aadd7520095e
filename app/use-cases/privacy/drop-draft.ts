import type { Environment } from '../environment.ts'

/** Deletes a draft that was not handed in, and the files that were given in it and in no case. */
export async function dropDraft({ store, now }: Environment, id: string): Promise<void> {
  const draft = await store.drafts.load(id)
  const files = Object.values(draft?.answers ?? {}).flatMap(({ file }) => file?.id ?? [])
  await store.drafts.remove(id)
  if (files.length > 0) await store.retention.dropFiles(files, now())
}
