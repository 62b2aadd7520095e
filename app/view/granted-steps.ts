import type { FlowNode } from '#app/kernel/definition/definition.ts'

/** Names of steps on the ways to a granted case: on every one of them, and on any. */
export type GrantedSteps = { always: ReadonlySet<string>; ever: ReadonlySet<string> }

type Ways = GrantedSteps
/** `on`: how the flow goes on; `granted`: how it has ended well already. */
type Walked = { on: Ways | null; granted: Ways | null }

const none: Ways = { always: new Set(), ever: new Set() }

/** What somebody whose application is granted goes through; what only a refusal brings is left out. */
export const grantedSteps = (flow: readonly FlowNode[]): GrantedSteps => walk(flow).granted ?? none

function walk(flow: readonly FlowNode[]): Walked {
  let on: Ways | null = none
  let granted: Ways | null = null
  for (const node of flow) {
    if (!on) break
    const step = stepOn(node)
    granted = either(granted, both(on, step.granted))
    on = both(on, step.on)
  }
  return { on, granted }
}

function stepOn(node: FlowNode): Walked {
  switch (node.node) {
    case 'task':
    case 'wait':
    case 'sub':
      return { on: { always: new Set(node.when === null ? [node.name] : []), ever: new Set([node.name]) }, granted: null }
    case 'auto':
      return { on: { always: new Set([node.name]), ever: new Set([node.name]) }, granted: null }
    case 'end':
      return { on: null, granted: node.end === 'granted' || node.end === 'partly_granted' ? none : null }
    case 'stage':
      return walk(node.do)
    case 'each':
      return { on: perhaps(walk(node.do).on), granted: null }
    case 'parallel':
      return { on: node.branches.map(walk).reduce<Ways | null>((all, branch) => both(all, branch.on), none), granted: null }
    case 'choose': {
      const ways = node.branches.map((branch) => walk(branch.do))
      return { on: ways.map((way) => way.on).reduce(either, null), granted: ways.map((way) => way.granted).reduce(either, null) }
    }
    default:
      return node satisfies never
  }
}

/** There may be no item at all. */
const perhaps = (ways: Ways | null): Ways | null => ways && { always: new Set(), ever: ways.ever }

const union = (a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> => new Set([...a, ...b])
const intersection = (a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> => new Set([...a].filter((name) => b.has(name)))

/** One after the other. */
const both = (a: Ways | null, b: Ways | null): Ways | null => a && b && { always: union(a.always, b.always), ever: union(a.ever, b.ever) }

/** One or the other. */
const either = (a: Ways | null, b: Ways | null): Ways | null => (a && b ? { always: intersection(a.always, b.always), ever: union(a.ever, b.ever) } : (a ?? b))
