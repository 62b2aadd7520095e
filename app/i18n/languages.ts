export const languages = ['zh-CN', 'en', 'ar'] as const
export type Language = (typeof languages)[number]

export const defaultLanguage: Language = 'zh-CN'

/** Each language in its own script: who looks for it may not read the page's. */
export const languageNames: Record<Language, string> = { 'zh-CN': '中文', en: 'English', ar: 'العربية' }

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)

/** The best of our languages for an Accept-Language header; any Chinese is served by zh-CN. */
export function negotiate(acceptLanguage: string | null): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const q = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { tag, quality: q ? Number(q.trim().slice(2)) || 0 : 1 }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of wanted) {
    const primary = tag.split('-')[0]
    const found = languages.find((language) => language.split('-')[0] === primary)
    if (found) return found
  }
  return defaultLanguage
}
