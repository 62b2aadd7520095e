import type { Unhashed } from '#app/kernel/definition/check-definition.ts'
import type { TaskNode } from '#app/kernel/definition/definition.ts'
import type { DefinitionProblem } from '#app/kernel/definition/definition-problem.ts'
import { desksBeside } from '#app/kernel/definition/desks-beside.ts'
import { nodesOf, returnStageOf } from '#app/kernel/definition/nodes.ts'
import type { Places } from '#app/kernel/definition/read-flow.ts'
import type { Post, Surroundings } from '#app/kernel/definition/surroundings.ts'

/**
 * Somebody sits at every desk that is asked, in every region; and however people share the work out among themselves,
 * four eyes always leave somebody who may still take each task: so a case never stands still for want of a colleague.
 */
export function checkStaffing(definition: Unhashed, places: Places, { posts, departments }: Surroundings): DefinitionProblem[] {
  if (posts === null) return []
  const regionsOf = (desk: string): readonly string[] => departments[desk.split('.')[0] ?? '']?.regions ?? []
  const tasks = nodesOf(definition).flatMap((node) => (node.node === 'task' ? [node] : []))
  const found = tasks.flatMap((task) => {
    const path = [...(places.get(task) ?? []), 'by']
    const seats = task.desks.flatMap((desk) => (task.region === null ? [desk] : regionsOf(desk).map((region) => `${desk}.${region}`)))
    const empty = seats.filter((seat) => peopleAt(seat, posts) === 0)
    if (empty.length > 0) return empty.map((seat): DefinitionProblem => ({ code: 'unstaffed', path, message: `nobody sits at ${seat}: add a post to departments.yaml` }))
    return seats.flatMap((seat) => fourEyes(definition, task, seat, tasks, posts).map((message): DefinitionProblem => ({ code: 'four_eyes', path: [...(places.get(task) ?? []), 'not_by'], message })))
  })
  return [...found, ...besideFlow(definition, posts)]
}

const peopleAt = (seat: string, posts: readonly Post[]): number => posts.reduce((sum, post) => sum + (post.desks.includes(seat) ? post.people : 0), 0)

/** How many of those who sit at a seat can have done work that keeps them from this task, at worst. */
function fourEyes(definition: Unhashed, task: TaskNode, seat: string, tasks: readonly TaskNode[], posts: readonly Post[]): string[] {
  const apart = tasks.filter((other) => other !== task && (task.notBy.includes(other.name) || other.notBy.includes(task.name)))
  const takers = [...apart.flatMap((other) => other.desks.map((desk) => ({ desk: sameRegion(desk, other, seat), times: roundsOf(definition, other) }))), ...otherParts(task, seat).map((desk) => ({ desk, times: 1 }))]
  const kept = takers.map(({ desk, times }) => Math.min(times, shared(seat, desk, posts))).reduce((sum, one) => sum + one, 0)
  const people = peopleAt(seat, posts)
  if (people > kept) return []
  const others = [...new Set(apart.map((other) => other.name))].join(', ') || 'the other part of this task'
  return [`everybody who sits at ${seat} (${people}) can have done ${others} before, and then nobody may do this: put at least ${kept + 1} people there, or other people on one of the two`]
}

/** Another task may be done by other people in every round. */
const roundsOf = (definition: Unhashed, task: TaskNode): number => (returnStageOf(definition, task.name)?.returns?.max ?? 0) + 1

/** On a joint task nobody reports for two desks; where a value names the department, only one of the desks has a part. */
const otherParts = (task: TaskNode, seat: string): string[] => (task.department === null ? task.desks.map((desk) => sameRegion(desk, task, seat)).filter((desk) => desk !== seat) : [])

const sameRegion = (desk: string, task: TaskNode, seat: string): string => {
  const region = seat.split('.')[2]
  return task.region !== null && region !== undefined ? `${desk}.${region}` : desk
}

/** People who sit at both. */
const shared = (seat: string, other: string, posts: readonly Post[]): number => posts.reduce((sum, post) => sum + (post.desks.includes(seat) && post.desks.includes(other) ? post.people : 0), 0)

function besideFlow(definition: Unhashed, posts: readonly Post[]): DefinitionProblem[] {
  return desksBeside(definition).flatMap(({ key, desk }) => (peopleAt(desk, posts) > 0 ? [] : [{ code: 'unstaffed' as const, path: ['on', key, 'by'], message: `nobody sits at ${desk}: add a post to departments.yaml` }]))
}

