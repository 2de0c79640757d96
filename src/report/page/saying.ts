import type { Language } from '../../rule/language.ts'
import type { Format } from '../language/format.ts'
import { formatIn } from '../language/format.ts'
import type { Messages } from '../language/messages.ts'
import { messagesIn } from '../language/messages-in.ts'
import type { Html } from './html.ts'
import { html } from './html.ts'

/** What every part of the page needs to say something. */
export interface Saying {
  readonly messages: Messages
  readonly format: Format
}

export const sayingIn = (language: Language): Saying => ({
  messages: messagesIn[language],
  format: formatIn(language),
})

/** A word or sentence of a figure; what has no translation stays as it is, and says which language that is. */
export const term = ({ messages }: Saying, text: string): Html => {
  const translated = messages.term(text)
  return translated === undefined ? html`<span lang="en">${text}</span>` : html`${translated}`
}
