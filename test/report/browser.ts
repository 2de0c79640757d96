import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The system's Chromium, or the one that `CHROMIUM` names. */
export const chromiumPath = [process.env['CHROMIUM'], ...places].find(
  path => path !== undefined && existsSync(path),
)

if (chromiumPath === undefined)
  console.warn(
    'NO CHROMIUM: the tests that open the report in a browser are skipped. Install it (apt-get install chromium).',
  )

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath ?? '', args: flags })
