import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Minutes each: begun last, one of them would keep one processor busy while the others have nothing left. */
const LONGEST = ['simulation', 'restaurant', 'matrix', 'promise-and-review', 'shared-records', 'life-events', 'tampers', 'badge', 'my-data', 'data-catalogue', 'other-pages', 'drafts']

/** Runs what takes long first, the others by their size as Vitest does where it knows nothing of earlier runs. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      return place === -1 ? LONGEST.length : place
    }
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => rank(one) - rank(other))
  }
}
