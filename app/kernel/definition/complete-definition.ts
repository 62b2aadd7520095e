import type { Definition } from './definition.ts'

type Plain = Record<string, unknown>

/**
 * A definition kept by an earlier version of the portal, with what could not be said then set to what it meant: cases
 * that began by it are finished by it.
 */
export function completeDefinition(kept: Definition): Definition {
  const plain = kept as unknown as Plain
  const guide = { kind: 'promised', type: 'public_service', channels: ['online'], delivery: ['online'], trip: null, questions: [] }
  const data = Object.entries(kept.data).map(([name, field]) => [name, completeField(field as unknown as Plain)])
  const later = { opens: 'by_applicant', assurance: 'low', extension: null, revocation: null, suspension: null }
  const appeal = plain['appeal'] ? { ...(plain['appeal'] as Plain), flow: completeFlow((plain['appeal'] as Plain)['flow']) } : null
  // Trusted: what an earlier version read and checked, plus defaults of the right types.
  return { guide, ...later, ...plain, appeal, data: Object.fromEntries(data), flow: completeFlow(kept.flow) } as unknown as Definition
}

const completeFlow = (flow: unknown): Plain[] => (flow as Plain[]).map(completeNode)

const FIELD = { each: null, items: null }
const MATERIAL = { promisable: null, tolerable: false }

function completeField(field: Plain): Plain {
  if (field['kind'] === 'record') return { ...FIELD, ...MATERIAL, holder: null, ...field }
  return field['kind'] === 'question' ? { ...FIELD, ...MATERIAL, waiver: null, ...field } : { ...FIELD, ...field }
}

function completeNode(node: Plain): Plain {
  switch (node['node']) {
    case 'task':
      return { after: [], region: null, department: null, ...node }
    case 'wait':
      return { after: [], ...node, awaits: completeAwaited(node['awaits'] as Plain) }
    case 'auto':
      return { ...node, makes: completeMade(node['makes'] as Plain) }
    case 'parallel':
      return { ...node, branches: (node['branches'] as Plain[][]).map((branch) => branch.map(completeNode)) }
    case 'choose':
      return { ...node, branches: (node['branches'] as Plain[]).map((branch) => ({ ...branch, do: (branch['do'] as Plain[]).map(completeNode) })) }
    default:
      return Array.isArray(node['do']) ? { ...node, do: (node['do'] as Plain[]).map(completeNode) } : node
  }
}

const completeAwaited = (awaits: Plain): Plain => (awaits['what'] === 'notice' ? { objections: false, ...awaits } : awaits)

const completeMade = (made: Plain): Plain => (made['record'] ? { ...made, record: { holder: null, ...(made['record'] as Plain) } } : made)
