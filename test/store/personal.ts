import type { Command } from 'einzug'
import { commands } from 'einzug/testing'

export const secret = 'SECRET'
export const born = '1984-05-17'

/** Logs of the decider whose households have dates of birth, kin, languages and wishes, and whose texts are secrets. */
export const personalCommands = commands({ maxLength: 40 }).map(
  sequence =>
    JSON.parse(
      JSON.stringify(sequence.filter(({ type }) => type !== 'ChangeSite')) // its note is about no household
        .replaceAll(
          '"age":{"known":"group","group":"adult"}',
          `"age":{"known":"birth","born":"${born}"},"sex":"female"`,
        )
        .replaceAll('found out later', secret)
        .replaceAll('the household agrees', secret)
        .replace(
          /("household":\{"id":"[^"]*",)/g,
          `$1"languages":["${secret}"],"wishes":{"districts":["${secret}"]},`,
        ),
    ) as ReadonlyArray<Command>,
)
