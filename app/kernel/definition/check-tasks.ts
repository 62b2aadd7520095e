import type { Unhashed } from './check-definition.ts'
import { checkDepartment } from './check-departments.ts'
import type { FlowNode, TaskNode } from './definition.ts'
import { type DefinitionProblem, hint, type Path } from './definition-problem.ts'
import { deskProblem } from './desk-problem.ts'
import { insideOf, nodesOf } from './nodes.ts'
import type { Places } from './read-flow.ts'
import type { Surroundings } from './surroundings.ts'

const RETURN = 'return'

/** What a task says about desks, outcomes, reasons, values and four eyes fits together. */
export function checkTasks(definition: Unhashed, places: Places, surroundings: Surroundings): DefinitionProblem[] {
  const withReturns = tasksUnderReturns([...definition.flow, ...(definition.appeal?.flow ?? [])], false)
  const tasks = nodesOf(definition).flatMap((node) => (node.node === 'task' ? [node] : []))
  const found = tasks.flatMap((task) => {
    const path = places.get(task) ?? []
    return [
      ...desks(task, path, surroundings),
      ...region(definition, task, path, surroundings),
      ...checkDepartment(definition, task, path),
      ...outcomes(task, path, withReturns),
      ...reasons(task, path),
      ...sets(definition, task, path),
      ...fourEyes(task, tasks, path),
    ]
  })
  return [...found, ...neverSet(definition, tasks)]
}

function tasksUnderReturns(flow: readonly FlowNode[], under: boolean): Set<TaskNode> {
  return new Set(
    flow.flatMap((node) => {
      if (node.node === 'task') return under ? [node] : []
      const inner = under || (node.node === 'stage' && node.returns !== null)
      return insideOf(node).flatMap((steps) => [...tasksUnderReturns(steps, inner)])
    }),
  )
}

function desks(task: TaskNode, path: Path, { departments }: Surroundings): DefinitionProblem[] {
  return task.desks.flatMap((desk) => {
    const found = deskProblem(desk, departments)
    return found ? [{ ...found, path: [...path, 'by'] }] : []
  })
}

/** The value that names a region can name only regions that the department has. */
function region(definition: Unhashed, task: TaskNode, path: Path, { departments }: Surroundings): DefinitionProblem[] {
  if (task.department !== null) return []
  const problem = (message: string): DefinitionProblem[] => [{ code: 'region', path: task.region === null ? [...path, 'by'] : [...path, 'region'], message }]
  return task.desks.flatMap((desk) => {
    const department = desk.split('.')[0] ?? ''
    const regions = departments[department]?.regions ?? []
    if (task.region === null) return regions.length === 0 ? [] : problem(`"${department}" works by region: say which value names it with region:`)
    const field = definition.data[task.region]
    const choices = Object.values(definition.data).flatMap((one) => (one.type.type === 'choice' ? [one.name] : []))
    if (field?.type.type !== 'choice') return problem(`region: names a choice among the data; "${task.region}" is none${hint(task.region, choices)}`)
    if (regions.length === 0) return problem(`"${department}" has one office for the whole city: leave out region:`)
    if (field.when !== null || ('optional' in field && field.optional)) return problem(`"${task.region}" may be missing, and then nobody would know the region: it can not be optional or have a when`)
    const missing = field.type.of.filter((one) => !regions.includes(one))
    return missing.length === 0 ? [] : problem(`"${department}" has no people for ${missing.join(', ')}, which "${task.region}" can be; its regions are ${regions.join(', ')}`)
  })
}

function outcomes(task: TaskNode, path: Path, withReturns: ReadonlySet<TaskNode>): DefinitionProblem[] {
  const double = task.outcomes.find((outcome, i) => task.outcomes.indexOf(outcome) !== i)
  const problems: DefinitionProblem[] = []
  if (double) problems.push({ code: 'outcome', path: [...path, 'outcomes'], message: `"${double}" stands twice among the outcomes` })
  if (task.silence !== null && (task.silence === RETURN || !task.outcomes.includes(task.silence))) {
    problems.push({ code: 'outcome', path: [...path, 'silence'], message: `silence must be one of the outcomes (and not "return"): ${task.outcomes.join(', ')}` })
  }
  if (task.silence !== null && task.sets.length > 0) {
    problems.push({ code: 'outcome', path: [...path, 'silence'], message: 'a task that sets values can not be answered by silence: nobody would set them' })
  }
  if (task.outcomes[0] === RETURN) problems.push({ code: 'outcome', path: [...path, 'outcomes'], message: 'write the outcomes best first; "return" can not be the best' })
  if (task.outcomes.includes(RETURN) && !withReturns.has(task)) {
    problems.push({ code: 'no_stage_returns', path: [...path, 'outcomes'], message: '"return" needs a stage with returns: around this task, which says how often and how long' })
  }
  return problems
}

function reasons(task: TaskNode, path: Path): DefinitionProblem[] {
  const strange = Object.keys(task.reasons).filter((outcome) => !task.outcomes.includes(outcome))
  const problems = strange.map((outcome): DefinitionProblem => ({ code: 'outcome', path: [...path, 'reasons', outcome], atKey: true, message: `reasons for "${outcome}", which is no outcome of this task${hint(outcome, task.outcomes)}` }))
  if (task.outcomes.includes(RETURN) && !task.reasons[RETURN]) {
    problems.push({ code: 'missing_reasons', path, message: 'a task that may return the case needs reasons: return: [...], so that the applicant reads why' })
  }
  return problems
}

function sets(definition: Unhashed, task: TaskNode, path: Path): DefinitionProblem[] {
  return task.sets.flatMap((name): DefinitionProblem[] => {
    const field = definition.data[name]
    if (!field) return [{ code: 'unknown_name', path: [...path, 'sets'], message: `there is no data name "${name}"${hint(name, Object.keys(definition.data))}` }]
    return field.kind === 'desk' && field.task === task.name ? [] : [{ code: 'never_set', path: [...path, 'sets'], message: `"${name}" must say set_by: ${task.name} among the data` }]
  })
}

/** Four eyes: the tasks named come before, and a joint task can't be its own second pair of eyes. */
function fourEyes(task: TaskNode, tasks: readonly TaskNode[], path: Path): DefinitionProblem[] {
  const before = tasks.slice(0, tasks.indexOf(task)).map((one) => one.name)
  return task.notBy
    .filter((name) => !before.includes(name))
    .map((name) => ({ code: 'four_eyes', path: [...path, 'not_by'], message: `not_by names a task that comes before this one; "${name}" does not${hint(name, before)}` }))
}

function neverSet(definition: Unhashed, tasks: readonly TaskNode[]): DefinitionProblem[] {
  return Object.values(definition.data).flatMap((field): DefinitionProblem[] => {
    if (field.kind !== 'desk') return []
    const task = tasks.find((one) => one.name === field.task)
    const taken = nodesOf(definition).some((node) => node.node === 'sub' && node.name === field.task && node.takes.includes(field.name))
    return taken || task?.sets.includes(field.name) ? [] : [{ code: 'never_set', path: ['data', field.name, 'set_by'], message: `no task "${field.task}" with sets: [${field.name}], and no sub with takes: [${field.name}], is in the flow` }]
  })
}
