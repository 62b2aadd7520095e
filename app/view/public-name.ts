/** How a notice names an applicant: a company in full, of a person the first character (郑＊). */
export function publicName(name: string, company: boolean): string {
  return company ? name : `${[...name.trim()][0] ?? ''}＊`
}
