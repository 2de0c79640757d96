import { german } from './german.ts'
import { english, type Messages } from './messages.ts'

/**
 * The languages that sentences can be had in: English and German.
 *
 * @category explanations
 */
export type Language = 'en' | 'de'

/** What rules say, language by language. */
export const ruleMessages: Readonly<Record<Language, Messages>> = { en: english, de: german }
