import { drawMark, type MarkOf } from './draw-mark.ts'
import { drawWay } from './draw-way.ts'
import { drawLines, round } from './draw-words.ts'
import { measures } from './measures.ts'
import type { BoxShape, FrameShape, PillShape, Shape } from './shape.ts'

/** One shape as SVG. */
export function drawShape(shape: Shape, markOf: MarkOf): string {
  switch (shape.shape) {
    case 'box':
      return drawBox(shape, markOf)
    case 'pill':
      return drawPill(shape, markOf)
    case 'frame':
      return drawFrame(shape)
    case 'diamond': {
      const [x, y, half] = [shape.x + shape.width / 2, shape.y + shape.height / 2, shape.width / 2]
      return `<path class="ot-flow__choice" d="M${round(x)} ${round(y - half)}l${half} ${half}l${-half} ${half}l${-half} ${-half}z"/>`
    }
    case 'words':
      return drawLines('detail', shape.lines, shape.x + shape.width / 2, shape.y, measures.detailLine).svg
    case 'way':
      return drawWay(shape)
    default:
      return shape satisfies never
  }
}

const rect = (name: string, { x, y, width, height }: Pick<BoxShape, 'x' | 'y' | 'width' | 'height'>, radius: number): string =>
  `<rect class="${name}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${round(radius)}"/>`

function drawBox(shape: BoxShape, markOf: MarkOf): string {
  const { padding, titleLine, detailLine } = measures
  const marked = markOf(shape.node)
  const middle = shape.x + shape.width / 2
  const titles = drawLines('title', shape.titles, middle, shape.y + padding, titleLine)
  const details = drawLines('detail', shape.details, middle, titles.next, detailLine)
  const names = ['ot-flow__box', `ot-flow__box--${shape.node.node}`, ...(shape.perhaps ? ['ot-flow__box--perhaps'] : []), ...(marked ? [`ot-flow__box--${marked.mark}`] : [])]
  return rect(names.join(' '), shape, 6) + innerLine(shape) + titles.svg + details.svg + drawMark(marked, middle, details.next)
}

/** A part that is a case of its own has a second outline. */
const innerLine = ({ node, x, y, width, height }: BoxShape): string => (node.node === 'sub' ? rect('ot-flow__inner', { x: x + 3, y: y + 3, width: width - 6, height: height - 6 }, 4) : '')

function drawPill(shape: PillShape, markOf: MarkOf): string {
  const { titleLine, detailLine } = measures
  const marked = shape.node && markOf(shape.node)
  const middle = shape.x + shape.width / 2
  const words = shape.titles.length * titleLine + (marked ? detailLine : 0)
  const titles = drawLines('title', shape.titles, middle, shape.y + (shape.height - words) / 2, titleLine)
  const name = `ot-flow__pill ${shape.node ? 'ot-flow__pill--end' : 'ot-flow__pill--start'}${marked ? ` ot-flow__box--${marked.mark}` : ''}`
  return rect(name, shape, Math.min(shape.height / 2, 18)) + titles.svg + drawMark(marked, middle, titles.next)
}

function drawFrame(shape: FrameShape): string {
  const { padding, titleLine, detailLine } = measures
  const middle = shape.x + shape.width / 2
  const titles = drawLines('title', shape.titles, middle, shape.y + padding, titleLine)
  const notes = drawLines('detail', shape.notes, middle, shape.y + shape.height - padding - shape.notes.length * detailLine, detailLine)
  const behind = shape.frame === 'each' ? rect('ot-flow__frame ot-flow__frame--behind', { ...shape, x: shape.x + 4, y: shape.y - 4 }, 6) : ''
  return behind + rect(`ot-flow__frame ot-flow__frame--${shape.frame}`, shape, 6) + titles.svg + notes.svg
}
