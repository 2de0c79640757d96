import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

const digestOf = (text: string): string => {
  const bytes = sha256(utf8ToBytes(text))
  return `'sha256-${btoa(String.fromCharCode(...bytes))}'`
}

/**
 * What the page may do (Content Security Policy): run this script and use this style, and nothing else. It can ask
 * nobody for anything, and markup that got in could neither run nor look like anything.
 */
export const contentPolicy = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src ${digestOf(script)}`,
    `style-src ${digestOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
