/**
 * A colour on a light and on a dark ground.
 *
 * @category charts
 */
export interface Colour {
  readonly light: string
  readonly dark: string
}

/**
 * The colours of charts and page. Text stands out from its ground by 4.5 : 1 at least, marks by 3 : 1 (WCAG 2.2 AA), and
 * the four colours of data can be told apart by people with each kind of colour blindness, on either ground.
 *
 * @category charts
 */
export const palette = {
  ground: { light: '#ffffff', dark: '#11161c' },
  ink: { light: '#1a2129', dark: '#e8edf2' },
  muted: { light: '#55606c', dark: '#a3afbb' },
  line: { light: '#d5dbe1', dark: '#333d47' },
  first: { light: '#0b5cad', dark: '#62b0f5' },
  second: { light: '#c8500a', dark: '#f29a4b' },
  third: { light: '#4b1d6e', dark: '#dcc8f7' },
  fourth: { light: '#868e9f', dark: '#617783' },
  band: { light: '#c9dcf0', dark: '#24405c' },
} as const satisfies Readonly<Record<string, Colour>>

/** A colour by its name. */
export type ColourName = keyof typeof palette
