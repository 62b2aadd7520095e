import { expect, it } from 'vitest'

import type { CaseEnd, FlowNode } from '#app/kernel/definition/definition.ts'

import { likelyBranch } from './likely-branch.ts'

const end = (how: CaseEnd): FlowNode => ({ node: 'end', end: how })
const auto: FlowNode = { node: 'auto', name: 'tell', makes: { kind: 'letter', template: 'told' } }
const choose = (...ways: (readonly FlowNode[])[]): number => likelyBranch({ branches: ways.map((way) => ({ when: null, do: way })) })

it('is the one that can end well, wherever it stands', () => {
  expect(choose([auto, end('partly_granted')], [end('granted')])).toBe(1)
  expect(choose([auto, end('granted')], [end('granted')])).toBe(0)
  expect(choose([{ node: 'stage', name: 's', returns: null, do: [end('refused')] }], [auto])).toBe(1)
})

it('is the first where none can', () => expect(choose([end('refused')], [end('lapsed')])).toBe(0))
