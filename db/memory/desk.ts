import { lightOf } from '../light.ts'
import { readPage } from '../page.ts'
import { queueKey, queueStart } from '../sort-key.ts'
import type { DeskStore, LightFilter, QueueFilter, QueueRow } from '../store.ts'

import { by, rowsBeyond } from './order.ts'
import type { Tables } from './tables.ts'

export function memoryDesk(tables: Tables): DeskStore {
  const at = (desks: readonly string[]) => [...tables.tasks.values()].flat().filter(({ desk }) => desks.includes(desk))
  return {
    queue: async (filter, page) => {
      const rows = at(filter.desks).filter((row) => isWanted(row, filter))
      return readPage(page, queueStart, queueKey, rowsBeyond(rows, queueKey))
    },
    counts: async (desks, person, now) => {
      const rows = at(desks)
      const lit = (light: LightFilter) => rows.filter((row) => lightOf(row, now) === light).length
      const mine = rows.filter(({ holderId }) => holderId === person).length
      const unassigned = rows.filter(({ holderId }) => holderId === null).length
      return { all: rows.length, mine, unassigned, red: lit('red'), yellow: lit('yellow'), green: lit('green'), stopped: lit('stopped') }
    },
    choices: async (desks) => {
      const choices = new Map(at(desks).map(({ service, task }) => [JSON.stringify([service, task]), { service, task }]))
      return [...choices.values()].sort(by(({ service, task }) => [service, task]))
    },
  }
}

function isWanted(row: QueueRow, { holder, service, task, light, now }: QueueFilter): boolean {
  const isHeld = holder.is === 'anyone' || row.holderId === (holder.is === 'person' ? holder.id : null)
  return isHeld && (service ?? row.service) === row.service && (task ?? row.task) === row.task && (light === null || lightOf(row, now) === light)
}
