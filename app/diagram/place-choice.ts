import type { Language } from '#app/i18n/languages.ts'

import { measures } from './measures.ts'
import { placeBeside } from './place-beside.ts'
import { moved, type Placed, type Shape, type WordsShape, way } from './shape.ts'
import { wrapText } from './wrap-text.ts'

type Branch = { label: string; placed: Placed }

/** A diamond, its branches side by side below their labels, and, of those that go on, the ways joined again. */
export function placeChoice(lang: Language, branches: readonly Branch[]): Placed {
  const { box, detail, detailLine, diamond, drop, gap } = measures
  const lines = branches.map(({ label }) => wrapText(label, box, detail, lang))
  const headed = branches.map(({ placed }, i) => withHead(placed, lines[i] ?? [], Math.max(...lines.map((one) => one.length)) * detailLine + drop))
  const bottom = Math.max(...headed.map(({ height }) => height))
  const open = headed.filter(({ leave }) => leave !== null)
  const level = headed.map((one) => (one.leave === null ? one : drawnOut(one, one.leave, bottom)))
  const starts = placeBeside(level)
  const axes = level.map(({ enter }, i) => (starts[i] ?? 0) + enter)
  const between = ((axes[0] ?? 0) + (axes.at(-1) ?? 0)) / 2
  const middle = axes.find((axis) => Math.abs(axis - between) <= gap) ?? between
  const top = diamond + gap
  const mark: Shape = { shape: 'diamond', x: middle - diamond / 2, y: 0, width: diamond, height: diamond }
  const leaves = level.flatMap(({ leave }, i) => (leave === null ? [] : [(starts[i] ?? 0) + leave]))
  const joins = open.length > 1 ? leaves.map((x) => way([[x, top + bottom], [x, top + bottom + gap], [middle, top + bottom + gap]], false)) : []
  return {
    width: Math.max(...level.map(({ width }, i) => (starts[i] ?? 0) + width)),
    height: top + bottom + (joins.length > 0 ? gap : 0),
    enter: middle,
    leave: joins.length > 0 ? middle : (leaves[0] ?? null),
    shapes: [mark, ...axes.map((axis) => wayTo(axis, middle, top)), ...level.flatMap(({ shapes }, i) => shapes.map((shape) => moved(shape, starts[i] ?? 0, top))), ...joins],
  }
}

/** From the diamond: aside and down, or straight down. */
function wayTo(axis: number, middle: number, top: number): Shape {
  const { diamond } = measures
  if (axis === middle) return way([[middle, diamond], [middle, top]], false)
  return way([[middle + Math.sign(axis - middle) * (diamond / 2), diamond / 2], [axis, diamond / 2], [axis, top]], false)
}

/** A branch below its label: all branches begin at the same height. */
function withHead(branch: Placed, lines: readonly string[], room: number): Placed {
  const { box, detailLine } = measures
  const [width, dx] = branch.width < box ? [box, (box - branch.width) / 2] : [branch.width, 0]
  const axis = branch.enter + dx
  const words: WordsShape = { shape: 'words', lines, x: axis - box / 2, y: 0, width: box, height: lines.length * detailLine }
  const shapes = [words, way([[axis, words.height + 4], [axis, room]], branch.height > 0), ...branch.shapes.map((shape) => moved(shape, dx, room))]
  return { width, height: branch.height + room, enter: axis, leave: branch.leave === null ? null : branch.leave + dx, shapes }
}

/** An open branch with its way on as far down as the longest branch reaches. */
const drawnOut = (branch: Placed, leave: number, bottom: number): Placed =>
  branch.height < bottom ? { ...branch, height: bottom, shapes: [...branch.shapes, way([[leave, branch.height], [leave, bottom]], false)] } : branch
