import type { Language } from '../../rule/language.ts'
import { english } from './english.ts'
import { german } from './german.ts'
import type { Messages } from './messages.ts'

/** All that a report says, language by language. */
export const messagesIn: Readonly<Record<Language, Messages>> = { de: german, en: english }
