/**
 * Prints a calendar file for mainland China: node app/cli/make-calendar.ts > workflows/calendars/qinghe.yaml
 *
 * Years the package chinese-days knows are the State Council's yearly notices, make-up days included. Beyond them it
 * answers as if there were no holidays at all, so those years get the statutory holidays only and are provisional.
 */
import chineseDays from 'chinese-days'
import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

type Day = { date: string; name: string }
type Year = { year: number; known: boolean; holidays: Day[]; makeup: Day[] }

const [FIRST, LAST] = [2025, 2027]

/** The text of the calendar file `id`, for whole years; the same for the same version of chinese-days. */
export function calendarYaml(id: string, first = FIRST, last = LAST): string {
  const years = Array.from({ length: last - first + 1 }, (_, index) => yearOf(first + index))
  const guessed = years.find(({ known }) => !known)
  const lines = [
    '# Working days of Qinghe. Made by app/cli/make-calendar.ts; edit that, or bring out a new version.',
    ...(guessed ? provisionalNote(guessed.year) : []),
    `calendar: ${id}`,
    'version: 1',
    'zone: Asia/Shanghai',
    `covers: { from: ${first}-01-01, to: ${last}-12-31 }`,
    ...(guessed ? [`provisional_from: ${guessed.year}-01-01`] : []),
    'weekend: [sat, sun]',
    'holidays:',
    ...years.flatMap((year) => daysOf(year, year.holidays)),
    'makeup: # worked though weekend',
    ...years.flatMap((year) => daysOf(year, year.makeup)),
    'source: >-',
    '  Notices of the General Office of the State Council on the arrangement of public holidays, as in chinese-days 1.5.7;',
    '  from provisional_from on, Regulation on Public Holidays (全国年节及纪念日放假办法, revised 2024) alone.',
  ]
  return `${lines.join('\n')}\n`
}

const provisionalNote = (year: number): string[] => [
  `# ${year} is provisional: it has the statutory holidays only. Make-up working days, and days off in lieu of holidays that`,
  `# fall on a weekend, follow the State Council's notice for ${year} (usually in November of the year before). When it is out,`,
  '# replace this file by version 2.',
]

const daysOf = ({ year }: Year, days: readonly Day[]): string[] =>
  days.length === 0 ? [] : [`  # ${year}`, ...days.map(({ date, name }) => `  - ${date} # ${name}`)]

function yearOf(year: number): Year {
  const known = Object.keys(notices.holidays).some((date) => inYear(date, year))
  if (!known) return { year, known, holidays: statutory(year), makeup: [] }
  return { year, known, holidays: noticed(notices.holidays, year), makeup: noticed(notices.workdays, year) }
}

const inYear = (date: string, year: number): boolean => date.startsWith(`${year}-`)

/** The package writes 'Spring Festival,春节,4'. */
const noticed = (days: Readonly<Record<string, string>>, year: number): Day[] =>
  Object.entries(days)
    .filter(([date]) => inYear(date, year))
    .map(([date, name]) => ({ date, name: name.split(',').slice(0, 2).join(' ') }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))

/** Regulation on Public Holidays, revised 2024, art. 2: thirteen days a year. */
function statutory(year: number): Day[] {
  const newYear = lunar(year, '01-01')
  const days = [
    { date: `${year}-01-01`, name: "New Year's Day 元旦" },
    ...[-1, 0, 1, 2].map((offset) => ({ date: shifted(newYear, offset), name: 'Spring Festival 春节' })),
    { date: chineseDays.getSolarTermDate(year, 4, 'pure_brightness'), name: 'Tomb-sweeping Day 清明' },
    ...['05-01', '05-02'].map((day) => ({ date: `${year}-${day}`, name: 'Labour Day 劳动节' })),
    { date: lunar(year, '05-05'), name: 'Dragon Boat Festival 端午' },
    { date: lunar(year, '08-15'), name: 'Mid-autumn Festival 中秋' },
    ...['10-01', '10-02', '10-03'].map((day) => ({ date: `${year}-${day}`, name: 'National Day 国庆节' })),
  ]
  return days.sort((a, b) => (a.date < b.date ? -1 : 1))
}

const lunar = (year: number, monthDay: string): string => chineseDays.getSolarDateFromLunar(`${year}-${monthDay}`).date

const shifted = (date: string, days: number): string => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

if (import.meta.main) process.stdout.write(calendarYaml('qinghe'))
