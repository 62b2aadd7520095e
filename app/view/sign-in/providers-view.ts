import type { Language } from '#app/i18n/languages.ts'
import { enoughFor, type Assurance } from '#app/kernel/assurance.ts'
import type { SignIn } from '#app/sign-in/sign-in.ts'

export type ProviderView = { id: string; name: string; for: 'citizens' | 'staff' }

/** Who vouches for people here, by the name they have in this language. */
export const providersView = ({ providers }: SignIn, lang: Language): ProviderView[] => providers.map(({ provider }) => ({ id: provider.id, name: provider.name[lang], for: provider.for }))

/** Those for citizens that can vouch as well as is demanded. */
export const providersEnoughFor = (signIn: SignIn, lang: Language, demanded: Assurance): ProviderView[] =>
  providersView({ ...signIn, providers: signIn.providers.filter(({ provider }) => provider.for === 'citizens' && Object.values(provider.levels).some((level) => enoughFor(demanded).includes(level))) }, lang)
